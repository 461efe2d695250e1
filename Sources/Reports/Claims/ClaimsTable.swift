import Studies

/// The report's table of claims: the statement, what it expects, what was measured, and whether it holds.
struct ClaimsTable {
  let results: StudyResults
  let claims: [ClaimResult]

  var markdown: String {
    var table = MarkdownTable([("", .centre), ("claim", .left), ("expected", .left), ("measured", .left)])
    for claim in ClaimText.all(results, claims) {
      table.append([claim.holds ? "✔" : "✘", claim.say, claim.expected, claim.measured])
    }
    return table.text
  }
}
