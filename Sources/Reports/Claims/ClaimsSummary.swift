/// How many claims of a study hold, in one sentence.
package struct ClaimsSummary: Sendable {
  package let total: Int
  package let holding: Int

  package init(_ claims: [ClaimResult]) {
    total = claims.count
    holding = claims.count(where: \.holds)
  }

  package var sentence: String {
    switch (holding, total) {
    case (1, 1): "**The claim holds.**"
    case (total, _): "**All \(total) claims hold.**"
    case (0, 1): "**The claim does not hold.**"
    case (0, _): "**None of the \(total) claims holds.**"
    default: "**\(holding) of \(total) claims hold.**"
    }
  }
}
