/// A setting before and after; nil where the run has none.
package struct SettingDifference: Equatable, Sendable {
  package let name: String
  package let base: String?
  package let head: String?

  static func all(_ base: [SettingData], _ head: [SettingData]) -> [SettingDifference] {
    let names = Set((base + head).map(\.name)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names.compactMap { name in
      let before = base.first { $0.name == name }?.value
      let after = head.first { $0.name == name }?.value
      return before == after ? nil : SettingDifference(name: name, base: before, head: after)
    }
  }
}
