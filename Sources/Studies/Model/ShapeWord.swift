/// The shape of a distribution in a word.
package enum ShapeWord: String, CaseIterable, Hashable, Sendable {
  case empty
  case constant
  case collapsed
  case uniformPlateau = "uniform plateau"
  case bell
  case heavyTailed = "heavy-tailed"
  case saturatedAtBothEnds = "saturated at both ends"
  case saturatedAtOneEnd = "saturated at one end"
  case bimodal
  case skewed
  case nonfinite = "non-finite"
  case tooFew = "too few values"
  case roundedPlateau = "rounded plateau"

  /// As it is written in studies and reports.
  package var text: String { rawValue }

  /// One line for the format's reference.
  package var summary: String {
    switch self {
    case .empty: "there are no values"
    case .constant: "all values are equal"
    case .collapsed: "nearly all values lie within a sliver of their range"
    case .uniformPlateau: "as many values everywhere between two ends"
    case .bell: "one symmetric hump, like a normal distribution"
    case .heavyTailed: "one hump with more values far out than a normal distribution has"
    case .saturatedAtBothEnds: "the values gather at both ends of their range"
    case .saturatedAtOneEnd: "the values gather at one end of their range"
    case .bimodal: "two humps"
    case .skewed: "one hump that leans to one side"
    case .nonfinite: "some values are NaN or infinite"
    case .tooFew: "there are too few values to tell"
    case .roundedPlateau: "between a bell and a uniform plateau"
    }
  }
}
