import Records
import Studies

/// The report's table of distributions: a row for each tensor of each layer of each run, at its last recorded step.
struct DistributionTable {
  let results: StudyResults

  /// Longer tables are not read.
  private static let mostRows = 100

  var isEmpty: Bool { rows.isEmpty }

  /// The table, and what of it is left out.
  var markdown: String {
    let rows = rows
    let hasBins = rows.contains { $0.recorded.recording.bins != nil }
    let isTrained = results.study.kind != .forward
    var table = MarkdownTable(
      [("run", .left), ("distribution", .left)] + (isTrained ? [("step", .right)] : [])
        + ["mean", "sd", "min", "max", "zeros", "not finite"].map { ($0, .right) }
        + (hasBins ? [("outside the bins", .right)] : []) + [("kurtosis", .right), ("shape", .left)])
    for row in rows.prefix(DistributionTable.mostRows) {
      table.append(cells(row, hasBins: hasBins, hasStep: isTrained))
    }
    let left = rows.count - DistributionTable.mostRows
    return table.text
      + (left > 0
        ? "\nThe table ends after \(DistributionTable.mostRows) rows; \(ReportNumber.count(left)) more distributions "
          + "were recorded.\n" : "")
  }

  private struct Row {
    let point: GridPoint
    let recorded: RecordedDistribution
  }

  /// Of the first seed; of several recordings of one tensor the one that ends last, or has bins.
  private var rows: [Row] {
    results.study.points.flatMap { point -> [Row] in
      guard let record = results.records(ofPoint: point.index).first else { return [] }
      var rows: [Row] = []
      for recorded in record.distributions.compactMap({ RecordedDistribution($0, at: .last, in: record) })
      where recorded.distribution.count > 0 {
        guard let index = rows.firstIndex(where: { $0.recorded.isSameTensor(as: recorded) }) else {
          rows.append(Row(point: point, recorded: recorded))
          continue
        }
        if rows[index].recorded.isLess(than: recorded) { rows[index] = Row(point: point, recorded: recorded) }
      }
      return rows
    }
  }

  private func cells(_ row: Row, hasBins: Bool, hasStep: Bool) -> [String] {
    let recorded = row.recorded
    let distribution = recorded.distribution
    // NaN where there are no finite values, or they do not differ.
    let number = { (value: Double?) in
      value.flatMap { $0.isNaN ? nil : ReportNumber.significant($0) } ?? "–"
    }
    let examples = recorded.recording.examples == .probe ? ", probe" : ""
    var cells = [
      row.point.name,
      "\(TensorText.name(recorded.recording.tensor)), layer \(recorded.recording.layer)\(examples)",
    ]
    if hasStep { cells.append(ReportNumber.count(recorded.step)) }
    cells += [
      number(distribution.mean), number(distribution.standardDeviation),
      number(distribution.min.map(Double.init)), number(distribution.max.map(Double.init)),
      DistributionTable.share(distribution.zeroCount, distribution),
      distribution.nonfiniteCount == 0 ? "–" : ReportNumber.count(distribution.nonfiniteCount),
    ]
    if hasBins {
      cells.append(
        distribution.binned.map { DistributionTable.share($0.below + $0.above, distribution) } ?? "–")
    }
    return cells + [number(distribution.excessKurtosis), recorded.shape(in: row.point.settings.network).text]
  }

  /// "12.3 %"; a dash for none.
  private static func share(_ count: Int, _ distribution: Distribution) -> String {
    guard count > 0 else { return "–" }
    let percent = 100 * Double(count) / Double(distribution.count)
    return percent < 0.05 ? "\(ReportNumber.count(count))" : "\(ReportNumber.fixed(percent, decimals: 1)) %"
  }
}

extension RecordedDistribution {
  fileprivate func isSameTensor(as other: RecordedDistribution) -> Bool {
    recording.tensor == other.recording.tensor && recording.layer == other.recording.layer
      && recording.examples == other.recording.examples
  }

  fileprivate func isLess(than other: RecordedDistribution) -> Bool {
    (step, recording.bins == nil ? 0 : 1) < (other.step, other.recording.bins == nil ? 0 : 1)
  }
}
