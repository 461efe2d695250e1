import Digests
import Records

// `data/series.bin`: what would be too much as text, in the canonical form of `ByteWriter`.
//
//   raw           "KISEKISD"
//   UInt32        the format
//   32 bytes      SHA-256 of data/runs.jsonl, to which the rest belongs
//   UInt32        the thinning
//   each run      checks: the steps as `PackedSteps`, then a UInt16 each
//                 trajectories: UInt32 n; each its name, units and steps, and its lines as `PackedFloats`
//                 sketches: UInt32 n; each its name and steps, and its sketches
//   32 bytes      SHA-256 of all that

extension StudyData {
  /// Below the report's folder.
  package static let folder = "data"
  package static let seriesFile = "series.bin"
  private static let magic = Array("KISEKISD".utf8)

  /// Both files, small enough to be kept in git.
  ///
  /// Where exact trajectories at all recorded steps would take more than a megabyte, every second step is left out
  /// until they do not.
  package var files: [(name: String, bytes: [UInt8])] {
    let text = Array(text.utf8)
    let room = max(0, StudyData.limit - text.count)
    var data = self
    var series = data.series(besides: text)
    while series.count > room, data.thinning < StudyData.mostThinning {
      data = data.thinned
      series = data.series(besides: text)
    }
    return [(StudyData.textFile, text), (StudyData.seriesFile, series)]
  }

  /// Bytes of both files together.
  private static let limit = 1_000_000
  private static let mostThinning = 16

  private var thinned: StudyData {
    var data = self
    data.thinning += 1
    for run in data.runs.indices {
      for index in data.runs[run].trajectories.indices { data.runs[run].trajectories[index].thin() }
    }
    return data
  }

  private func series(besides text: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(raw: StudyData.magic)
    writer.append(UInt32(StudyData.format))
    writer.append(raw: Digest.of(text).bytes)
    writer.append(UInt32(thinning))
    for run in runs { run.append(to: &writer) }
    writer.append(raw: Digest.of(writer.bytes).bytes)
    return writer.bytes
  }

  /// The data in both files.
  package init(text: [UInt8], series: [UInt8]) throws(DataDamage) {
    try self.init(text: text)
    do throws(RecordDamage) {
      try read(series, besides: text)
    } catch {
      throw error == .otherKey ? .doNotFit : .series(error)
    }
  }

  private mutating func read(_ bytes: [UInt8], besides text: [UInt8]) throws(RecordDamage) {
    guard bytes.starts(with: StudyData.magic), bytes.count > StudyData.magic.count + 32 else {
      throw .notARecord
    }
    guard Digest.of(Array(bytes.dropLast(32))).bytes.elementsEqual(bytes.suffix(32)) else {
      throw .digestDiffers
    }
    var reader = ByteReader(bytes.dropFirst(StudyData.magic.count).dropLast(32))
    let version = try reader.integer(UInt32.self)
    guard version == UInt32(StudyData.format) else { throw .otherFormat(version) }
    guard try reader.raw(32).elementsEqual(Digest.of(text).bytes) else { throw .otherKey }
    thinning = Int(try reader.integer(UInt32.self))
    for run in runs.indices { try runs[run].read(&reader) }
    guard reader.isAtEnd else { throw .malformed("end") }
  }
}

extension Trajectory {
  /// Leaves out every second step, but for the last.
  fileprivate mutating func thin() {
    guard steps.count > 2 else { return }
    let kept = steps.indices.filter { $0 % 2 == 0 || $0 == steps.count - 1 }
    steps = kept.map { steps[$0] }
    lines = lines.map { line in kept.map { line[$0] } }
  }
}

extension RunData {
  fileprivate func append(to writer: inout ByteWriter) {
    PackedSteps.append(checks.map(\.step), to: &writer)
    for check in checks { writer.append(check.sum) }
    writer.append(UInt32(trajectories.count))
    for trajectory in trajectories { trajectory.append(to: &writer) }
    writer.append(UInt32(sketches.count))
    for series in sketches { series.append(to: &writer) }
  }

  fileprivate mutating func read(_ reader: inout ByteReader) throws(RecordDamage) {
    for step in try PackedSteps.read(from: &reader, upTo: steps) {
      checks.append(StepCheck(step: step, sum: try reader.integer(UInt16.self)))
    }
    for _ in 0..<(try reader.integer(UInt32.self)) {
      trajectories.append(try Trajectory(from: &reader, upTo: steps))
    }
    for _ in 0..<(try reader.integer(UInt32.self)) {
      sketches.append(try SketchSeries(from: &reader, upTo: steps))
    }
  }
}

extension Trajectory {
  fileprivate func append(to writer: inout ByteWriter) {
    writer.append(name)
    writer.append(units)
    PackedSteps.append(steps, to: &writer)
    var bytes: [UInt8] = []
    for line in lines { PackedFloats.append(line, to: &bytes) }
    writer.append(raw: bytes)
  }

  fileprivate init(from reader: inout ByteReader, upTo last: Int) throws(RecordDamage) {
    name = try reader.text()
    units = try reader.integers()
    steps = try PackedSteps.read(from: &reader, upTo: last)
    lines = []
    for _ in 0..<max(1, units.count) { lines.append(try PackedFloats.read(steps.count, from: &reader)) }
  }
}

extension SketchSeries {
  fileprivate func append(to writer: inout ByteWriter) {
    writer.append(name)
    PackedSteps.append(steps, to: &writer)
    for sketch in sketches { sketch.append(to: &writer) }
  }

  fileprivate init(from reader: inout ByteReader, upTo last: Int) throws(RecordDamage) {
    name = try reader.text()
    steps = try PackedSteps.read(from: &reader, upTo: last)
    sketches = []
    for _ in steps { sketches.append(try CoarseSketch(from: &reader)) }
  }
}
