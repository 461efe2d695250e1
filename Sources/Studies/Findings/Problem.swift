/// Everything that can be wrong with a study.
///
/// The wording is in `Problem.message`.
enum Problem: Hashable, Sendable {
  // The file.
  case unreadable(path: String)
  case fileTooLarge(limit: Int)
  case invalidUTF8
  case emptyFile
  case severalDocuments
  case tab
  case yaml(String)
  case duplicateKey(String)
  case keyIsNotText
  case mergeKey
  case nestedTooDeeply(limit: Int)
  case tooManyNodes(limit: Int)
  case tooManyAliases(limit: Int)
  case extendsCycle([String])
  case extendsTooDeep(limit: Int)
  case unsupportedVersion

  // The shape of a value. A label is a quoted key, such as 'batch'.
  case notAMapping(noun: String)
  case unknownKey(String, noun: String, suggestion: String?, valid: [String])
  case misplacedSetting(String, home: String)
  case missingKey(String, noun: String)
  case noValue(label: String)
  case needsArgument(label: String, name: String)
  case takesNoArgument(label: String, name: String)
  case wrongValue(label: String, expectation: String, got: String)
  case unknownChoice(label: String, got: String, suggestion: String?, expectation: String)
  case nonfinite(label: String)
  case beyondSinglePrecision(label: String, got: String)
  case wrongCount(label: String, expectation: String, got: Int)
  case notExactlyOneKey(noun: String, keys: [String], found: [String])
  case notTogether(String, String)
  case requires(String, other: String)
  case goesWith(String, [String], found: String)
  case noneOfKeys(noun: String, keys: [String])
  case axisNeedsLists(label: String)

  // Settings that do not go together.
  case activationCount(given: Int, hidden: Int)
  case batchExceedsExamples(batch: Int, examples: Int)
  case examplesExceedData(label: String, given: Int, available: Int)
  case warmUpExceedsSteps(warmUp: Int, steps: Int)
  case batchNormOfSingleExamples
  case tooManyWeights(limit: Int)
  case tooManyInputs(limit: Int)
  case noLayers
  case notOfKind(label: String, StudyKind)

  // The grid.
  case seedAndSeeds
  case duplicateSeed(String)
  case seedsTooLarge
  case tooManyRuns(limit: Int)
  case countUnlikePoints(label: String, given: Int, points: Int)
  case groupWithoutName
  case duplicateName(kind: String, name: String)
  case repeatedAxisValue(label: String, text: String)
  case rangeNotAscending
  case logSpacingNotPositive
  case rangeTooFine(points: Int)

  // References.
  case unknownName(kind: String, name: String, suggestion: String?, valid: [String])
  case noMatch(setting: String, text: String, context: String, values: [String])
  case notOnePoint(label: String, names: [String])
  case facetWithoutValue(setting: String, run: String)
  case layerNeeded(String)
  case layerNotAllowed(String)
  case unitsNotAllowed(String)
  case noSuchLayer(Int, run: String, layers: Int, hasOutput: Bool)
  case noHiddenLayer(run: String)
  case unitBeyondWidth(unit: Int, layer: Int, width: Int, run: String)
  case noSuchStep(Int, run: String, last: Int)

  // Sheets and claims.
  case rangeIsEmpty(label: String)
  case logRangeNotPositive
  case severalRunsInPanel(panel: String, runs: [String])
  case runsOfOneColor(panel: String, runs: [String])
  case severalLayersWithColor(layers: Int)
  case unitsWithColor(String)
  case severalStepsWithColor
  case overlaidMark(String)
  case heatMapOfLines(String)
  case multiplesOfUnits(String)
  case severalRunsInCell(cell: String, runs: [String])
  case coloursAreValues(String)
  case sameAxes(String)
  case seedsOfUnits(String)
  case stepsNeeded(String)
  case logOfDeclaredBins
  case examplesOfParameters(String)
  case samePicture(file: String, String, String)
  case reductionOfMetric(String)
  case everyOfMetric(String)
  case onlyOfDistributions(key: String, String)
  case everyOfDistribution(String)
  case wrongReduction(String, measure: String, valid: [String])
  case statisticNeeded(String)
  case binsNeeded(String)
  case binsWithoutUse(String)
  case sinceWithoutUse(String)
  case sinceNotEarlier(Int, at: Int, run: String?)
  case shapeIsNoNumber
  case shapeOfRelation
  case wordOfNumber(String)
  case ablationNotAllowed(String)
  case isNoneOfNumber(String)
  case isNoneOfRelation
  case moreSeedsThanStudied(wanted: Int, seeds: Int)
  case moreRunsThanSelected(wanted: Int, runs: Int)

  // Warnings.
  case missingGlyphs(String)

  var severity: Finding.Severity {
    if case .missingGlyphs = self { .warning } else { .error }
  }
}
