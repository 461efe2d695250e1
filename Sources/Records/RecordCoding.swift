package import Digests
import Studies

/// The canonical bytes of a record: a magic word, the format, the content, and the SHA-256 of all that.
///
/// Equal records have equal bytes, on every machine. `docs/numerics.md` names what a record's key covers.
package enum RecordCoding {
  static let magic = Array("KISEKIRC".utf8)
  /// Changes whenever the layout does; records of other formats are computed anew.
  static let format: UInt32 = 2
  private static let headerSize = magic.count + 4
  private static let digestSize = 32

  package static func encode(_ record: Record) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(raw: magic)
    writer.append(format)
    writer.append(record.key.hex)
    writer.append(record.provenance)
    writer.append(UInt64(record.steps))
    let sizes = record.sizes
    writer.append([sizes.inputs, sizes.outputs, sizes.trainExamples, sizes.testExamples])
    append(record.firstNonfinite, to: &writer)
    writer.append(UInt32(record.metrics.count))
    for metric in record.metrics { append(metric, to: &writer) }
    writer.append(UInt32(record.series.count))
    for series in record.series { append(series, to: &writer) }
    writer.append(UInt32(record.distributions.count))
    for series in record.distributions { series.append(to: &writer) }
    writer.append(raw: Digest.of(writer.bytes).bytes)
    return writer.bytes
  }

  /// A digest of everything that a record holds.
  package static func contentDigest(of record: Record) -> Digest {
    let bytes = encode(record)
    // Records end with the digest of what comes before.
    return Digest(bytes: bytes.suffix(digestSize))!
  }

  /// Whether these are the undamaged bytes of a record with this key.
  static func isWhole(_ bytes: [UInt8], key: Digest) -> Bool {
    guard let content = try? content(of: bytes) else { return false }
    var reader = ByteReader(content)
    return (try? reader.text()) == key.hex
  }

  package static func decode(_ bytes: [UInt8]) throws(RecordDamage) -> Record {
    var reader = ByteReader(try content(of: bytes))
    return try record(from: &reader)
  }

  /// What stands between the header and the digest, once both have been checked.
  private static func content(of bytes: [UInt8]) throws(RecordDamage) -> ArraySlice<UInt8> {
    guard bytes.starts(with: magic) else { throw .notARecord }
    // Another format may have another digest, or none: the format comes first.
    var header = ByteReader(bytes.dropFirst(magic.count))
    let version = try header.integer(UInt32.self)
    guard version == format else { throw .otherFormat(version) }
    guard bytes.count >= headerSize + digestSize else { throw .truncated }
    let content = bytes.dropLast(digestSize)
    guard Digest.of(Array(content)).bytes.elementsEqual(bytes.suffix(digestSize)) else {
      throw .digestDiffers
    }
    return content.dropFirst(headerSize)
  }

  private static func record(from reader: inout ByteReader) throws(RecordDamage) -> Record {
    guard let key = Digest(hex: try reader.text()) else { throw .malformed("key") }
    let provenance = try reader.text()
    guard let steps = Int(exactly: try reader.integer(UInt64.self)) else { throw .malformed("steps") }
    let sizes = try sizes(from: &reader)
    let firstNonfinite = try nonfinite(from: &reader)
    var metrics: [MetricValue] = []
    for _ in 0..<(try reader.integer(UInt32.self)) { metrics.append(try metric(from: &reader)) }
    var allSeries: [Series] = []
    for _ in 0..<(try reader.integer(UInt32.self)) { allSeries.append(try series(from: &reader)) }
    var distributions: [DistributionSeries] = []
    for _ in 0..<(try reader.integer(UInt32.self)) {
      distributions.append(try DistributionSeries(from: &reader))
    }
    guard reader.isAtEnd else { throw .malformed("end") }
    return Record(
      key: key, provenance: provenance, steps: steps, sizes: sizes, firstNonfinite: firstNonfinite,
      metrics: metrics, series: allSeries, distributions: distributions)
  }

  private static func sizes(from reader: inout ByteReader) throws(RecordDamage) -> RunSizes {
    let sizes = try reader.integers()
    guard sizes.count == 4 else { throw .malformed("sizes") }
    return RunSizes(inputs: sizes[0], outputs: sizes[1], trainExamples: sizes[2], testExamples: sizes[3])
  }

  private static func append(_ nonfinite: Nonfinite?, to writer: inout ByteWriter) {
    writer.append([nonfinite?.step].compactMap(\.self))
    if let nonfinite { writer.append(nonfinite.parameter) }
  }

  private static func nonfinite(from reader: inout ByteReader) throws(RecordDamage) -> Nonfinite? {
    guard let step = try reader.integers().first else { return nil }
    return Nonfinite(step: step, parameter: try reader.text())
  }

  private static func append(_ metric: MetricValue, to writer: inout ByteWriter) {
    writer.append(metric.metric.rawValue)
    writer.append(UInt32(metric.layer ?? 0))
    writer.append(metric.ablation ?? [])
    writer.append(metric.value)
  }

  private static func metric(from reader: inout ByteReader) throws(RecordDamage) -> MetricValue {
    guard let metric = Metric(rawValue: try reader.text()) else { throw .malformed("metric") }
    let layer = Int(try reader.integer(UInt32.self))
    let ablation = try reader.integers()
    return MetricValue(
      metric, layer: layer == 0 ? nil : layer, ablation: ablation.isEmpty ? nil : ablation,
      value: try reader.double())
  }

  private static func append(_ series: Series, to writer: inout ByteWriter) {
    append(series.recording, to: &writer)
    writer.append(series.units)
    writer.append(series.steps)
    writer.append(series.values)
  }

  private static func series(from reader: inout ByteReader) throws(RecordDamage) -> Series {
    let recording = try recording(from: &reader)
    let units = try reader.integers()
    let steps = try reader.integers()
    let values = try reader.floats()
    guard values.count == steps.count * max(1, units.count) else { throw .malformed("series") }
    return Series(recording: recording, units: units, steps: steps, values: values)
  }

  private static func append(_ recording: Recording, to writer: inout ByteWriter) {
    writer.append(recording.quantity.rawValue)
    writer.append(UInt32(recording.layer ?? 0))
    writer.append(UInt32(recording.every))
    switch recording.units {
    case .all: writer.append([0])
    case .first(let count): writer.append([1, count])
    case .list(let units): writer.append([2] + units)
    }
  }

  private static func recording(from reader: inout ByteReader) throws(RecordDamage) -> Recording {
    guard let quantity = Quantity(rawValue: try reader.text()) else { throw .malformed("quantity") }
    let layer = Int(try reader.integer(UInt32.self))
    let every = Int(try reader.integer(UInt32.self))
    let units = try reader.integers()
    let selection: UnitSelection
    switch (units.first, units.count) {
    case (0, 1): selection = .all
    case (1, 2): selection = .first(units[1])
    case (2, _): selection = .list(Array(units.dropFirst()))
    default: throw .malformed("units")
    }
    return Recording(quantity: quantity, layer: layer == 0 ? nil : layer, units: selection, every: every)
  }
}
