/// Legend entries in rows that fill the width of the sheet from the left.
struct LegendLayout {
  struct Placed {
    var entry: Sheet.LegendEntry
    /// From the legend's left edge.
    var x: Double
    var row: Int
    /// Of the label, which may be cut.
    var label: String
    var swatchWidth: Double
    /// From `x`; a ramp stands behind its label, anything else before it.
    var swatchX: Double
    var labelX: Double
  }

  private(set) var entries: [Placed] = []
  private(set) var height = 0.0
  let style: TextStyle
  let rowHeight: Double

  init(_ given: [Sheet.LegendEntry], scale: Double, width: Double) {
    style = Theme.label(scale)
    rowHeight = 36 * scale
    var x = 0.0
    var row = 0
    for entry in given {
      let swatch = Self.swatchWidth(entry.swatch, style: style, scale: scale)
      let label = TextFitting.elided(entry.label, style: style, width: width - swatch - 12 * scale)
      let advance = swatch + 12 * scale + StrokeFont.width(of: label, style: style)
      if x > 0, x + advance > width {
        x = 0
        row += 1
      }
      let labelWidth = advance - swatch
      let isRamp = if case .ramp = entry.swatch { true } else { false }
      entries.append(
        Placed(
          entry: entry, x: x, row: row, label: label, swatchWidth: swatch, swatchX: isRamp ? labelWidth : 0,
          labelX: isRamp ? 0 : swatch + 12 * scale))
      x += advance + 36 * scale
    }
    height = given.isEmpty ? 0 : Double(row + 1) * rowHeight
  }

  private static func swatchWidth(_ swatch: Sheet.LegendEntry.Swatch, style: TextStyle, scale: Double)
    -> Double
  {
    switch swatch {
    case .line, .box, .cell: 42 * scale
    case .point: 18 * scale
    case .ramp(let from, let to):
      220 * scale + StrokeFont.width(of: from, style: style) + StrokeFont.width(of: to, style: style)
        + 24 * scale
    }
  }
}
