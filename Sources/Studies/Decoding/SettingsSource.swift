/// The settings of a grid point as they stand in the study: defaults of the sections, overlaid by the group and by the
/// point's place on the axes.
struct SettingsSource {
  /// Only looked up by name, never iterated.
  private var nodes: [String: SourceNode] = [:]
  var data: DataSettings
  /// Where the number of training examples is limited, if it is.
  var trainMark: SourceMark?

  init(data: DataSettings) { self.data = data }

  /// Where a setting stands; nil if it is a default.
  func mark(_ names: String...) -> SourceMark? {
    names.lazy.compactMap { nodes[$0]?.mark }.first
  }

  /// Sets a value in place of the inherited one, and of what says the same in another way.
  mutating func set(_ name: String, _ node: SourceNode) {
    for rival in Setting.replaced(by: name) { nodes[rival] = nil }
    nodes[name] = node
  }

  func setting(_ name: String, to node: SourceNode) -> SettingsSource {
    var copy = self
    copy.set(name, node)
    return copy
  }

  /// - Throws: `activationCount`, if the activations do not fit the hidden layers.
  func settings() throws(Issue) -> RunSettings {
    var draft = SettingsDraft()
    draft.settings.data = data
    for setting in Setting.all {
      if let node = nodes[setting.name] { setting.apply(node, &draft) }
    }
    var settings = draft.settings
    let hidden = draft.hidden ?? Array(repeating: draft.width, count: draft.depth)
    settings.network.hidden = hidden
    if draft.isActivationPerLayer, let node = nodes["activation"] {
      guard draft.activations.count == hidden.count else {
        throw Issue(.activationCount(given: draft.activations.count, hidden: hidden.count), node.mark)
      }
      settings.network.activations = draft.activations
    } else {
      settings.network.activations = Array(repeating: draft.activations.first ?? .relu, count: hidden.count)
    }
    if case .gaussian(let normal) = data.source {
      settings.network.hasOutputLayer = false
      settings.training.length = .steps(0)
      settings.training.batch = normal.examples
    }
    return settings
  }
}
