/// A sheet as a picture.
package struct RenderedSheet: Sendable {
  /// Position of its `SheetSpec` in the study.
  package let spec: Int
  /// Below the report's folder.
  package let fileName: String
  /// The value of the facet that the picture is of, such as a group's name; empty for a sheet of one picture.
  package let facet: String
  /// One line in words.
  package let description: String
  package let png: [UInt8]
}
