/// A canvas that remembers what was drawn, for tests of layout.
package struct RecordingCanvas: Canvas, Sendable {
  package enum Operation: Equatable, Sendable {
    case stroke([[Point]], pen: Pen, clip: Rect?)
    case fill([Point], color: Color, clip: Rect?)
    case text(TextRun)
  }

  package private(set) var operations: [Operation] = []

  package init() {}

  package mutating func stroke(_ paths: [[Point]], pen: Pen, clip: Rect?) {
    operations.append(.stroke(paths, pen: pen, clip: clip))
  }

  package mutating func fill(_ polygon: [Point], color: Color, clip: Rect?) {
    operations.append(.fill(polygon, color: color, clip: clip))
  }

  package mutating func text(_ run: TextRun) {
    operations.append(.text(run))
  }

  /// The lines of text, in drawing order.
  package var texts: [TextRun] {
    operations.compactMap { if case .text(let run) = $0 { run } else { nil } }
  }
}
