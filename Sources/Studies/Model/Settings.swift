/// Everything that determines a run beside its seed and its data set's bytes.
///
/// Two runs with equal settings and seed give equal bits.
package struct RunSettings: Hashable, Sendable {
  package var data: DataSettings
  package var network: NetworkSettings
  package var training: TrainingSettings

  package init(
    data: DataSettings = .init(), network: NetworkSettings = .init(), training: TrainingSettings = .init()
  ) {
    self.data = data
    self.network = network
    self.training = training
  }
}
