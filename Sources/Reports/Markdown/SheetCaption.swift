import Studies

/// What every row of a sheet shows, so that no number in it is unexplained.
struct SheetCaption {
  let spec: SheetSpec

  var markdown: String {
    spec.rows.enumerated().map { index, row in
      "\(index + 1). **\(RowText.title(row))**: \(row.recording.quantity.summary)\(units(row))\(every(row))."
    }.joined(separator: "\n") + "\n"
  }

  private func units(_ row: RowSpec) -> String {
    guard row.recording.quantity.scope == .unit else { return "" }
    return switch row.recording.units {
    case .all: ", one line a unit"
    case .first(let count): ", one line for each of the first \(count) units"
    case .list(let units):
      ", one line for each of the units " + units.map(String.init).joined(separator: ", ")
    }
  }

  private func every(_ row: RowSpec) -> String {
    row.recording.every == 1 ? "" : ", every \(row.recording.every) steps"
  }
}

/// How a row of a sheet is named.
enum RowText {
  static func title(_ row: RowSpec) -> String {
    row.title.isEmpty ? QuantityText.name(row.recording) : row.title
  }
}
