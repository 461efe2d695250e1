extension Kernels {
  /// Ten rows of thirty-two: 20 of the 32 registers of AVX-512.
  ///
  /// Ten, because mini-batches are round numbers; enough sums at once to hide how long an addition takes.
  enum Wide: MicroKernel {
    static var rows: Int { 10 }
    static var columns: Int { 32 }

    static func run(
      _ panel: LeftPanel, _ right: UnsafePointer<Float>, _ tile: UnsafeMutablePointer<Float>, _ pitch: Int,
      resumes: Bool
    ) {
      if let stepPitch = panel.pitch {
        let reader = PlacedReader(first: panel.elements, pitch: stepPitch)
        runTen(panel, reader, right, tile, pitch, resumes: resumes, WideRow.self)
      } else {
        runTen(panel, PackedReader(first: panel.elements), right, tile, pitch, resumes: resumes, WideRow.self)
      }
    }
  }

  /// The left half of a `Wide` tile, for the last columns of a result.
  enum HalfWide: MicroKernel {
    static var rows: Int { 10 }
    static var columns: Int { 16 }

    static func run(
      _ panel: LeftPanel, _ right: UnsafePointer<Float>, _ tile: UnsafeMutablePointer<Float>, _ pitch: Int,
      resumes: Bool
    ) {
      if let stepPitch = panel.pitch {
        let reader = PlacedReader(first: panel.elements, pitch: stepPitch)
        runTen(panel, reader, right, tile, pitch, resumes: resumes, HalfRow.self)
      } else {
        runTen(panel, PackedReader(first: panel.elements), right, tile, pitch, resumes: resumes, HalfRow.self)
      }
    }
  }

  /// Ten rows of any width; their sums are variables of their own, or they would not stay in registers.
  @inline(__always)
  private static func runTen<Row: AccumulatorRow, Left: LeftReader>(
    _ panel: LeftPanel, _ reader: Left, _ right: UnsafePointer<Float>, _ tile: UnsafeMutablePointer<Float>,
    _ pitch: Int, resumes: Bool, _: Row.Type
  ) {
    var (row0, row1, row2, row3, row4) = (Row(), Row(), Row(), Row(), Row())
    var (row5, row6, row7, row8, row9) = (Row(), Row(), Row(), Row(), Row())
    if resumes {
      (row0, row1, row2) = (Row(at: tile), Row(at: tile + pitch), Row(at: tile + 2 * pitch))
      (row3, row4, row5) = (Row(at: tile + 3 * pitch), Row(at: tile + 4 * pitch), Row(at: tile + 5 * pitch))
      (row6, row7, row8) = (Row(at: tile + 6 * pitch), Row(at: tile + 7 * pitch), Row(at: tile + 8 * pitch))
      row9 = Row(at: tile + 9 * pitch)
    }
    for index in 0..<panel.count {
      let step = Int(panel.steps[index])
      let left = reader.elements(index, step: step, height: 10)
      let vector = Row(at: right + step &* Row.width)
      row0.add(left[0], vector)
      row1.add(left[1], vector)
      row2.add(left[2], vector)
      row3.add(left[3], vector)
      row4.add(left[4], vector)
      row5.add(left[5], vector)
      row6.add(left[6], vector)
      row7.add(left[7], vector)
      row8.add(left[8], vector)
      row9.add(left[9], vector)
    }
    row0.store(to: tile)
    row1.store(to: tile + pitch)
    row2.store(to: tile + 2 * pitch)
    row3.store(to: tile + 3 * pitch)
    row4.store(to: tile + 4 * pitch)
    row5.store(to: tile + 5 * pitch)
    row6.store(to: tile + 6 * pitch)
    row7.store(to: tile + 7 * pitch)
    row8.store(to: tile + 8 * pitch)
    row9.store(to: tile + 9 * pitch)
  }
}

/// The sums of one row of a tile.
private protocol AccumulatorRow {
  static var width: Int { get }
  /// Sums that have not begun: +0.
  init()
  init(at source: UnsafePointer<Float>)
  /// Adds `factor` times `vector`: two roundings.
  mutating func add(_ factor: Float, _ vector: Self)
  func store(to target: UnsafeMutablePointer<Float>)
}

private struct HalfRow: AccumulatorRow {
  static var width: Int { 16 }
  private var lanes = TileRow()

  @inline(__always) init() {}
  @inline(__always) init(at source: UnsafePointer<Float>) { lanes = loadRow(source) }
  @inline(__always) mutating func add(_ factor: Float, _ vector: HalfRow) {
    lanes += TileRow(repeating: factor) * vector.lanes
  }
  @inline(__always) func store(to target: UnsafeMutablePointer<Float>) { storeRow(lanes, to: target) }
}

private struct WideRow: AccumulatorRow {
  static var width: Int { 32 }
  private var low = TileRow()
  private var high = TileRow()

  @inline(__always) init() {}
  @inline(__always) init(at source: UnsafePointer<Float>) {
    low = loadRow(source)
    high = loadRow(source + 16)
  }
  @inline(__always) mutating func add(_ factor: Float, _ vector: WideRow) {
    let factors = TileRow(repeating: factor)
    low += factors * vector.low
    high += factors * vector.high
  }
  @inline(__always) func store(to target: UnsafeMutablePointer<Float>) {
    storeRow(low, to: target)
    storeRow(high, to: target + 16)
  }
}
