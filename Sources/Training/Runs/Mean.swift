extension Collection<Float> {
  /// The mean, summed in Double in index order; NaN of nothing.
  var mean: Double { reduce(0.0) { $0 + Double($1) } / Double(count) }
}
