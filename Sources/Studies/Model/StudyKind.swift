/// What the runs of a study do, which follows from their data.
package enum StudyKind: String, CaseIterable, Hashable, Sendable {
  /// Images with labels: the network learns to classify them.
  case supervised
  /// Normal inputs: the network is initialised and looked at, once, and never trained.
  case forward
  /// A game: the network learns which actions are rewarded.
  case policy
}

extension Set<StudyKind> {
  /// Every kind of study.
  package static let all = Set(StudyKind.allCases)
  /// Those whose networks are trained.
  package static let trained: Set = [StudyKind.supervised, .policy]
}

extension DataSource {
  /// The kind of study that this data makes.
  package var kind: StudyKind {
    switch self {
    case .digits, .mnist, .idx: .supervised
    case .gaussian: .forward
    case .catchGame: .policy
    }
  }
}

extension RunSettings {
  /// What the run does.
  package var kind: StudyKind { data.source.kind }
}
