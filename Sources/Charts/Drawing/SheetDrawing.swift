extension Sheet {
  /// Width and height of the picture in pixels: the same for all data.
  package var pixelSize: (width: Int, height: Int) {
    let layout = SheetLayout(self)
    return (Int(layout.width), Int(layout.height))
  }

  /// The picture.
  package func render() -> Raster {
    let size = pixelSize
    var canvas = RasterCanvas(width: size.width, height: size.height)
    draw(on: &canvas)
    return canvas.raster
  }

  /// Draws ranges → ticks → gutters → plots, then every panel, and the texts around them.
  package func draw(on canvas: inout some Canvas) {
    let layout = SheetLayout(self)
    let ranges = SharedRanges(self)
    let gutters = YGutters(layout, ranges: ranges).widths
    let plots = layout.plots(gutters: gutters)
    var header = HeaderDrawing(layout: layout, plots: plots.first ?? [])
    header.draw(on: &canvas)
    for row in panels.indices {
      for column in panels[row].indices {
        guard let panel = panels[row][column], let bounds = ranges.bounds(row: row, column: column) else {
          continue
        }
        let place = PanelPlace(layout, row: row, column: column, plot: plots[row][column])
        PanelDrawing(panel: panel, place: place, x: bounds.x, y: bounds.y).draw(on: &canvas)
      }
    }
  }
}

/// The room that the y axes' labels need left of each column.
struct YGutters {
  let widths: [Double]

  init(_ layout: SheetLayout, ranges: SharedRanges) {
    let room = SheetRoom(layout.sheet, columnCount: layout.columnCount)
    let style = Theme.tick(layout.scale)
    widths = (0..<layout.columnCount).map { column in
      var widest = 0.0
      var hasLabel = false
      for row in layout.sheet.panels.indices where layout.showsY(row: row, column: column) {
        guard let panel = layout.sheet.panel(row: row, column: column),
          let bounds = ranges.bounds(row: row, column: column)
        else { continue }
        let plot = Rect(x: 0, y: 0, width: 100, height: layout.plotHeight)
        let scale = PanelScales.y(panel, bounds.y, plot: plot, scale: layout.scale)
        let ticks = PanelScales.yTicks(panel, scale, plot: plot, scale: layout.scale)
        for tick in ticks.major { widest = max(widest, StrokeFont.width(of: tick.label, style: style)) }
        hasLabel = hasLabel || !panel.y.label.isEmpty
      }
      let needed = widest + (hasLabel ? 58 : 20) * layout.scale
      return max(room.defaultGutters[column], widest > 0 ? needed : 0)
    }
  }
}
