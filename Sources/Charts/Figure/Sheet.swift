/// A grid of panels with headings: one picture.
///
/// Its size in pixels depends on its structure (texts, rows, columns, shared axes) and never on the data, so that two
/// pictures of one study can be laid over each other.
package struct Sheet: Sendable {
  /// What stands over a column.
  package struct Column: Equatable, Sendable {
    package var title: String
    /// Under the title, in grey; empty for none.
    package var note: String

    package init(title: String, note: String = "") {
      self.title = title
      self.note = note
    }
  }

  package struct LegendEntry: Equatable, Sendable {
    package enum Swatch: Equatable, Sendable {
      case line(Color, dash: [Double])
      case box(Color)
      case point(Color)
      /// A cell of a heat map without a value.
      case cell(isHatched: Bool)
      /// The palette's ramp, between two labels (the entry's own comes first).
      case ramp(from: String, to: String)
    }

    package var label: String
    package var swatch: Swatch

    package init(label: String, swatch: Swatch) {
      self.label = label
      self.swatch = swatch
    }

    /// The entry of a solid line.
    package static func line(_ label: String, _ color: Color, dash: [Double] = []) -> LegendEntry {
      LegendEntry(label: label, swatch: .line(color, dash: dash))
    }
  }

  /// How lines with a label are named.
  package enum Naming: Equatable, Sendable {
    /// Direct labels where every panel has at most four labelled lines and there are at most two columns, otherwise a
    /// legend of all labels.
    case automatic
    /// At the right of each plot, where the line ends.
    case direct
    /// These entries under the header.
    case legend([LegendEntry])
    case none
  }

  package var title: String
  package var subtitle: String
  package var columns: [Column]
  /// Headings of the rows; empty for none, or one a row (empty strings allowed).
  package var rowLabels: [String]
  /// Rows of panels, left to right; nil leaves a place empty.
  ///
  /// Short rows are filled up with nil.
  package var panels: [[Panel?]]
  package var naming: Naming
  /// Under the panels, in grey; long ones are wrapped.
  package var footnotes: [String]

  package init(
    title: String, subtitle: String = "", columns: [Column] = [], rowLabels: [String] = [],
    panels: [[Panel?]],
    naming: Naming = .automatic, footnotes: [String] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.columns = columns
    self.rowLabels = rowLabels
    self.panels = panels
    self.naming = naming
    self.footnotes = footnotes
  }

  /// How many columns the grid has; at least one.
  package var columnCount: Int {
    max(1, columns.count, panels.map(\.count).max() ?? 0)
  }

  package func panel(row: Int, column: Int) -> Panel? {
    panels.indices.contains(row) && panels[row].indices.contains(column) ? panels[row][column] : nil
  }
}
