import Foundation
import Numerics

/// The bit patterns of `values`, with one pattern for every NaN: which NaN an operation gives is not part of the
/// contract.
func bits(_ values: [Float]) -> [UInt32] {
  values.map { $0.isNaN ? 0x7FC0_0000 : $0.bitPattern }
}

/// Whether the tests that take minutes are wanted.
let longTestsAreWanted = ProcessInfo.processInfo.environment["KISEKI_LONG_TESTS"] != nil

/// A matrix of normals; where `isHostile`, some elements are −0, infinite, NaN, subnormal or huge.
func randomMatrix(_ rows: Int, _ columns: Int, index: UInt32, isHostile: Bool = false) -> Matrix {
  var stream = RandomStream(seed: 20_170_523, name: "test matrix", index: index)
  let special: [Float] = [-0.0, 0, .infinity, -.infinity, .nan, 0x1p-149, -.greatestFiniteMagnitude]
  let elements = (0..<rows * columns).map { _ in
    let normal = stream.normal()
    return isHostile && stream.below(20) == 0 ? special[Int(stream.below(7))] : normal
  }
  return Matrix(rows: rows, columns: columns, elements: elements)
}
