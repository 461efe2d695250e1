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
    // Pictures share nothing: each core draws some.
    for picture in plans.mapInParallel({ plan in Result { () throws(PNGImage.Failure) in try picture(plan) } }
    ) {
      pictures.append(try picture.get())
    }
    return pictures
  }

  /// A picture to draw.
  private struct Plan: Sendable {
    /// Position of its `SheetSpec` in the study.
    let index: Int
    let spec: SheetSpec
    let points: [GridPoint]
    let facet: String
    let name: String
  }

  private var plans: [Plan] {
    var plans: [Plan] = []
    for (index, spec) in results.study.sheets.enumerated() {
      let points = spec.points.map { results.study.points[$0] }
      guard let each = spec.each else {
        let name = unused(spec.name, in: plans)
        plans.append(Plan(index: index, spec: spec, points: points, facet: "", name: name))
        continue
      }
      let values = each.values(of: points)
      for (value, slug) in zip(values, Slug.distinct(values)) {
        let selected = points.filter { each.value(of: $0) == value }
        let name = unused("\(spec.name)-\(slug)", in: plans)
        plans.append(
          Plan(index: index, spec: spec, points: selected, facet: each.heading(value), name: name))
      }
    }
    return plans
  }

  /// One sheet may be called what another's facet makes of its name.
  private func unused(_ name: String, in plans: [Plan]) -> String {
    let taken = plans.map(\.name)
    var (candidate, number) = (name, 1)
    while taken.contains(candidate) {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }

  private func picture(_ plan: Plan) throws(PNGImage.Failure) -> RenderedSheet {
    let (spec, facet) = (plan.spec, plan.facet)
    let title = facet.isEmpty ? spec.title : "\(spec.title): \(facet)"
    let sheet = SheetBuilder(results: results, spec: spec, points: plan.points, title: title).sheet
    let description = "\(title), by \(SheetRenderer.columnsInWords(spec))"
    let png = try PNGImage.encode(
      sheet.render(),
      texts: [
        .init(
          key: SheetPicture.textKey,
          value: SheetListing.text(study: results.study.name, description: description, sheet))
      ])
    return RenderedSheet(
      spec: plan.index, fileName: "\(plan.name).png", facet: facet, description: description, png: png)
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
