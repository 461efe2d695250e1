/// A problem with its place: a finding before its wording.
struct Issue: Error, Hashable, Sendable {
  var problem: Problem
  var mark: SourceMark
  /// The keys and positions that lead to the value in the merged study ("claims", "2", "of"): tells later phases which
  /// parts not to judge again.
  var path: [String] = []

  init(_ problem: Problem, _ mark: SourceMark, path: [String] = []) {
    self.problem = problem
    self.mark = mark
    self.path = path
  }

  var finding: Finding {
    Finding(
      file: mark.file, line: mark.line, column: mark.column, severity: problem.severity,
      message: problem.message)
  }
}

/// The problems found so far, by every phase.
struct Issues: Sendable {
  private(set) var all: [Issue] = []

  mutating func report(_ problem: Problem, at mark: SourceMark, path: [String] = []) {
    all.append(Issue(problem, mark, path: path))
  }

  mutating func report(_ issue: Issue) { all.append(issue) }

  var hasErrors: Bool { all.contains { $0.problem.severity == .error } }

  /// Whether nothing is wrong at a place or below it.
  func isClean(_ path: String...) -> Bool {
    !all.contains { $0.problem.severity == .error && $0.path.starts(with: path) }
  }
}
