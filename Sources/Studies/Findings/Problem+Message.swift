extension Problem {
  /// What is wrong and, where it can be told, what would be right.
  ///
  /// One line, no full stop.
  var message: String {
    fileMessage ?? shapeMessage ?? settingsMessage ?? gridMessage ?? referenceMessage ?? drawingMessage
      ?? claimMessage ?? "\(self)"
  }

  private var fileMessage: String? {
    switch self {
    case .unreadable(let path): "cannot read '\(path)'"
    case .fileTooLarge(let limit): "the file is larger than \(limit) bytes"
    case .invalidUTF8: "the file is not UTF-8 text"
    case .emptyFile: "the file is empty; a study starts with 'kiseki: 1' and a 'title'"
    case .severalDocuments: "a second YAML document starts here; a study is one"
    case .tab: "a tab cannot indent YAML; use spaces"
    case .yaml(let problem): "not YAML: \(problem)"
    case .duplicateKey(let key): "key '\(key)' stands here more than once"
    case .keyIsNotText: "a key must be a word"
    case .mergeKey: "'<<' is not supported; use 'extends', or repeat the keys"
    case .nestedTooDeeply(let limit): "more than \(limit) levels of nesting"
    case .tooManyNodes(let limit): "the file stands for more than \(limit) values"
    case .tooManyAliases(let limit): "more than \(limit) aliases"
    case .extendsCycle(let files): "'extends' leads in a circle: \(files.joined(separator: " → "))"
    case .extendsTooDeep(let limit): "a chain of more than \(limit) files by 'extends'"
    case .unsupportedVersion: "this version of Kiseki reads format 1 only: 'kiseki: 1'"
    default: nil
    }
  }

  private var shapeMessage: String? {
    switch self {
    case .notAMapping(let noun): "\(noun) must be a mapping of keys to values"
    case .unknownKey(let key, let noun, let suggestion, let valid):
      "unknown key '\(key)' in \(noun)" + hint(suggestion, valid, "its keys are")
    case .misplacedSetting(let key, let home): "'\(key)' does not stand here; it belongs in '\(home)'"
    case .missingKey(let key, let noun): "\(noun) needs '\(key)'"
    case .noValue(let label): "\(label) has no value"
    case .needsArgument(let label, let name): "\(label) needs an argument here: {\(name): …}"
    case .takesNoArgument(let label, let name):
      "\(label) takes no argument for \(name): write '\(name)' alone"
    case .wrongValue(let label, let expectation, let got): "\(label) must be \(expectation), not \(got)"
    case .unknownChoice(let label, let got, let suggestion?, _):
      "\(label) cannot be '\(got)'; did you mean '\(suggestion)'?"
    case .unknownChoice(let label, let got, nil, let expectation):
      "\(label) must be \(expectation), not '\(got)'"
    case .nonfinite(let label): "\(label) must be a finite number"
    case .beyondSinglePrecision(let label, let got): "\(label) does not fit single precision: \(got)"
    case .wrongCount(let label, let expectation, let got): "\(label) needs \(expectation), not \(got)"
    case .notExactlyOneKey(let noun, let keys, let found):
      "\(noun) needs exactly one of \(list(keys))" + (found.isEmpty ? "" : "; it has \(list(found))")
    case .notTogether(let a, let b): "'\(a)' cannot stand beside '\(b)'; choose one"
    case .requires(let key, let other): "'\(key)' needs '\(other)' beside it"
    case .goesWith(let key, let allowed, let found):
      "'\(key)' goes with \(alternatives(allowed)), not with '\(found)'"
    case .noneOfKeys(let noun, let keys): "\(noun) need \(alternatives(keys))"
    case .axisNeedsLists(let label):
      "a list in a group is an axis, one run per element: put \(label) in double brackets, [[…]]"
    default: nil
    }
  }

  private var settingsMessage: String? {
    switch self {
    case .activationCount(let given, let hidden):
      "\(count(given, "activation")) for \(count(hidden, "hidden layer"))"
    case .batchExceedsExamples(let batch, let examples):
      "a mini-batch of \(batch) is more than the \(examples) training examples"
    case .examplesExceedData(let label, let given, let available):
      "\(label) asks for \(given) examples; the data set has \(available)"
    case .warmUpExceedsSteps(let warmUp, let steps):
      "a warm-up of \(count(warmUp, "step")) does not end within the run's \(count(steps, "step"))"
    case .batchNormOfSingleExamples: "batch normalisation needs mini-batches of at least 2 examples"
    case .tooManyWeights(let limit): "the network has more than \(limit) weights"
    case .tooManyInputs(let limit): "the examples have more than \(limit) numbers together"
    case .noLayers: "a forward study looks at hidden layers, and there are none"
    case .notOfKind(let label, let kind): "\(label) has no meaning in \(kind.phrase)"
    default: nil
    }
  }

  private var gridMessage: String? {
    switch self {
    case .seedAndSeeds: "'seeds' names every seed already; 'seed' goes with a count only"
    case .duplicateSeed(let seed): "seed \(seed) stands in the list twice"
    case .seedsTooLarge: "the last seed would be above 9007199254740991"
    case .tooManyRuns(let limit): "the study has more than \(limit) runs"
    case .countUnlikePoints(let label, let given, let points):
      "\(label) has \(count(given, "entry", "entries")) for \(count(points, "grid point")) of the group"
    case .groupWithoutName: "a group needs a 'name' where there are several"
    case .duplicateName(let kind, let name): "a second \(kind) is named '\(name)'"
    case .repeatedAxisValue(let label, let text): "\(label) has the value \(text) twice"
    case .rangeNotAscending: "'from' must be below 'to'"
    case .logSpacingNotPositive: "'spacing: log' needs a 'from' above 0"
    case .rangeTooFine(let points):
      "\(points) points are too many between these ends: rounded, some are equal; take fewer, or a list"
    default: nil
    }
  }

  private var referenceMessage: String? {
    switch self {
    case .unknownName(let kind, let name, let suggestion, let valid):
      "no \(kind) is named '\(name)'"
        + hint(suggestion, valid.map { "'\($0)'" }, valid.count == 1 ? "there is" : "there are")
    case .noMatch(let setting, let text, let context, let values):
      "no run\(context) has \(setting) \(text); "
        + (values.isEmpty
          ? "none has that setting"
          : "\(values.count == 1 ? "its value is" : "its values are") \(shortened(values, quoted: false))")
    case .notOnePoint(let label, let names):
      "\(label) must select one run, not \(names.count): \(shortened(names))"
    case .facetWithoutValue(let setting, let run):
      "run '\(run)' has no setting '\(setting)' to be told apart by"
    case .layerNeeded(let measure): "\(measure) is of a layer: say which, such as 'layer: 1'"
    case .layerNotAllowed(let quantity): "\(quantity) is of the whole network and has no 'layer'"
    case .unitsNotAllowed(let quantity): "\(quantity) is not of single units and has no 'units'"
    case .noSuchLayer(let layer, let run, let layers, let hasOutput):
      "run '\(run)' has no layer \(layer); it has \(count(layers, "layer"))"
        + (hasOutput ? ", the output layer included" : "")
    case .noHiddenLayer(let run): "run '\(run)' has no hidden layer"
    case .unitBeyondWidth(let unit, let layer, let width, let run):
      "layer \(layer) of run '\(run)' has \(count(width, "unit")), not \(unit)"
    case .noSuchStep(let step, let run, let last):
      "run '\(run)' has nothing at step \(step); its last is \(last)"
    default: nil
    }
  }

  private var drawingMessage: String? {
    switch self {
    case .rangeIsEmpty(let label): "\(label) must be [low, high] with low < high"
    case .logRangeNotPositive: "a logarithmic axis needs a 'range' above 0"
    case .severalRunsInPanel(let panel, let runs):
      "\(panel) holds \(runs.count) runs; give each its column, or overlay them by a 'color': \(shortened(runs))"
    case .runsOfOneColor(let panel, let runs):
      "\(panel) draws \(runs.count) runs in one colour: \(shortened(runs))"
    case .severalLayersWithColor(let layers):
      "colours tell runs apart here, so a panel has room for one layer, not \(layers)"
    case .unitsWithColor(let quantity):
      "colours tell runs apart here, so the many lines of \(quantity), one a unit, cannot be drawn"
    case .severalStepsWithColor:
      "colours tell runs apart here, so a histogram has room for one step: say which by 'at'"
    case .overlaidMark(let mark): "colours tell runs apart here, but '\(mark)' shows one run"
    case .heatMapOfLines(let quantity):
      "a heat map has a row for each layer, and \(quantity) is not a quantity of layers"
    case .multiplesOfUnits(let quantity): "a small chart has a line a run, and \(quantity) has one a unit"
    case .severalRunsInCell(let cell, let runs):
      "\(runs.count) runs share the place '\(cell)': \(shortened(runs)); tell them apart by 'each' or 'columns'"
    case .coloursAreValues(let mark): "'color' tells runs apart, but the colours of a '\(mark)' are values"
    case .sameAxes(let setting): "'x' and 'y' are both \(setting)"
    case .seedsOfUnits(let quantity): "'seeds' has no use here: \(quantity) is drawn of one seed"
    case .stepsNeeded(let mark): "'\(mark)' shows steps: say which by 'at', 'every' or 'log'"
    case .logOfDeclaredBins: "declared bins are equally wide, which 'values: log_abs' cannot draw"
    case .samePicture(let file, let first, let second):
      "\(first) and \(second) would both be drawn into '\(file)'"
    case .missingGlyphs(let characters): "the charts' font has no sign for \(characters)"
    default: nil
    }
  }

  private var claimMessage: String? {
    switch self {
    case .reductionOfMetric(let metric): "'as' is for recorded quantities; \(metric) is one number already"
    case .everyOfMetric(let metric): "'every' is for recorded quantities; \(metric) is one number already"
    case .examplesOfParameters(let tensor): "\(tensor) do not depend on examples and have no 'examples'"
    case .onlyOfDistributions(let key, let measure): "'\(key)' is for distributions, which \(measure) is not"
    case .everyOfDistribution(let tensor): "a claim about \(tensor) is about one step: say which by 'at'"
    case .wrongReduction(let word, let measure, let valid):
      "\(measure) cannot become one number by '\(word)'; 'as' is one of \(valid.joined(separator: ", "))"
    case .statisticNeeded(let tensor):
      "\(tensor) are many numbers: say what of them by 'as', such as 'as: sd'"
    case .binsNeeded(let statistic): "\(statistic) is of declared bins: it needs 'bins' and 'range'"
    case .binsWithoutUse(let statistic):
      "\(statistic) needs no bins; they are for below_share and above_share"
    case .sinceWithoutUse(let statistic):
      "\(statistic) is of one step; 'since' is for total_variation and wasserstein, which compare two"
    case .sinceNotEarlier(let since, let step, let run):
      "'since' must name an earlier step than \(step), "
        + (run.map { "the last of run '\($0)'" } ?? "that of 'at'") + ", not \(since)"
    case .shapeIsNoNumber: "a shape is a word: compare it by 'is', such as 'is: bell'"
    case .shapeOfRelation: "a shape is a word, of which there is no difference or ratio"
    case .wordOfNumber(let word): "'is: \(word)' goes with 'as: shape' of a distribution"
    case .ablationNotAllowed(let measure):
      "'ablation' is for evaluations of the trained network: "
        + Metric.allCases.filter(\.isOfEvaluation).map(\.rawValue).joined(separator: ", ")
        + "; not for \(measure)"
    case .isNoneOfNumber(let measure):
      "\(measure) always has a value; 'is: none' goes with first_nonfinite_step"
    case .isNoneOfRelation: "'is: none' cannot be said of a difference or a ratio"
    case .moreSeedsThanStudied(let wanted, let seeds): "the study has \(count(seeds, "seed")), not \(wanted)"
    case .moreRunsThanSelected(let wanted, let runs):
      "the claim is about \(count(runs, "run")), not \(wanted)"
    default: nil
    }
  }

  private func alternatives(_ keys: [String]) -> String {
    let last = keys.last.map { "'\($0)'" } ?? ""
    return keys.count > 1 ? "\(list(Array(keys.dropLast()))) or \(last)" : last
  }

  private func hint(_ suggestion: String?, _ valid: [String], _ introduction: String) -> String {
    if let suggestion { return "; did you mean '\(suggestion)'?" }
    return valid.isEmpty ? "" : "; \(introduction) \(shortened(valid, quoted: false))"
  }

  private func list(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }

  private func shortened(_ names: [String], quoted: Bool = true) -> String {
    let shown = names.prefix(30)
    let text = quoted ? list(Array(shown)) : shown.joined(separator: ", ")
    return names.count > shown.count ? text + " and \(names.count - shown.count) more" : text
  }

  private func count(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
  }
}

extension StudyKind {
  /// What to call such a study, with what sets it apart.
  fileprivate var phrase: String {
    switch self {
    case .supervised: "a supervised study, which learns from labelled images"
    case .forward: "a forward study, which looks at untrained hidden layers once"
    case .policy: "a policy study, which learns from a game"
    }
  }
}
