import Charts
import Records
import Studies

/// Draws all sheets of a study: SheetSpec + Records → Sheet → PNG.
struct SheetRenderer {
  let results: StudyResults

  /// The pictures, in the order of the sheets and of their facet's values.
  ///
  /// No two have one file name.
  ///
  /// - Throws: `PNGImage.Failure`.
  func render() throws(PNGImage.Failure) -> [RenderedSheet] {
    var pictures: [RenderedSheet] = []
    for (index, spec) in results.study.sheets.enumerated() {
      let points = spec.points.map { results.study.points[$0] }
      guard let each = spec.each else {
        pictures.append(try picture(index, spec, points, facet: "", name: unused(spec.name, in: pictures)))
        continue
      }
      let values = each.values(of: points)
      for (value, slug) in zip(values, Slug.distinct(values)) {
        let selected = points.filter { each.value(of: $0) == value }
        let name = unused("\(spec.name)-\(slug)", in: pictures)
        pictures.append(try picture(index, spec, selected, facet: each.heading(value), name: name))
      }
    }
    return pictures
  }

  /// One sheet may be called what another's facet makes of its name.
  private func unused(_ name: String, in pictures: [RenderedSheet]) -> String {
    let taken = pictures.map { String($0.fileName.dropLast(".png".count)) }
    var (candidate, number) = (name, 1)
    while taken.contains(candidate) {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }

  private func picture(
    _ index: Int, _ spec: SheetSpec, _ points: [GridPoint], facet: String, name: String
  ) throws(PNGImage.Failure) -> RenderedSheet {
    let title = facet.isEmpty ? spec.title : "\(spec.title): \(facet)"
    let sheet = SheetBuilder(results: results, spec: spec, points: points, title: title).sheet
    let description = "\(title), by \(SheetRenderer.columnsInWords(spec))"
    let png = try PNGImage.encode(
      sheet.render(),
      texts: [
        .init(
          key: SheetPicture.textKey,
          value: SheetListing.text(study: results.study.name, description: description, sheet))
      ])
    return RenderedSheet(
      spec: index, fileName: "\(name).png", facet: facet, description: description, png: png)
  }

  private static func columnsInWords(_ spec: SheetSpec) -> String {
    switch spec.columns {
    case .group: "group"
    case .run: "run"
    case .setting(let name): SettingLabel.text(name)
    }
  }
}

/// What makes a PNG one of Kiseki's sheets.
package enum SheetPicture {
  static let textKey = "Kiseki"

  /// Whether a PNG was drawn by Kiseki.
  package static func isSheet(_ png: [UInt8]) -> Bool {
    guard let picture = try? PNGImage.decode(png) else { return false }
    return picture.texts.contains { $0.key == textKey }
  }

  /// Whether two PNGs show the same pixels and say the same, however they were compressed.
  package static func isSame(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard let first = try? PNGImage.decode(first), let second = try? PNGImage.decode(second) else {
      return false
    }
    return first == second
  }
}
