import Numerics

/// How one particular image of a digit deviates from its template: the writer's hand.
///
/// The random numbers are drawn in the order of the properties; after them, the points draw theirs.
struct DigitHand {
  /// Horizontal shear per unit of height.
  let slant: Double
  /// Tangent of half the angle by which the digit is turned.
  let turn: Double
  let width: Double
  /// Scales the warps and the jitter of the points; its mean is 1.
  let sloppiness: Double
  /// Coefficients of the quadratic warp: three of x, three of y.
  let warps: [Double]
  /// Radius of the pen, in pixels.
  let radius: Double

  init(of digit: DigitClass, from stream: inout RandomStream) {
    slant = digit.slant + 0.28 * stream.bell()
    turn = 0.05 * stream.bell()
    width = digit.width * max(0.35, 0.82 + 0.2 * stream.bell())
    let u = stream.unit()
    let sloppiness = 1 + 0.8 * (2 * u * u - 2.0 / 3)
    self.sloppiness = sloppiness
    warps = (0..<6).map { _ in 0.13 * digit.warp * sloppiness * stream.bell() }
    radius = min(max(1.2 + 0.42 * stream.bell(), 0.7), 2.6)
  }

  /// Where this hand puts a point of the template.
  func place(_ point: Point, from stream: inout RandomStream) -> Point {
    let x = point.x + 0.03 * sloppiness * stream.bell() - 0.5
    let y = point.y + 0.03 * sloppiness * stream.bell() - 0.5
    let (f, g, h) = (4 * y * y, 4 * x * y, 4 * x * x)
    let bentX = x + warps[0] * f + 0.5 * warps[1] * g + 0.4 * warps[2] * h
    let bentY = y + warps[3] * h + 0.5 * warps[4] * g + 0.4 * warps[5] * f
    let leaningX = bentX * width - slant * bentY
    let (cosine, sine) = ((1 - turn * turn) / (1 + turn * turn), 2 * turn / (1 + turn * turn))
    return Point(x: leaningX * cosine - bentY * sine, y: leaningX * sine + bentY * cosine)
  }
}

extension RandomStream {
  /// Uniform in [0, 1).
  mutating func unit() -> Double { Double(uniform()) }

  /// Nearly normal, with mean 0 and variance 1: four uniform numbers added up, which needs no logarithm.
  mutating func bell() -> Double {
    let sum = unit() + unit() + unit() + unit()
    return (sum - 2) * 3.0.squareRoot()
  }
}
