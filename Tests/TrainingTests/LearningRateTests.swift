import Studies
import Testing
import Training

@Suite struct LearningRateTests {
  private func rates(steps: Int, _ change: (inout TrainingSettings) -> Void) -> [Float] {
    var settings = TrainingSettings()
    settings.learningRate = 0.5
    change(&settings)
    return (0..<steps).map { settings.learningRate(atStep: $0, of: steps) }
  }

  @Test("a constant rate stays")
  func constant() {
    #expect(rates(steps: 3) { _ in } == [0.5, 0.5, 0.5])
  }

  @Test("warm-up rises linearly to the rate")
  func warmUp() {
    #expect(rates(steps: 6) { $0.warmUp = 4 } == [0.125, 0.25, 0.375, 0.5, 0.5, 0.5])
  }

  @Test("a step schedule multiplies after every n steps")
  func step() {
    #expect(rates(steps: 5) { $0.schedule = .step(every: 2, factor: 0.5) } == [0.5, 0.5, 0.25, 0.25, 0.125])
  }

  @Test("a cosine schedule starts at the rate, is half way in the middle and ends at its target")
  func cosine() {
    #expect(
      rates(steps: 5) { $0.schedule = .cosine(to: 0) }.map { ($0 * 1e6).rounded() / 1e6 }
        == [0.5, 0.426777, 0.25, 0.073223, 0])
    #expect(rates(steps: 5) { $0.schedule = .cosine(to: 0.5) }.last == 0.25)
  }
}
