/// Whole studies that use much of the format.
enum ExampleStudies {
  /// Initial weights and activations, without training.
  static let forward = """
    kiseki: 1
    title: Where activations go
    seeds: 2
    data: {gaussian: {inputs: 100, examples: 1000}}
    network: {depth: 5, width: 100, bias: false}
    groups:
      - name: Sigmoid
        activation: sigmoid
        init: [1, 0.01, xavier]
      - name: Tanh
        activation: tanh
        init: [1, 0.01, xavier]
    record:
      - {quantity: unit_sd}
      - {distribution: preactivation_gradients, layer: [1, 5]}
    sheets:
      - name: activations
        each: group
        columns: init
        rows:
          - {histogram: activations, bins: 30, range: [0, 1], share: true}
          - {histogram: gradients, layer: last, values: log_abs, draw_bins: 40, title: gradients}
          - {heat_map: saturated_share, range: [0, 1]}
    claims:
      - say: The first layer hears little of what the last one does.
        of: {group: Sigmoid, init: 0.01}
        that: gradient_norm
        layer: 1
        over: {layer: last}
        below: 1e-5
      - say: Half of the outputs leave the range.
        of: {group: Tanh, init: 1}
        that: activations
        layer: [1, 5]
        as: below_share
        bins: 30
        range: [0, 1]
        between: [0.4, 0.6]
      - say: Tanh with large weights saturates at both ends.
        of: {group: Tanh, init: 1}
        that: activations
        as: shape
        is: saturated at both ends

    """

  /// A policy network that learns Catch.
  static let policy = """
    kiseki: 1
    title: What a policy network learned
    seeds: {first: 3, count: 2}
    data: catch
    network: {hidden: [64, 64, 64], activation: tanh, init: xavier_uniform, bias: false}
    training: {episodes: 32, discount: 0.99, steps: 300, optimizer: adam}
    groups:
      - name: Adam
        learning_rate: [1e-4, 1e-3, 1e-2]
        notes: [slow, fine, wild]
    ablations:
      - {name: layer 4 reset, reset: 4}
      - {name: layers 1–3 reset, reset: [1, 2, 3]}
    sheets:
      - columns: learning_rate
        rows:
          - {line: reward, range: [-1, 1]}
          - {ridgeline: weights, layer: [1, 4], every: 60, share: true}
          - {percentiles: activations, layer: 1, log: 10}
          - {histogram: weights, at: [0, 300], counts: log, density: true}
    claims:
      - say: It learns.
        of: {learning_rate: 1e-3}
        that: final_reward
        at_least: 0.9
      - say: Layers 1 to 3 hold what was learned.
        of: {learning_rate: 1e-3}
        that: greedy_reward
        ablation: layers 1–3 reset
        below: 0
      - say: The last layer moves as much as the others.
        that: relative_change
        layer: 4
        over: {layer: [1, 2, 3]}
        between: [0.5, 2]
      - say: Initial weights are a plateau.
        that: weights
        layer: [1, 2, 3]
        at: first
        as: kurtosis
        between: [-1.3, -1.1]
      - say: Twenty updates move little.
        that: weights
        layer: 1
        at: 20
        as: total_variation
        below: 0.12

    """

  /// Two planes of runs.
  static let grid = """
    kiseki: 1
    title: Where learning fails
    seeds: 4
    network: {hidden: [8]}
    training: {steps: 20}
    groups:
      - name: ReLU
        learning_rate: {from: 0.001, to: 10, points: 5, spacing: log}
        init: {from: 0.1, to: 0.4, points: 4}
      - name: BN
        batch_norm: hidden
        learning_rate: {from: 0.001, to: 10, points: 5, spacing: log}
        init: {from: 0.1, to: 0.4, points: 4}
    sheets:
      - rows:
          - {phase_diagram: final_train_accuracy, x: learning_rate, y: init, contours: [0.5, 0.9]}
          - {multiples: gradient_norm, layer: [1, 2], every: 5, x: init, y: learning_rate, scale: log}
      - columns: init
        color: group
        rows:
          - {response: diverged_share, x: learning_rate}
          - {response: dead_share, layer: 1, x: learning_rate}
      - columns: run
        of: {init: 0.2, learning_rate: {at_least: 0.01, below: 10}}
        rows: [{line: train_loss, seeds: lines}]
    claims:
      - say: It learns in much of the plane.
        of: {group: ReLU, learning_rate: {above: 0.01}}
        that: final_train_accuracy
        at_least: 0.8
        in_runs: 6
        in_seeds: most

    """
}
