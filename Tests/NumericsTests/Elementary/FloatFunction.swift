import Foundation
import Numerics

/// A Float32 function under test, with its bound and the system's Double function as reference.
enum FloatFunction: String, CaseIterable, Sendable {
  case exp, expm1, tanh, sigmoid, erf, log, log1p

  /// The bound in ULP that the file of the function states.
  var bound: Double {
    switch self {
    case .exp: 0.77
    case .expm1: 1.5
    case .tanh: 1.4
    case .sigmoid: 2
    case .erf: 1.32
    case .log: 0.501
    case .log1p: 0.501
    }
  }

  func scalar(_ x: Float) -> Float {
    switch self {
    case .exp: Elementary.exp(x)
    case .expm1: Elementary.expm1(x)
    case .tanh: Elementary.tanh(x)
    case .sigmoid: Elementary.sigmoid(x)
    case .erf: Elementary.erf(x)
    case .log: Elementary.log(x)
    case .log1p: Elementary.log1p(x)
    }
  }

  /// The form for whole arrays, where there is one.
  func apply(_ values: inout [Float]) {
    switch self {
    case .exp: Elementary.exp(inPlace: &values)
    case .expm1: Elementary.expm1(inPlace: &values)
    case .tanh: Elementary.tanh(inPlace: &values)
    case .sigmoid: Elementary.sigmoid(inPlace: &values)
    case .erf: Elementary.erf(inPlace: &values)
    case .log, .log1p: for index in values.indices { values[index] = scalar(values[index]) }
    }
  }

  /// The lanes form, where there is one.
  func lanes(_ x: Elementary.Lanes) -> Elementary.Lanes? {
    switch self {
    case .exp: Elementary.exp(x)
    case .expm1: Elementary.expm1(x)
    case .tanh: Elementary.tanh(x)
    case .sigmoid: Elementary.sigmoid(x)
    case .erf: Elementary.erf(x)
    case .log, .log1p: nil
    }
  }

  func reference(_ x: Double) -> Double {
    switch self {
    case .exp: Foundation.exp(x)
    case .expm1: Foundation.expm1(x)
    case .tanh: Foundation.tanh(x)
    case .sigmoid: 1 / (1 + Foundation.exp(-x))
    case .erf: Foundation.erf(x)
    case .log: Foundation.log(x)
    case .log1p: Foundation.log1p(x)
    }
  }

  /// The largest error over the bit patterns `first`, `first + step`, … below `end`, and where it is.
  func largestError(from first: UInt64, to end: UInt64, step: UInt64) -> (ulps: Double, at: Float) {
    var largest = (ulps: -1.0, at: Float.nan)
    var next = first
    while next < end {
      var inputs: [Float] = []
      inputs.reserveCapacity(4_096)
      while next < end && inputs.count < 4_096 {
        inputs.append(Float(bitPattern: UInt32(truncatingIfNeeded: next)))
        next += step
      }
      var outputs = inputs
      apply(&outputs)
      for (input, output) in zip(inputs, outputs) {
        let error = ulps(output, from: reference(Double(input)))
        if error > largest.ulps { largest = (error, input) }
      }
    }
    return largest
  }
}
