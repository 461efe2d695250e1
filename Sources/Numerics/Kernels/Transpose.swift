/// Transposes in registers.
enum Transpose {
  /// Four columns of four rows.
  @inline(__always)
  static func quads(
    _ source: UnsafePointer<Float>, _ pitch: Int
  ) -> (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>) {
    let rows = UnsafeRawPointer(source)
    let a = rows.loadUnaligned(as: SIMD4<Float>.self)
    let b = (rows + 4 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    let c = (rows + 8 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    let d = (rows + 12 * pitch).loadUnaligned(as: SIMD4<Float>.self)
    return (
      SIMD4(a.x, b.x, c.x, d.x), SIMD4(a.y, b.y, c.y, d.y), SIMD4(a.z, b.z, c.z, d.z),
      SIMD4(a.w, b.w, c.w, d.w)
    )
  }

  /// The columns of 16 rows of 16 elements, of which the first `rows` are there and the others count as zeros.
  ///
  /// Each of the four rounds deals the 256 elements onto two piles, those at even places and those at odd ones: so an
  /// element's place of eight bits, four of its row and four of its column, is rotated by one.
  @inline(__always)
  static func square(
    _ source: UnsafePointer<Float>, _ pitch: Int, rows: Int, _ body: (_ column: Int, TileRow) -> Void
  ) {
    // Two allocations, since one of that size would be taken from the heap.
    withUnsafeTemporaryAllocation(of: TileRow.self, capacity: 16) { a in
      withUnsafeTemporaryAllocation(of: TileRow.self, capacity: 16) { b in
        let (a, b) = (a.baseAddress!, b.baseAddress!)
        for row in 0..<rows { (a + row).initialize(to: loadRow(source + row &* pitch)) }
        for row in rows..<16 { (a + row).initialize(to: TileRow()) }
        deal(a, b)
        deal(b, a)
        deal(a, b)
        deal(b, a)
        for column in 0..<16 { body(column, a[column]) }
      }
    }
  }

  /// The columns of 16 × 16 neighbours, which are the rows one after the other.
  ///
  /// A call of its own: where it is inlined, the compiler takes it apart to load element by element.
  @inline(never)
  static func square(_ source: UnsafePointer<Float>, into columns: UnsafeMutablePointer<TileRow>) {
    square(source, 16, rows: 16) { columns[$0] = $1 }
  }

  @inline(__always)
  private static func deal(_ from: UnsafeMutablePointer<TileRow>, _ to: UnsafeMutablePointer<TileRow>) {
    for index in 0..<8 {
      let (x, y) = (from[2 &* index], from[2 &* index &+ 1])
      (to + index).initialize(to: TileRow(lowHalf: x.evenHalf, highHalf: y.evenHalf))
      (to + (index &+ 8)).initialize(to: TileRow(lowHalf: x.oddHalf, highHalf: y.oddHalf))
    }
  }
}
