/// Which run of one report is which of the other.
///
/// A run is known by its name and seed. A changed setting may change the name, so runs that are left over are paired within
/// their group and seed: those first whose settings differ least.
struct RunPairing {
  private(set) var pairs: [(base: RunData, head: RunData)] = []
  private(set) var removed: [RunData] = []
  private(set) var added: [RunData] = []

  init(_ base: [RunData], _ head: [RunData]) {
    var unpaired = head.indices.map { Optional(head[$0]) }
    var places: [RunKey: Int] = [:]
    for (index, run) in head.enumerated() { places[RunKey(run)] = index }
    var leftOver: [RunData] = []
    var partners: [(head: Int, base: RunData)] = []
    for run in base {
      if let index = places[RunKey(run)], unpaired[index] != nil {
        partners.append((index, run))
        unpaired[index] = nil
      } else {
        leftOver.append(run)
      }
    }
    pairSimilar(&leftOver, &unpaired, &partners)
    // In the order of the newer report.
    pairs = partners.sorted { $0.head < $1.head }.map { ($0.base, head[$0.head]) }
    removed = leftOver
    added = unpaired.compactMap(\.self)
  }

  private struct RunKey: Hashable {
    let name: String
    let seed: UInt64

    init(_ run: RunData) {
      name = run.name
      seed = run.seed
    }
  }

  private struct Candidate {
    let base: Int
    let head: Int
    let differences: Int
  }

  /// With more left over than this, runs are not compared each with each.
  private static let mostCompared = 400

  private func pairSimilar(
    _ base: inout [RunData], _ head: inout [RunData?], _ partners: inout [(head: Int, base: RunData)]
  ) {
    let places = head.indices.filter { head[$0] != nil }
    guard base.count <= RunPairing.mostCompared, places.count <= RunPairing.mostCompared else { return }
    var candidates: [Candidate] = []
    for (index, run) in base.enumerated() {
      for place in places {
        guard let other = head[place], other.group == run.group, other.seed == run.seed else { continue }
        let count = SettingDifference.all(run.settings, other.settings).count
        candidates.append(Candidate(base: index, head: place, differences: count))
      }
    }
    var paired: Set<Int> = []
    candidates.sort { ($0.differences, $0.base, $0.head) < ($1.differences, $1.base, $1.head) }
    for candidate in candidates where !paired.contains(candidate.base) && head[candidate.head] != nil {
      paired.insert(candidate.base)
      partners.append((candidate.head, base[candidate.base]))
      head[candidate.head] = nil
    }
    base = base.indices.filter { !paired.contains($0) }.map { base[$0] }
  }
}
