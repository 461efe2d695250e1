/// A decoded and checked study: what to run, what to draw and what is claimed.
///
/// Defaults are filled in, `extends:` is resolved, every reference to a run, an axis or a layer is known to
/// be valid.
package struct Study: Sendable {
  /// Where its report goes, below the output folder: the file's path below the studies folder without extension,
  /// such as "mnist/learning-failure".
  package var name: String
  package var title: String
  /// Markdown, any script; empty if the study has none.
  package var question: String
  package var notes: String
  /// At least one, all different.
  package var seeds: [UInt64]
  package var groups: [RunGroup]
  /// Every group's grid points, in the order of the groups and of their axes (the last axis varies fastest).
  package var points: [GridPoint]
  package var sheets: [SheetSpec]
  package var claims: [Claim]
  /// What `record:` asks for beside what sheets and claims need.
  package var recordings: [RecordingSpec]
  package var distributions: [DistributionSpec]
  /// Evaluations of every run that has their layers, in the order written.
  package var ablations: [Ablation]

  package init(
    name: String, title: String, question: String = "", notes: String = "", seeds: [UInt64],
    groups: [RunGroup], points: [GridPoint], sheets: [SheetSpec] = [], claims: [Claim] = [],
    recordings: [RecordingSpec] = [], distributions: [DistributionSpec] = [], ablations: [Ablation] = []
  ) {
    self.name = name
    self.title = title
    self.question = question
    self.notes = notes
    self.seeds = seeds
    self.groups = groups
    self.points = points
    self.sheets = sheets
    self.claims = claims
    self.recordings = recordings
    self.distributions = distributions
    self.ablations = ablations
  }
}

extension Study {
  /// The data set of all runs.
  package var dataSource: DataSource { points[0].settings.data.source }
  /// What all runs do.
  package var kind: StudyKind { dataSource.kind }
}

/// A named set of grid points.
package struct RunGroup: Hashable, Sendable {
  /// The name of a study's only group, if the study gives it none.
  package static let unnamed = "runs"

  package var name: String
  /// The settings that vary within the group, in the order written.
  package var axes: [String]

  package init(name: String, axes: [String]) {
    self.name = name
    self.axes = axes
  }
}

/// One combination of settings, to be run once a seed.
package struct GridPoint: Hashable, Sendable {
  /// The name of a study's only run, if the study gives neither it nor its group one.
  package static let unnamed = "run"

  /// Position in `Study.points`.
  package var index: Int
  package var group: String
  /// Unique in the study, such as "ReLU · learning rate 0.05".
  package var name: String
  /// The author's word on it ("all dead"); empty if none.
  package var note: String
  /// The value of every setting that the group's file names, by setting name, as written ("0.05", "relu"), sorted by
  /// name: what selections, facets and tables go by.
  package var values: [SettingValue]
  package var settings: RunSettings

  package init(
    index: Int, group: String, name: String, note: String, values: [SettingValue], settings: RunSettings
  ) {
    self.index = index
    self.group = group
    self.name = name
    self.note = note
    self.values = values
    self.settings = settings
  }
}

/// A setting's name in the study format and its value as a person writes it.
package struct SettingValue: Hashable, Sendable {
  package var setting: String
  package var text: String

  package init(setting: String, text: String) {
    self.setting = setting
    self.text = text
  }
}

/// A grid point with a seed: the unit of work, and of the store.
package struct Run: Hashable, Sendable {
  /// Position among the study's runs: points in order, seeds within a point.
  package var index: Int
  /// Position of its grid point in `Study.points`.
  package var point: Int
  package var seed: UInt64
  package var settings: RunSettings
  /// Without duplicates, in a canonical order.
  package var recordings: [Recording]
  /// Without duplicates, in a canonical order.
  package var distributions: [DistributionRecording]
  /// The layers reset in each evaluation after training: each list ascending, without duplicates, in lexicographic order.
  package var ablations: [[Int]]

  package init(
    index: Int, point: Int, seed: UInt64, settings: RunSettings, recordings: [Recording],
    distributions: [DistributionRecording] = [], ablations: [[Int]] = []
  ) {
    self.index = index
    self.point = point
    self.seed = seed
    self.settings = settings
    self.recordings = recordings
    self.distributions = distributions
    self.ablations = ablations
  }
}
