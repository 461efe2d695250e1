/// One axis of a panel.
package struct Axis: Equatable, Sendable {
  package enum Scale: Equatable, Sendable {
    case linear
    /// Base 10. Values ≤ 0 cannot be shown and are counted. For |value| the caller takes the absolute value and says
    /// |·| in the label.
    case log
    /// Logarithmic in both directions, linear between −threshold and threshold; a threshold outside 10⁻¹⁰⁰ … 10¹⁰⁰
    /// counts as `linear`.
    case symlog(threshold: Double)

    /// The scale itself, or linear where its threshold makes no sense.
    var valid: Scale {
      if case .symlog(let threshold) = self, !(1e-100...1e100).contains(threshold) { return .linear }
      return self
    }
  }

  package enum Range: Equatable, Sendable {
    /// All finite values.
    case data
    /// From low to high; a range that the scale cannot have (low ≥ high, not positive on a log axis) counts as `data`.
    case fixed(Double, Double)
    /// Between two percentiles (0 … 100) of the finite values; what lies outside is counted.
    case robust(Double, Double)
  }

  /// A tick with a text of its own.
  package struct Name: Equatable, Sendable {
    package var value: Double
    package var text: String

    package init(_ value: Double, _ text: String) {
      self.value = value
      self.text = text
    }
  }

  /// Written along the axis; empty for none.
  package var label: String
  package var scale: Scale
  package var range: Range
  /// Panels of a sheet whose axes have the same key share one range (that of the first's rule over all their values).
  package var share: String?
  /// Whether the range reaches to 0, as axes of steps do.
  ///
  /// Without effect on a log axis.
  package var includesZero: Bool
  /// Ticks in place of numbers, for what is counted or named rather than measured; as many are shown as have room.
  package var names: [Name]

  package init(
    label: String = "", scale: Scale = .linear, range: Range = .data, share: String? = nil,
    includesZero: Bool = false, names: [Name] = []
  ) {
    self.label = label
    self.scale = scale
    self.range = range
    self.share = share
    self.includesZero = includesZero
    self.names = names
  }

  /// An axis of training steps, from 0; all panels of a sheet share it unless another key is given.
  package static func steps(label: String = "step", share: String? = "steps") -> Axis {
    Axis(label: label, share: share, includesZero: true)
  }
}
