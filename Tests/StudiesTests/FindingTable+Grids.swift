/// More of the table: rows whose panels lay out many runs.
extension FindingTable {
  /// What stands in the wrong place, or is not what its key asks for.
  static let gridShapes = #"""
    sheets: [{rows: [{phase_diagram: test_accuracy, x: init}]}]
      1:19: 'phase_diagram' needs 'y' beside it
    sheets: [{rows: [{response: test_acuracy, y: init}]}]
      1:19: 'response' needs 'x' beside it
      1:29: 'response' cannot be 'test_acuracy'; did you mean 'test_accuracy'?
      1:43: 'y' goes with 'phase_diagram' or 'multiples', not with 'response'
    sheets: [{rows: [{multiples: train_loss}]}]
      1:19: 'multiples' needs 'x' beside it
      1:19: 'multiples' needs 'y' beside it
    sheets: [{rows: [{response: test_loss, x: learning_rat}]}]
      1:43: 'x' cannot be 'learning_rat'; did you mean 'learning_rate'?
    sheets: [{rows: [{line: train_loss, x: init, contours: [1], seeds: thin}]}]
      1:37: 'x' goes with 'phase_diagram', 'response' or 'multiples', not with 'line'
      1:46: 'contours' goes with 'phase_diagram', not with 'line'
      1:68: 'seeds' must be one of band, lines, not 'thin'
    sheets: [{rows: [{response: test_loss, x: init, seeds: lines, every: 5, units: 1}]}]
      1:49: 'seeds' goes with 'line', not with 'response'
      1:63: 'every' goes with 'line', 'heat_map', 'multiples', 'histogram', 'ridgeline' or 'percentiles', not with 'response'
      1:73: 'units' goes with 'line', not with 'response'
    sheets: [{rows: [{phase_diagram: test_loss, x: init, y: batch, contours: []}]}]
      1:74: 'contours' needs 1 to 4 elements, not 0
    """#

  /// What cannot be laid out.
  static let gridRows = #"""
    groups: [{init: [1, 2]}] ⏎ sheets: [{rows: [{phase_diagram: test_loss, x: init, y: init}]}]
      2:57: 'x' and 'y' are both init
    groups: [{init: [1, 2]}] ⏎ sheets: [{rows: [{response: dead_share, x: init}, {response: test_loss, layer: 1, x: init}]}]
      2:29: dead_share is of a layer: say which, such as 'layer: 1'
      2:80: test_loss is of the whole network and has no 'layer'
    groups: [{init: [1, 2]}] ⏎ sheets: [{rows: [{response: dead_units, layer: [1, 3], x: init}]}]
      2:52: run 'init 1' has no layer 3; it has 2 layers, the output layer included
    groups: [{init: [1, 2]}] ⏎ sheets: [{rows: [{multiples: bias, x: init, y: batch}]}]
      2:30: a small chart has a line a run, and bias has one a unit
    groups: [{init: [1, 2], batch: [5, 6]}] ⏎ sheets: [{rows: [{response: test_loss, x: init}]}]
      2:19: 2 runs share the place 'runs, init 1': 'init 1 · batch 5', 'init 1 · batch 6'; tell them apart by 'each' or 'columns'
    groups: [{init: [1, 2]}] ⏎ sheets: [{color: init, rows: [{phase_diagram: test_loss, x: init, y: batch}]}]
      2:32: 'color' tells runs apart, but the colours of a 'phase_diagram' are values
    groups: [{name: a, epochs: [1, 2]}, {name: b}] ⏎ sheets: [{rows: [{response: test_loss, x: epochs}]}]
      2:43: run 'b' has no setting 'epochs' to be told apart by
    groups: [{init: [1, 2]}] ⏎ sheets: [{columns: group, rows: [{response: test_loss, x: init}, {line: train_loss}]}]
      2:20: the panel 'runs' holds 2 runs; give each its column, or overlay them by a 'color': 'init 1', 'init 2'
    sheets: [{rows: [{line: bias, seeds: lines}]}]
      1:38: 'seeds' has no use here: bias is drawn of one seed
    data: {gaussian: {inputs: 3, examples: 4}} ⏎ sheets: [{rows: [{response: diverged_share, x: init}, {multiples: weight_norm, layer: 1, x: init, y: depth}, {line: weight_norm, seeds: lines}]}]
      2:29: 'diverged_share' has no meaning in a forward study, which looks at untrained hidden layers once
      2:56: 'multiples' has no meaning in a forward study, which looks at untrained hidden layers once
      2:130: 'seeds' has no meaning in a forward study, which looks at untrained hidden layers once
    data: catch ⏎ sheets: [{rows: [{response: test_loss, x: init}]}]
      2:29: 'test_loss' has no meaning in a policy study, which learns from a game
    """#
}
