import Digests
import Numerics
import Records

/// The state of a run between two steps, as bytes: what a run that was stopped goes on from.
///
/// A run that goes on from a checkpoint gives the same bits as one that was never stopped. All shapes come from the run,
/// so a checkpoint holds numbers only, and one that does not fit its run, or its digest, is refused.
struct Checkpoint {
  /// The last byte is the format: raised whenever the layout changes, so that older checkpoints are refused.
  private static let magic = Array("KISEKICP".utf8) + [2]
  private static let digestSize = 32

  /// The bytes of a state.
  ///
  /// - Parameters:
  ///   - state: between two steps.
  ///   - key: the address of the record that the run is to make.
  /// - Returns: numbers and a digest, nothing of the run's shapes.
  static func encode(_ state: TrainingState, key: Digest) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(raw: magic)
    writer.append(raw: key.bytes)
    writer.append(UInt64(state.step))
    for matrix in state.network.parameters { writer.append(matrix.elements) }
    for statistics in state.network.runningStatistics.compactMap(\.self) {
      writer.append(statistics.mean)
      writer.append(statistics.variance)
    }
    for matrix in state.optimizer.first + state.optimizer.second { writer.append(matrix.elements) }
    writer.append(state.optimizer.power1)
    writer.append(state.optimizer.power2)
    state.history.append(to: &writer)
    state.recorder.append(to: &writer)
    state.distributions.append(to: &writer)
    writer.append(raw: Digest.of(writer.bytes).bytes)
    return writer.bytes
  }

  /// Brings a state that was made for the run to where the checkpoint was taken.
  ///
  /// - Throws: `RecordDamage`; the state is then as it was.
  static func restore(_ bytes: [UInt8], key: Digest, into state: inout TrainingState) throws(RecordDamage) {
    guard bytes.starts(with: magic) else { throw .notARecord }
    guard bytes.count >= magic.count + 2 * digestSize else { throw .truncated }
    let content = bytes.dropLast(digestSize)
    guard Digest.of(Array(content)).bytes.elementsEqual(bytes.suffix(digestSize)) else {
      throw .digestDiffers
    }
    var reader = ByteReader(content.dropFirst(magic.count))
    guard try reader.raw(digestSize).elementsEqual(key.bytes) else { throw .otherKey }
    var restored = state
    try read(&reader, into: &restored)
    guard reader.isAtEnd else { throw .malformed("end") }
    state = restored
  }

  private static func read(_ reader: inout ByteReader, into state: inout TrainingState) throws(RecordDamage) {
    state.step = Int(truncatingIfNeeded: try reader.integer(UInt64.self))
    state.network.parameters = try matrices(like: state.network.parameters, &reader)
    for index in state.network.runningStatistics.indices {
      guard var statistics = state.network.runningStatistics[index] else { continue }
      statistics.mean = try floats(statistics.mean.count, &reader)
      statistics.variance = try floats(statistics.variance.count, &reader)
      state.network.runningStatistics[index] = statistics
    }
    let first = try matrices(like: state.optimizer.first, &reader)
    let second = try matrices(like: state.optimizer.second, &reader)
    let power1 = try reader.double()
    let power2 = try reader.double()
    state.optimizer.resume(first: first, second: second, power1: power1, power2: power2)
    try state.history.restore(from: &reader)
    try state.recorder.restore(from: &reader)
    try state.distributions.restore(from: &reader)
  }

  private static func matrices(like shapes: [Matrix], _ reader: inout ByteReader) throws(RecordDamage)
    -> [Matrix]
  {
    var matrices: [Matrix] = []
    for shape in shapes {
      let elements = try floats(shape.elements.count, &reader)
      matrices.append(Matrix(rows: shape.rows, columns: shape.columns, elements: elements))
    }
    return matrices
  }

  private static func floats(_ count: Int, _ reader: inout ByteReader) throws(RecordDamage) -> [Float] {
    let values = try reader.floats()
    guard values.count == count else { throw .malformed("state") }
    return values
  }
}

/// All that changes while a run trains.
struct TrainingState: Sendable {
  /// Updates made.
  var step = 0
  var network: Network
  var optimizer: OptimizerState
  var recorder: Recorder
  var distributions: DistributionRecorder
  var history: RunHistory
}
