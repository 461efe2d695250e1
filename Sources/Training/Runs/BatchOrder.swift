import Numerics
package import Studies

/// Which examples each mini-batch holds.
///
/// The order of an epoch depends on the seed and the epoch alone.
package struct BatchOrder: Sendable {
  private let count: Int
  private let batch: Int
  private let seed: UInt64
  private let shuffle: Bool
  private var epoch = -1
  private var order: [Int32]

  /// - Parameters:
  ///   - count: the training examples.
  ///   - settings: the batch size, and whether epochs are shuffled.
  ///   - seed: the run's seed.
  package init(count: Int, settings: TrainingSettings, seed: UInt64) {
    self.count = count
    self.seed = seed
    batch = settings.batch
    shuffle = settings.shuffle
    order = [Int32](repeating: 0, count: count)
  }

  private var batchesPerEpoch: Int { (count + batch - 1) / batch }

  /// The examples of mini-batch `step`, counted over all epochs from 0.
  ///
  /// The last of an epoch may be smaller.
  package mutating func examples(ofStep step: Int) -> ArraySlice<Int32> {
    if step / batchesPerEpoch != epoch {
      epoch = step / batchesPerEpoch
      arrangeEpoch()
    }
    let first = step % batchesPerEpoch * batch
    return order[first..<min(first + batch, count)]
  }

  private mutating func arrangeEpoch() {
    for place in order.indices { order[place] = Int32(place) }
    guard shuffle else { return }
    var stream = RandomStream(seed: seed, name: "order", index: UInt32(epoch))
    stream.shuffle(&order)
  }
}

extension TrainingSettings {
  /// The parameter updates of a whole run on this many examples.
  package func steps(examples: Int) -> Int {
    switch length {
    case .steps(let steps): steps
    case .epochs(let epochs): epochs * ((examples + batch - 1) / batch)
    }
  }
}
