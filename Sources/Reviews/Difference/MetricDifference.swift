/// A metric before and after; nil where the run has none.
package struct MetricDifference: Equatable, Sendable {
  package let name: String
  package let base: Double?
  package let head: Double?

  static func all(_ base: RunData, _ head: RunData) -> [MetricDifference] {
    let names = Set((base.metrics + head.metrics).map(\.name))
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { name in
      let before = base.metrics.first { $0.name == name }?.value
      let after = head.metrics.first { $0.name == name }?.value
      guard before?.bitPattern != after?.bitPattern else { return nil }
      return MetricDifference(name: name, base: before, head: after)
    }
  }
}
