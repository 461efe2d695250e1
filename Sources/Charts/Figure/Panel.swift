/// One plot of a sheet.
package struct Panel: Sendable {
  /// Above the plot, small; empty for none.
  package var title: String
  package var x: Axis
  package var y: Axis
  /// Drawn in this order.
  package var marks: [Mark]
  /// Remarks in small grey text, besides those that the panel finds itself (points outside, values ≤ 0, NaN).
  package var notes: [String]
  /// Said where there are values but none is finite.
  package var nonfiniteMessage: String

  package init(
    title: String = "", x: Axis, y: Axis, marks: [Mark], notes: [String] = [],
    nonfiniteMessage: String = "no finite values"
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
    self.notes = notes
    self.nonfiniteMessage = nonfiniteMessage
  }
}
