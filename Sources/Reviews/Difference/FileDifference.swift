import Charts
import Reports

/// A file of a report that was added, removed or changed.
package struct FileDifference: Sendable {
  package enum Change: Sendable {
    case added
    case removed
    /// Lines of text.
    case lines(added: Int, removed: Int)
    /// A sheet: the share of pixels that differ (nil where the sizes do), and the panels whose data differ.
    case picture(pixels: Double?, panels: [String])
    case bytes
  }

  package let name: String
  package let change: Change

  /// nil if the files say the same, as text, or as a picture.
  init?(_ name: String, base: [UInt8]?, head: [UInt8]?) {
    self.name = name
    switch (base, head) {
    case (nil, nil): return nil
    case (nil, _?): change = .added
    case (_?, nil): change = .removed
    case (let base?, let head?):
      if base == head { return nil }
      guard let kind = FileDifference.change(name, base, head) else { return nil }
      change = kind
    }
  }

  package var isSheet: Bool { name.hasSuffix(".png") }

  private static func change(_ name: String, _ base: [UInt8], _ head: [UInt8]) -> Change? {
    if name.hasSuffix(".png") {
      if SheetPicture.isSame(base, head) { return nil }
      return .picture(
        pixels: PictureDifference(base, head)?.share, panels: SheetListing.changedPanels(base, head))
    }
    guard let before = String(validating: base, as: UTF8.self),
      let after = String(validating: head, as: UTF8.self)
    else { return .bytes }
    return LineCount(before, after).change
  }
}

/// How many lines of a text came and went.
private struct LineCount {
  let change: FileDifference.Change

  init(_ base: String, _ head: String) {
    let before = base.split(separator: "\n", omittingEmptySubsequences: false)
    let after = head.split(separator: "\n", omittingEmptySubsequences: false)
    // The cost of a difference grows with the product of the lengths.
    guard before.count * after.count < 16_000_000 else {
      change = .bytes
      return
    }
    let difference = after.difference(from: before)
    change = .lines(added: difference.insertions.count, removed: difference.removals.count)
  }
}
