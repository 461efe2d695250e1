import Charts
import Studies

/// The values of a setting as places along an axis: numbers ascending, words in the order of the runs.
struct GridAxis {
  let setting: String
  let values: [String]
  /// What the values are as numbers; nil if one is none.
  let numbers: [Double]?

  init(_ setting: String, _ points: [GridPoint]) {
    self.setting = setting
    let texts = Facet.setting(setting).values(of: points)
    let numbered = texts.compactMap { text in NumberText.value(text).map { (text, $0) } }
    guard numbered.count == texts.count else {
      (values, numbers) = (texts, nil)
      return
    }
    let sorted = numbered.sorted { $0.1 < $1.1 }
    (values, numbers) = (sorted.map(\.0), sorted.map(\.1))
  }

  /// From 0; nil for a point without the setting.
  func place(of point: GridPoint) -> Int? { values.firstIndex(of: Facet.setting(setting).value(of: point)) }

  /// The ends of the cells around the places.
  var edges: [Double] { (0...values.count).map { Double($0) - 0.5 } }

  /// An axis of places, all equally far apart, named by their values.
  var places: Axis {
    let names = values.enumerated().filter { self.named.contains($0.element) }
    return Axis(
      label: SettingLabel.text(setting), range: .fixed(-0.5, Double(values.count) - 0.5),
      share: "places \(setting)", names: names.map { Axis.Name(Double($0.offset), $0.element) })
  }

  /// An axis of the numbers, logarithmic where they are positive and reach over a factor of ten or more; of places, if
  /// they are no numbers.
  var scaled: Axis {
    guard let numbers, let low = numbers.first, let high = numbers.last else { return places }
    let isLogarithmic = low > 0 && high >= 10 * low
    // Room for the outermost points.
    let room = (high - low) * 0.03
    return Axis(
      label: SettingLabel.text(setting), scale: isLogarithmic ? .log : .linear,
      range: isLogarithmic
        ? .fixed(low * 0.8, high * 1.25) : low < high ? .fixed(low - room, high + room) : .data,
      share: "x \(setting)")
  }

  /// Where a point stands on `scaled`.
  func position(of point: GridPoint) -> Double? { place(of: point).map { numbers?[$0] ?? Double($0) } }

  /// The values that name their places: the powers of ten if there are some, or as many of all as have room.
  private var named: [String] {
    let decades = values.filter(GridAxis.isDecade)
    return decades.count >= 3 ? decades : values
  }

  /// Whether a number in its canonical text is a power of ten: "0.01", "1e-5", "100".
  private static func isDecade(_ text: String) -> Bool {
    let digits = text.split(separator: "e").first ?? ""
    return digits.filter { $0 != "0" && $0 != "." } == "1"
  }
}
