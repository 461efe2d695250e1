import Testing

@testable import Studies

/// Grid points and seeds become runs, which record what is asked of them.
@Suite struct RunTests {
  @Test func runsArePointsTimesSeeds() throws {
    let runs = try study("seeds: [4, 2]\ngroups: [{learning_rate: [1, 2]}]").runs()
    #expect(runs.map(\.index) == [0, 1, 2, 3])
    #expect(runs.map(\.point) == [0, 0, 1, 1])
    #expect(runs.map(\.seed) == [4, 2, 4, 2])
    #expect(runs.map(\.settings.training.learningRate) == [1, 1, 2, 2])
  }

  /// What a sheet draws or a claim tests is recorded once, in one order, by the runs that need it alone.
  @Test func recordings() throws {
    let study = try study(
      """
      groups: [{name: A, depth: [1, 2]}, {name: B}]
      sheets: [{of: {group: A}, rows: [{line: bias, layer: 1}, {line: gradient_norm}, {line: train_loss}]}]
      claims:
        - {say: x, of: {group: B}, that: train_loss, minus: {depth: 2}, below: 1}
        - {say: x, of: {group: B}, that: weight_norm, layer: last, below: 1}
        - {say: x, of: {group: B}, that: test_accuracy, below: 1}
      record: [{quantity: train_loss, every: 10}, {quantity: gradient_norm, layer: 1}]
      """)
    let loss = Recording(quantity: .trainLoss)
    let sparse = Recording(quantity: .trainLoss, every: 10)
    func gradient(_ layer: Int) -> Recording { Recording(quantity: .gradientNorm, layer: layer) }
    let bias = Recording(quantity: .bias, layer: 1)
    let runs = study.runs()
    #expect(runs[0].recordings == [loss, sparse, gradient(1), gradient(2), bias])
    #expect(runs[1].recordings == [loss, sparse, gradient(1), gradient(2), gradient(3), bias])
    #expect(runs[2].recordings == [loss, sparse, gradient(1), Recording(quantity: .weightNorm, layer: 2)])
  }

  /// Distributions and series of what a claim is set against are recorded too, by the runs that need them alone.
  @Test func recordingsOfOperands() throws {
    let study = try study(
      """
      groups: [{name: A, depth: 2}, {name: B, depth: 3}]
      sheets: []
      claims:
        - {say: a, of: {group: A}, that: gradient_norm, layer: 1, over: {layer: last}, below: 1}
        - {say: b, of: {group: A}, that: weights, layer: 1, as: sd, minus: {group: B, layer: [2, 3]}, below: 1}
        - {say: c, of: {group: A}, that: biases, layer: 2, at: 5, as: max_abs, minus: {group: B}, below: 1}
      """)
    func weights(_ layer: Int) -> DistributionRecording {
      DistributionRecording(tensor: .weights, layer: layer, steps: .list([]))
    }
    let biases = DistributionRecording(tensor: .biases, layer: 2, steps: .list([5]))
    let runs = study.runs()
    #expect(runs[0].recordings.map(\.layer) == [1, 3])
    #expect(runs[1].recordings == [])
    #expect(runs[0].distributions == [weights(1), biases])
    #expect(runs[1].distributions == [weights(2), weights(3), biases])
  }

  /// One order, whatever asks first; equal requests are one.
  @Test func orderOfDistributions() throws {
    let texts = [
      "{distribution: activations, every: 5}", "{distribution: weights, layer: [2, 1]}",
      "{distribution: weights, layer: 2, at: 5}",
      "{distribution: activations, layer: 1, examples: probe, every: 5}",
      "{distribution: weights, layer: 1}",
    ]
    let one = try study("sheets: []\nrecord: [\(texts.joined(separator: ", "))]").runs()[0].distributions
    let other = try study("sheets: []\nrecord: [\(texts.reversed().joined(separator: ", "))]").runs()[0]
      .distributions
    #expect(one == other)
    #expect(one.map(\.tensor) == [.weights, .weights, .weights, .activations, .activations, .activations])
    #expect(one.map(\.layer) == [1, 2, 2, 1, 1, 2])
  }

  /// The identities of a forward and of a policy run, in full: no more than has a meaning there.
  @Test func descriptionsOfOtherKinds() throws {
    let forward = try study(
      """
      data: {gaussian: {inputs: 3, examples: 5}}
      network: {hidden: [8, 4], skip: true}
      sheets: []
      record: [{distribution: activations, layer: 2, bins: 4, range: [-1, 0.5]}, {distribution: weights, layer: 1}]
      """
    ).runs()[0]
    #expect(
      Studies.canonicalDescription(of: forward) == """
        data.gaussian: inputs 3 examples 5
        description: 1
        distribution.00000: weights, layer 1, steps
        distribution.00001: activations, layer 2, steps, examples batch, 4 bins from -1 to 0.5
        network.batch_norm: none
        network.bias: true
        network.bias_init: zeros
        network.init: he
        network.layer.00001: 8 relu
        network.layer.00002: 4 relu
        network.output_layer: none
        network.skip: true
        seed: 1

        """)
    let policy = try study(
      """
      data: {catch: {height: 4}}
      training: {steps: 9, discount: 0.9}
      sheets: []
      ablations: [{name: b, reset: [2]}, {name: a, reset: [1, 2]}]
      record: [{distribution: gradients, layer: 1, log: 3}, {quantity: reward}]
      """
    ).runs()[0]
    #expect(
      Studies.canonicalDescription(of: policy) == """
        ablation.00000: 1 2
        ablation.00001: 2
        data.catch: width 6 height 4
        description: 1
        distribution.00000: gradients, layer 1, log 3
        network.batch_norm: none
        network.bias: true
        network.bias_init: zeros
        network.init: he
        network.layer.00001: 64 relu
        network.output_activation: identity
        record.00000: reward, every 1
        seed: 1
        training.clip: none
        training.discount: 0.9
        training.episodes: 32
        training.learning_rate: 0.01
        training.optimizer: sgd
        training.schedule: constant
        training.steps: 9
        training.warm_up: 0
        training.weight_decay: 0

        """)
  }

  /// The identity of a run, in full.
  ///
  /// A change of this text makes every stored run unreachable.
  @Test func canonicalDescription() throws {
    let run = try study(
      """
      seed: 7
      data: {scale: symmetric, train: 1000}
      network: {hidden: [8, 4], activation: [relu, {elu: 1}], batch_norm: all, init: 0.01, bias_init: -0.5}
      training: {epochs: 2, batch: 50, optimizer: adam, learning_rate: 1e-5, clip: {norm: 1}, schedule: {cosine: {to: 0.1}}}
      sheets: []
      record: [{quantity: bias, layer: 1, units: [3, 1]}, {quantity: gradient_norm, layer: 3, every: 10}]
      """
    ).runs()[0]
    #expect(
      Studies.canonicalDescription(of: run) == """
        data.scale: symmetric
        data.test: all
        data.train: 1000
        description: 1
        network.batch_norm: all momentum 0.1 epsilon 1e-5
        network.bias: true
        network.bias_init: -0.5
        network.init: 0.01
        network.layer.00001: 8 relu
        network.layer.00002: 4 elu 1
        network.output_activation: identity
        record.00000: gradient_norm, layer 3, every 10
        record.00001: bias, layer 1, units 1 3, every 1
        seed: 7
        training.batch: 50
        training.clip: norm 1
        training.epochs: 2
        training.gradient: mean
        training.learning_rate: 1e-5
        training.loss: softmax_cross_entropy
        training.optimizer: adam beta1 0.9 beta2 0.999 epsilon 1e-8
        training.schedule: cosine to 0.1
        training.shuffle: true
        training.warm_up: 0
        training.weight_decay: 0

        """)
  }

  /// Every fact changes the description; names and prose do not.
  @Test func descriptionTellsRunsApart() throws {
    let bodies =
      [
        "", "seed: 2", "data: {scale: raw}", "data: {train: 1000}", "data: {test: 10}",
        "record: [{quantity: weight_norm}]",
        "network: {hidden: [63]}", "network: {hidden: [64, 64]}", "network: {activation: {leaky_relu: 0.02}}",
        "network: {output_activation: tanh}", "network: {batch_norm: hidden}",
        "network: {batch_norm: {learnable: true}}",
        "network: {batch_norm: {momentum: 0.2}}", "network: {bias: false}", "network: {init: 1}",
        "network: {bias_init: 1}",
        "training: {batch: 99}", "training: {steps: 1}", "training: {epochs: 1}",
        "training: {shuffle: false}",
        "training: {loss: mean_squared_error}", "training: {gradient: sum}", "training: {optimizer: adam}",
        "training: {optimizer: adamw}", "training: {optimizer: {adam: {beta1: 0.8}}}",
        "training: {learning_rate: 0.010001}",
        "training: {weight_decay: 1}", "training: {clip: {norm: 1}}", "training: {clip: {value: 1}}",
        "training: {schedule: cosine}", "training: {schedule: {step: {every: 3}}}", "training: {warm_up: 1}",
        "network: {skip: true}", "ablations: [{name: a, reset: 1}]", "ablations: [{name: a, reset: [1, 2]}]",
        "record: [{distribution: weights}]", "record: [{distribution: weights, layer: 1}]",
        "record: [{distribution: weights, at: 1}]", "record: [{distribution: weights, every: 1}]",
        "record: [{distribution: weights, log: 3}]", "record: [{distribution: activations}]",
        "record: [{distribution: activations, examples: probe}]",
        "record: [{distribution: activations, bins: 3, range: [0, 1]}]",
        "record: [{distribution: activations, bins: 3, range: [0, 2]}]",
        "data: {gaussian: {inputs: 1, examples: 2}}", "data: {gaussian: {inputs: 2, examples: 2}}",
        "data: {gaussian: {inputs: 1, examples: 3}}", "data: catch", "data: {catch: {width: 5}}",
        "data: {catch: {height: 5}}", "data: catch\ntraining: {episodes: 5}",
        "data: catch\ntraining: {discount: 1}",
      ]
    let texts = try bodies.map { Studies.canonicalDescription(of: try study($0).runs()[0]) }
    #expect(Set(texts).count == bodies.count)
    let renamed = try study("question: why\nnotes: x\ngroups: [{name: Z, notes: [n], names: [q]}]").runs()[0]
    #expect(Studies.canonicalDescription(of: renamed) == texts[0])
    #expect(try Studies.canonicalDescription(of: study("data: mnist").runs()[0]) == texts[0])
    let ablations = try ["a", "b"].map { try study("ablations: [{name: \($0), reset: 1}]").runs()[0] }
    #expect(ablations[0] == ablations[1])
  }
}
