/// Names of lines at the right of the plot, each at the height where its line ends.
struct DirectLabels {
  private struct Label {
    var text: String
    var color: Color
    var y: Double
  }

  private let place: PanelPlace
  private var labels: [Label] = []

  init(_ drawing: PanelDrawing) {
    place = drawing.place
    let plot = place.plot
    for case .line(let line) in drawing.panel.marks where !line.label.isEmpty {
      let count = line.drawnCount
      guard let last = (0..<count).reversed().lazy.compactMap({ drawing.y.map(line.y[$0]) }).first else {
        continue
      }
      labels.append(Label(text: line.label, color: line.color, y: min(plot.maxY, max(plot.y, last))))
    }
  }

  func draw(on canvas: inout some Canvas) {
    let style = Theme.note(place.scale)
    let gap = style.size * 1.2
    var placed = labels.sorted { $0.y < $1.y }
    // Downwards apart, then back up from the foot of the plot.
    for index in placed.indices.dropFirst() {
      placed[index].y = max(placed[index].y, placed[index - 1].y + gap)
    }
    var foot = place.plot.maxY
    for index in placed.indices.reversed() {
      placed[index].y = min(placed[index].y, foot)
      foot = placed[index].y - gap
    }
    for label in placed {
      let text = TextFitting.elided(label.text, style: style, width: place.trailing - 14 * place.scale)
      let origin = Point(place.plot.maxX + 12 * place.scale, label.y + 0.35 * style.size)
      canvas.text(TextRun(text, at: origin, style: TextStyle(size: style.size, color: label.color.readable)))
    }
  }
}
