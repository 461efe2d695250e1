/// What draws a line: one pen with round joins and caps.
package struct Pen: Equatable, Sendable {
  package var color: Color
  /// In pixels.
  package var width: Double
  /// Lengths of dashes and gaps in pen widths, alternating; empty for a solid line.
  package var dash: [Double]

  package init(color: Color, width: Double, dash: [Double] = []) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}

/// How a line of text looks.
package struct TextStyle: Equatable, Sendable {
  package enum Weight: Sendable {
    case regular
    case bold
  }

  /// Nominal height of a line in pixels; capitals are 0.73 of it high.
  package var size: Double
  package var weight: Weight
  package var color: Color

  package init(size: Double, weight: Weight = .regular, color: Color) {
    self.size = size
    self.weight = weight
    self.color = color
  }
}

/// One line of text at a place.
package struct TextRun: Equatable, Sendable {
  /// Which point of the text lies at `origin`.
  package enum Anchor: Sendable {
    case start
    case middle
    case end
  }

  package var text: String
  /// On the baseline.
  package var origin: Point
  package var anchor: Anchor
  package var style: TextStyle
  /// Whether the text reads upwards (turned a quarter counter-clockwise).
  package var turned: Bool

  package init(
    _ text: String, at origin: Point, anchor: Anchor = .start, style: TextStyle, turned: Bool = false
  ) {
    self.text = text
    self.origin = origin
    self.anchor = anchor
    self.style = style
    self.turned = turned
  }

  /// Reach above and below the baseline in sizes: a capital with its accent, and a bracket.
  private static let ascent = 1.0
  private static let descent = 0.29

  /// The pixels that the text may touch: from the top of capitals with accents to the foot of descenders.
  package var box: Rect {
    let width = StrokeFont.width(of: text, style: style)
    let ascent = style.size * Self.ascent
    let descent = style.size * Self.descent
    let lead: Double =
      switch anchor {
      case .start: 0
      case .middle: width / 2
      case .end: width
      }
    return turned
      ? Rect(x: origin.x - ascent, y: origin.y + lead - width, width: ascent + descent, height: width)
      : Rect(x: origin.x - lead, y: origin.y - ascent, width: width, height: ascent + descent)
  }
}

/// Something to draw on.
///
/// Marks know nothing else of the picture, so that tests can record what they draw.
package protocol Canvas {
  /// Draws polylines as one shape: where they cross or overlap, a translucent pen does not darken.
  ///
  /// Points must not be NaN; they may lie far outside. Nothing is drawn outside `clip`.
  mutating func stroke(_ paths: [[Point]], pen: Pen, clip: Rect?)

  /// Fills a simple polygon (closed by itself). Nothing is drawn outside `clip`.
  mutating func fill(_ polygon: [Point], color: Color, clip: Rect?)

  mutating func text(_ run: TextRun)
}

extension Canvas {
  package mutating func fill(_ rect: Rect, color: Color, clip: Rect? = nil) {
    let corners = [
      Point(rect.x, rect.y), Point(rect.maxX, rect.y), Point(rect.maxX, rect.maxY), Point(rect.x, rect.maxY),
    ]
    fill(corners, color: color, clip: clip)
  }
}
