/// Whether all of a matrix is finite: looked up when it is asked for the first time.
struct FinitenessQuestion {
  private let source: PanelSource
  private var answer: Bool?

  init(_ source: PanelSource) {
    self.source = source
  }

  var isFinite: Bool {
    mutating get {
      if let answer { return answer }
      let isFinite = !Finiteness.hasNonfinite(UnsafeBufferPointer(start: source.base, count: source.count))
      answer = isFinite
      return isFinite
    }
  }
}
