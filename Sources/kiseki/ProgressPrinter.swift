import Foundation
import Pipeline
import Synchronization

/// Shows progress on stderr: a bar with the time left on a terminal, plain lines elsewhere.
final class ProgressPrinter: Sendable {
  private struct State {
    var runs = 0
    var finished = 0
    var work = 0.0
    var done = 0.0
    var started = ContinuousClock.now
    var lastDrawn: ContinuousClock.Instant?
    var barIsShown = false
    var lastTenth = 0
  }

  private let state = Mutex(State())
  private let quiet: Bool
  private let isTerminal: Bool

  init(quiet: Bool) {
    self.quiet = quiet
    isTerminal = Platform.standardErrorIsTerminal
  }

  func receive(_ event: ProgressEvent) {
    state.withLock { state in
      if case .notice(let text) = event {
        clearBar(&state)
        StandardError.print(text)
        return
      }
      guard !quiet else { return }
      show(event, &state)
    }
  }

  /// Takes the bar away.
  func finish() {
    state.withLock { clearBar(&$0) }
  }

  private func show(_ event: ProgressEvent, _ state: inout State) {
    switch event {
    case .notice: break
    case .planned(let runsToTrain, let runsStored, let work):
      state.runs = runsToTrain
      state.work = work
      state.started = .now
      let stored = runsStored == 0 ? "" : ", \(runsStored) already in the store"
      if runsToTrain > 0 {
        StandardError.print("training \(runsToTrain) \(runsToTrain == 1 ? "run" : "runs")\(stored)")
      }
    case .advanced(let work):
      state.done += work
      if isTerminal { drawBar(&state) }
    case .resumed(let run, let seed, let step):
      clearBar(&state)
      StandardError.print("going on from step \(step): \(run), seed \(seed)")
    case .trained(let run, let seed):
      state.finished += 1
      if isTerminal { drawBar(&state, now: true) } else { printLine(run, seed, &state) }
    case .reported:
      break
    }
  }

  /// Every run of a few, every tenth of many.
  private func printLine(_ run: String, _ seed: UInt64, _ state: inout State) {
    let tenth = 10 * state.finished / max(1, state.runs)
    guard state.runs <= 20 || tenth > state.lastTenth else { return }
    state.lastTenth = tenth
    StandardError.print("trained \(state.finished) of \(state.runs): \(run), seed \(seed)")
  }

  private func drawBar(_ state: inout State, now: Bool = false) {
    let time = ContinuousClock.now
    if !now, let last = state.lastDrawn, time - last < .milliseconds(100) { return }
    state.lastDrawn = time
    let share = state.work > 0 ? min(1, state.done / state.work) : 1
    let width = 30
    let filled = Int(share * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let text =
      "\(bar) \(Int(share * 100)) %  \(state.finished) of \(state.runs) runs\(timeLeft(share, time - state.started))"
    StandardError.write("\r\u{1B}[K" + text.prefix(max(20, (Platform.terminalWidth ?? 80) - 1)))
    state.barIsShown = true
  }

  private func timeLeft(_ share: Double, _ elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    guard share > 0.01, seconds > 0.5 else { return "" }
    let left = Int((seconds * (1 - share) / share).rounded(.up))
    return left < 60 ? "  \(left) s left" : "  \(left / 60) min \(left % 60) s left"
  }

  private func clearBar(_ state: inout State) {
    guard state.barIsShown else { return }
    StandardError.write("\r\u{1B}[K")
    state.barIsShown = false
  }
}
