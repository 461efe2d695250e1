import Studies

/// What every row of a sheet shows, so that no number in it is unexplained.
struct SheetCaption {
  let spec: SheetSpec
  let kind: StudyKind

  var markdown: String {
    spec.rows.enumerated().map { index, row in
      "\(index + 1). **\(RowText.title(row))**: \(text(row))."
    }.joined(separator: "\n") + "\n"
  }

  private func text(_ row: RowSpec) -> String {
    switch row.mark {
    case .line(let spec) where kind == .forward && spec.quantity.scope == .layer:
      "\(spec.quantity.summary), a point a layer"
    case .line(let spec):
      spec.quantity.summary + SheetCaption.units(spec) + SheetCaption.every(spec)
    case .heatMap(let spec):
      "\(spec.quantity.summary) as a colour, a row of cells a layer\(SheetCaption.every(spec))"
        + (row.scale == .linear ? "" : ", on a logarithmic scale")
    case .histogram(let spec, let options):
      "histogram of the " + TensorText.summary(spec, in: kind) + steps(spec.steps)
        + SheetCaption.options(options, spec)
    case .ridgeline(let spec, let options):
      "histograms of the " + TensorText.summary(spec, in: kind) + steps(spec.steps)
        + ", the first at the back" + SheetCaption.options(options, spec)
    case .percentiles(let spec):
      "percentiles of the " + TensorText.summary(spec, in: kind) + steps(spec.steps)
        + "; the bands reach over ±½, 1 and 1½ standard deviations of a normal distribution, the palest from the "
        + "smallest to the largest value, the line is the median"
    case .phaseDiagram(let spec, let axes, let contours):
      "\(spec.outcome.summary), as a colour: a cell for each \(SettingLabel.text(axes.x)) (to the right) and "
        + "\(SettingLabel.text(axes.y)) (upwards)" + SheetCaption.exceptions(spec.outcome)
        + SheetCaption.contours(contours) + (row.scale == .linear ? "" : "; colours on a logarithmic scale")
    case .response(let spec, let x):
      "\(spec.outcome.summary), over the \(SettingLabel.text(x))"
        + (spec.outcome == .divergedShare
          ? ", with the 95 % confidence interval of the probability (Wilson 1927)" : "")
    case .multiples(let spec, let axes):
      "\(spec.quantity.summary)\(SheetCaption.every(spec)), a small chart for each \(SettingLabel.text(axes.x)) (to the "
        + "right) and \(SettingLabel.text(axes.y)) (upwards), all with the same scales"
    }
  }

  private static func exceptions(_ outcome: Outcome) -> String {
    switch outcome {
    case .divergedShare: ""
    case .metric(.firstNonfiniteStep): "; white where the run stays finite"
    case .metric, .deadShare: "; hatched where the run became NaN or infinite"
    }
  }

  private static func contours(_ levels: [Double]) -> String {
    guard !levels.isEmpty else { return "" }
    return "; lines, interpolated between the cells, at "
      + levels.map(NumberText.decimal).joined(separator: ", ")
  }

  private static func units(_ spec: RecordingSpec) -> String {
    guard spec.quantity.scope == .unit else { return "" }
    return switch spec.units {
    case .all: ", one line a unit"
    case .first(let count): ", one line for each of the first \(count) units"
    case .list(let units):
      ", one line for each of the units " + units.map(String.init).joined(separator: ", ")
    }
  }

  private static func every(_ spec: RecordingSpec) -> String {
    spec.every == 1 ? "" : ", every \(spec.every) steps"
  }

  private func steps(_ steps: StepSelection) -> String {
    guard kind != .forward else { return "" }
    return switch steps {
    case .list([]): ", at the first and the last step"
    case .list(let listed) where listed.count == 1: ", at step \(listed[0])"
    case .list(let listed): ", at steps " + listed.map(String.init).joined(separator: ", ")
    case .every(1): ", at every step"
    case .every(let interval): ", every \(interval) steps"
    case .logarithmic(let count): ", at \(count) steps, evenly spaced on a logarithmic scale"
    }
  }

  private static func options(_ options: HistogramOptions, _ spec: DistributionSpec) -> String {
    var parts: [String] = []
    if let bins = spec.bins {
      let range = "\(NumberText.decimal(bins.range.low))…\(NumberText.decimal(bins.range.high))"
      parts.append("counted in \(bins.count) bins over \(range)")
    }
    if options.values == .logAbs { parts.append("|x| on a logarithmic axis, which has no place for 0") }
    if options.counts == .log { parts.append("counts on a logarithmic scale") }
    if options.density {
      parts.append(options.values == .logAbs ? "as a density per decade" : "as a density")
    }
    return parts.map { "; \($0)" }.joined()
  }
}

/// How a row of a sheet is named.
enum RowText {
  static func title(_ row: RowSpec) -> String {
    guard row.title.isEmpty else { return row.title }
    return switch row.mark {
    case .line(let spec), .heatMap(let spec), .multiples(let spec, _): QuantityText.name(spec)
    case .phaseDiagram(let spec, _, _), .response(let spec, _): QuantityText.name(spec)
    case .histogram(let spec, let options), .ridgeline(let spec, let options):
      TensorText.name(spec, isMagnitude: options.values == .logAbs)
    case .percentiles(let spec): TensorText.name(spec, isMagnitude: row.scale == .logAbs)
    }
  }
}
