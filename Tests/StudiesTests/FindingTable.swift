/// Bodies of studies, each followed by every finding about it, as `line:column: message`; lines are counted in the body,
/// and `⏎` stands for a line end.
enum FindingTable {
  /// What stands in the wrong place, or is not what its key asks for.
  static let shapes = #"""
    trainig: {batch: 10}
      1:1: unknown key 'trainig' in a study; did you mean 'training'?
    network: {layers: [64, 10]}
      1:11: unknown key 'layers' in 'network'; did you mean 'hidden'?
    training: {learning_rat: 0.1}
      1:12: unknown key 'learning_rat' in 'training'; did you mean 'learning_rate'?
    training: {foo: 1}
      1:12: unknown key 'foo' in 'training'; its keys are batch, steps, epochs, shuffle, loss, gradient, optimizer, learning_rate, weight_decay, clip, schedule, warm_up, episodes, discount
    learning_rate: 0.1
      1:1: 'learning_rate' does not stand here; it belongs in 'training'
    network: {learning_rate: 0.1}
      1:11: 'learning_rate' does not stand here; it belongs in 'training'
    training: 5
      1:11: 'training' must be a mapping, not 5
    training: {learning_rate: {from: 1, to: 2, points: 3}}
      1:27: 'learning_rate' must be a number above 0, not a mapping; a range stands in a group
    groups: [{learning_rate: {from: 1, too: 2, points: 3}}]
      1:26: a range needs 'to'
      1:36: unknown key 'too' in a range; did you mean 'to'?
    groups: [{learning_rate: {from: 0, to: 2, points: 1, spacing: logarithmic}}]
      1:33: 'from' must be a number above 0, not 0
      1:51: 'points' must be a whole number from 2 to 1000, not 1
      1:63: 'spacing' must be one of linear, log, not 'logarithmic'
    groups: [{batch: {from: 1.5, to: 2, points: 2}, init: [{from: 1, to: 2, points: 3}]}]
      1:25: 'from' must be a whole number from 1 to 1000000, not 1.5
      1:56: 'init' must be a number above 0, or one of xavier, xavier_uniform, he, he_uniform, lecun, lecun_uniform, pytorch, zeros, not a mapping
    groups: [{activation: {from: 1, to: 2, points: 3}}]
      1:24: unknown key 'from' in an activation with an argument; its keys are leaky_relu, elu
      1:33: unknown key 'to' in an activation with an argument; its keys are leaky_relu, elu
      1:40: unknown key 'points' in an activation with an argument; its keys are leaky_relu, elu
    claims: [{say: x, of: {learning_rate: {}}, that: test_loss, below: 1}]
      1:39: bounds need 'at_least', 'at_most', 'above' or 'below'
    claims: [{say: x, of: {learning_rate: {at_lest: 1}, init: {above: 1, at_least: 0}}, that: test_loss, below: 1}]
      1:40: unknown key 'at_lest' in bounds; did you mean 'at_least'?
      1:70: 'at_least' cannot stand beside 'above'; choose one
    claims: [{say: x, of: {learning_rate: {from: 1, to: 2, points: 3}}, that: test_loss, below: 1}]
      1:40: unknown key 'from' in bounds; its keys are at_least, at_most, above, below
      1:49: unknown key 'to' in bounds; its keys are at_least, at_most, above, below
      1:56: unknown key 'points' in bounds; its keys are at_least, at_most, above, below
    groups: {name: a}
      1:9: 'groups' must be a list of mappings, not a mapping
    seeds: []
      1:8: 'seeds' needs at least one element, not 0
    seed:
      1:1: 'seed' has no value
    seed: -1
      1:7: 'seed' must be a whole number from 0 to 9007199254740991, not -1
    seed: 1.5
      1:7: 'seed' must be a whole number from 0 to 9007199254740991, not 1.5
    seed: 9007199254740992
      1:7: 'seed' must be a whole number from 0 to 9007199254740991, not 9007199254740992
    seed: 99999999999999999999999
      1:7: 'seed' must be a whole number from 0 to 9007199254740991, not 99999999999999999999999
    seeds: 0
      1:8: 'seeds' must be a whole number from 1 to 20000, or a list, each element a whole number from 0 to 9007199254740991, or a mapping with first, count, not 0
    seeds: {first: 1}
      1:8: 'seeds' needs 'count'
    seeds: {count: 3}
      1:8: 'seeds' needs 'first'
    question: 5
      1:11: 'question' must be text, not the number 5: put it in quotes
    data: mnis
      1:7: 'data' cannot be 'mnis'; did you mean 'mnist'?
    data: cifar
      1:7: 'data' must be one of digits, mnist, catch, or a mapping, not 'cifar'
    data: {source: digits, images: a, labels: b}
      1:24: 'images' cannot stand beside 'source'; choose one
    data: {images: a}
      1:8: 'images' needs 'labels' beside it
    data: {images: a, labels: b, test_labels: c}
      1:30: 'test_labels' needs 'test_images' beside it
    data: {images: ' ', labels: b}
      1:16: 'images' must be a path, not blank
    data: {scale: unti}
      1:15: 'scale' cannot be 'unti'; did you mean 'unit'?
    network: {hidden: 64}
      1:19: 'hidden' must be a list, each element a whole number from 1 to 100000, not 64
    network: {hidden: [64, 0]}
      1:24: 'hidden' must be a whole number from 1 to 100000, not 0
    network: {hidden: [64], depth: 2}
      1:25: 'depth' cannot stand beside 'hidden'; choose one
    network: {activation: rleu}
      1:23: 'activation' cannot be 'rleu'; did you mean 'relu'?
    network: {activation: {relu: 1}}
      1:24: 'activation' takes no argument for relu: write 'relu' alone
    network: {activation: {leaky_relu: 0.1, elu: 1}}
      1:41: an activation with an argument needs exactly one of 'leaky_relu', 'elu'; it has 'leaky_relu', 'elu'
    network: {activation: {}}
      1:23: an activation with an argument needs exactly one of 'leaky_relu', 'elu'
    network: {activation: {leaky_relu: -1}}
      1:36: 'leaky_relu' must be a number of 0 or more, not -1
    network: {init: 0}
      1:17: 'init' must be a number above 0, or one of xavier, xavier_uniform, he, he_uniform, lecun, lecun_uniform, pytorch, zeros, not 0
    network: {init: kaiming}
      1:17: 'init' must be a number above 0, or one of xavier, xavier_uniform, he, he_uniform, lecun, lecun_uniform, pytorch, zeros, not 'kaiming'
    network: {init: .inf}
      1:17: 'init' must be a finite number
    network: {batch_norm: {layers: some, momentum: 2}}
      1:32: 'layers' must be one of hidden, all, not 'some'
      1:48: 'momentum' must be a number above 0 and of at most 1, not 2
    network: {bias: yes}
      1:17: 'bias' must be true or false, not 'yes'
    training: {batch: 0}
      1:19: 'batch' must be a whole number from 1 to 1000000, not 0
    training: {batch: '100'}
      1:19: 'batch' must be a whole number from 1 to 1000000, not the text '100'
    training: {steps: 10, epochs: 1}
      1:23: 'epochs' cannot stand beside 'steps'; choose one
    training: {learning_rate: .nan}
      1:27: 'learning_rate' must be a finite number
    training: {learning_rate: 1e400}
      1:27: 'learning_rate' must be a finite number
    training: {learning_rate: 1e39}
      1:27: 'learning_rate' does not fit single precision: 1e39
    training: {learning_rate: 1e-60}
      1:27: 'learning_rate' does not fit single precision: 1e-60
    training: {learning_rate: fast}
      1:27: 'learning_rate' must be a number above 0, not 'fast'
    training: {learning_rate: [0.1, 0.2]}
      1:27: 'learning_rate' must be a number above 0, not a list; values to compare stand in a group
    training: {optimizer: {momentum: 1}}
      1:34: 'momentum' must be a number of at least 0 and below 1, not 1
    training: {optimizer: {momentum: 0.999999999}}
      1:34: 'momentum' does not fit single precision: 0.999999999
    training: {optimizer: {adam: {beta: 0.9}}}
      1:31: unknown key 'beta' in adam; did you mean 'beta1'?
    training: {clip: {norm: 1, value: 2}}
      1:28: clip needs exactly one of 'norm', 'value'; it has 'norm', 'value'
    training: {schedule: {step: {factor: 0.5}}}
      1:29: step needs 'every'
    training: {schedule: step}
      1:22: 'schedule' needs an argument here: {step: …}
    groups: []
      1:9: 'groups' needs at least one element, not 0
    groups: [{hidden: [32, 64]}]
      1:20: a list in a group is an axis, one run per element: put 'hidden' in double brackets, [[…]]
    groups: [{hidden: []}]
      1:19: 'hidden' needs at least one element, not 0
    groups: [{learning_rate: []}]
      1:26: 'learning_rate' needs at least one element, not 0
    groups: [{learning_rate: [0.1, fast, ~]}]
      1:32: 'learning_rate' must be a number above 0, not 'fast'
      1:38: 'learning_rate' has no value
    groups: [{steps: [10], epochs: [1]}]
      1:24: 'epochs' cannot stand beside 'steps'; choose one
    groups: [{notes: a}]
      1:18: 'notes' must be a list of texts, not 'a'
    groups: [{name: ' '}]
      1:17: 'name' must be a line of text, not blank
    record: [{}]
      1:10: a recording needs exactly one of 'quantity', 'distribution'
    record: [{quantity: train_los}]
      1:21: 'quantity' cannot be 'train_los'; did you mean 'train_loss'?
    sheets: [{}]
      1:10: a sheet needs 'rows'
    sheets: [{name: My Sheet, rows: [{line: train_loss}]}]
      1:17: 'name' must be a file name of lower-case letters, digits and single hyphens, not 'My Sheet'
    sheets: [{rows: [{line: train_loss, range: [0]}]}]
      1:44: 'range' needs two elements, not 1
    sheets: [{rows: [{line: train_loss, clip: [-1, 99]}]}]
      1:44: 'clip' must be a number from 0 to 100, not -1
    sheets: [{columns: learnig_rate, rows: [{line: train_loss}]}]
      1:20: 'columns' cannot be 'learnig_rate'; did you mean 'learning_rate'?
    sheets: [{rows: []}]
      1:17: 'rows' needs at least one element, not 0
    claims: [{say: x}]
      1:10: a claim needs 'that'
      1:10: a claim needs exactly one of 'at_least', 'at_most', 'above', 'below', 'between', 'is'
    claims: [{say: x, that: dead_units, layer: 1, at_least: 1, at_most: 2}]
      1:60: a claim needs exactly one of 'at_least', 'at_most', 'above', 'below', 'between', 'is'; it has 'at_least', 'at_most'
    claims: [{say: x, that: dead_unit, layer: 1, at_least: 1}]
      1:25: 'that' cannot be 'dead_unit'; did you mean 'dead_units'?
    claims: [{say: x, that: train_loss, between: 1}]
      1:46: 'between' must be a list of two numbers, not 1
    claims: [{say: x, that: train_loss, below: 1, minus: {run: run}, over: {run: run}}]
      1:66: 'over' cannot stand beside 'minus'; choose one
    claims: [{say: x, that: train_loss, below: 1, in_seeds: some}]
      1:57: 'in_seeds' must be a whole number from 1 to 20000, or one of all, most, half, not 'some'
    network: {layers: [64]}
      1:11: unknown key 'layers' in 'network'; did you mean 'hidden'?
    groups: [{lr: 0.1}]
      1:11: unknown key 'lr' in a group; did you mean 'learning_rate'?
    network: {activation: [relu, {tanh: 1}]}
      1:31: 'activation' takes no argument for tanh: write 'tanh' alone
    training: {schedule: {cosin: 1}}
      1:23: unknown key 'cosin' in schedule; did you mean 'cosine'?
    network: {init: kaimin}
      1:17: 'init' must be a number above 0, or one of xavier, xavier_uniform, he, he_uniform, lecun, lecun_uniform, pytorch, zeros, not 'kaimin'
    data: 5
      1:7: 'data' must be one of digits, mnist, catch, or a mapping, not 5
    groups: [5]
      1:10: 'groups' must be a mapping, not 5
    sheets: 5
      1:9: 'sheets' must be a list of mappings, not 5
    """#

  /// Settings that are valid each by itself, but not together.
  static let settings = #"""
    network: {hidden: [8, 8], activation: [relu]}
      1:39: 1 activation for 2 hidden layers
    groups: [{depth: [1, 2], activation: [[relu, tanh]]}]
      1:39: 2 activations for 1 hidden layer
    training: {batch: 60001}
      1:19: a mini-batch of 60001 is more than the 60000 training examples
    data: {train: 50}
      1:15: a mini-batch of 100 is more than the 50 training examples
    data: {train: 60001, test: 10001}
      1:15: 'train' asks for 60001 examples; the data set has 60000
      1:28: 'test' asks for 10001 examples; the data set has 10000
    training: {steps: 10, warm_up: 11}
      1:32: a warm-up of 11 steps does not end within the run's 10 steps
    training: {epochs: 1, warm_up: 601}
      1:32: a warm-up of 601 steps does not end within the run's 600 steps
    network: {batch_norm: hidden} ⏎ training: {batch: 1}
      2:19: batch normalisation needs mini-batches of at least 2 examples
    network: {depth: 3, width: 100000}
      1:28: the network has more than 100000000 weights
    """#

  /// Seeds, groups, axes, names and notes.
  static let grids = #"""
    groups: [{learning_rate: {from: 2, to: 1, points: 3}, init: {from: 1, to: 1, points: 2}}]
      1:26: 'from' must be below 'to'
      1:61: 'from' must be below 'to'
    groups: [{name: a, bias_init: {from: 0, to: 1, points: 3, spacing: log}}, {name: b, bias_init: {from: -1, to: 1, points: 3}}]
      1:31: 'spacing: log' needs a 'from' above 0
    groups: [{learning_rate: {from: 1, to: 1.01, points: 100, spacing: log}, batch: {from: 1, to: 9, points: 20}}]
      1:26: 100 points are too many between these ends: rounded, some are equal; take fewer, or a list
      1:81: 20 points are too many between these ends: rounded, some are equal; take fewer, or a list
    groups: [{learning_rate: {from: 1, to: 2, points: 200}, init: {from: 1, to: 2, points: 101}}]
      1:9: the study has more than 20000 runs
    groups: [{learning_rate: {from: 1, to: 2, points: 3}, notes: [a, b]}]
      1:62: 'notes' has 2 entries for 3 grid points of the group
    seed: 5 ⏎ seeds: [1, 2]
      2:8: 'seeds' names every seed already; 'seed' goes with a count only
    seeds: [1, 2, 1]
      1:15: seed 1 stands in the list twice
    seeds: {first: 9007199254740990, count: 3}
      1:8: the last seed would be above 9007199254740991
    seeds: 2000 ⏎ groups: [{learning_rate: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}]
      2:9: the study has more than 20000 runs
    groups: [{learning_rate: [0.1, 0.2], notes: [a]}]
      1:45: 'notes' has 1 entry for 2 grid points of the group
    groups: [{learning_rate: [0.1, 0.2], names: [a, b, c]}]
      1:45: 'names' has 3 entries for 2 grid points of the group
    groups: [{learning_rate: [0.1, 0.2], names: [a, a]}]
      1:49: a second run is named 'a'
    groups: [{name: a}, {name: b}, {name: a}]
      1:39: a second group is named 'a'
    groups: [{}, {name: b}]
      1:10: a group needs a 'name' where there are several
    groups: [{learning_rate: [0.1, 0.10, 1e-1]}]
      1:32: 'learning_rate' has the value 0.1 twice
      1:38: 'learning_rate' has the value 0.1 twice
    """#

  /// Runs, settings, layers and units that do not exist.
  static let references = #"""
    groups: [{name: a, learning_rate: {from: 1, to: 3, points: 3}}] ⏎ claims: [{say: x, of: {group: a, learning_rate: {above: 3}}, that: train_loss, below: 1}]
      2:49: no run of group 'a' has learning_rate above 3; its values are 1, 2, 3
    groups: [{learning_rate: {from: 1, to: 3, points: 3}}] ⏎ claims: [{say: x, of: {init: {above: 3}}, that: train_loss, below: 1}]
      2:30: no run has init above 3; its value is he
    groups: [{learning_rate: {from: 1, to: 3, points: 3}, init: [1, 2]}] ⏎ claims: [{say: x, of: {init: 2, learning_rate: {at_least: 1.5}, activation: tanh}, that: train_loss, minus: {learning_rate: {above: 1}, init: 1}, below: 1}]
      2:77: no run with init 2 with learning_rate at least 1.5 has activation tanh; its value is relu
      2:109: 'minus' must select one run, not 2: 'learning rate 2 · init 1', 'learning rate 3 · init 1'
    claims: [{say: x, of: {group: a}, that: train_loss, below: 1}]
      1:31: no group is named 'a'; there is 'runs'
    groups: [{name: ReLU}, {name: BN}] ⏎ claims: [{say: x, of: {group: Relu}, that: train_loss, below: 1}]
      2:31: no group is named 'Relu'; did you mean 'ReLU'?
    groups: [{name: ReLU, learning_rate: [0.05, 0.01, 0.001]}] ⏎ claims: [{say: x, of: {group: ReLU, learning_rate: 0.5}, that: train_loss, below: 1}]
      2:52: no run of group 'ReLU' has learning_rate 0.5; its values are 0.05, 0.01, 0.001
    groups: [{name: ReLU, learning_rate: [0.05, 0.01]}] ⏎ claims: [{say: x, of: {learning_rate: [0.05, 0.02]}, that: train_loss, below: 1}]
      2:46: no run has learning_rate 0.02; its values are 0.05, 0.01
    groups: [{name: ReLU, learning_rate: [0.05, 0.01]}] ⏎ claims: [{say: x, of: {run: ReLU}, that: train_loss, below: 1}]
      2:29: no run is named 'ReLU'; there are 'ReLU · learning rate 0.05', 'ReLU · learning rate 0.01'
    groups: [{init: [he, xavier], learning_rate: [0.1, 0.2]}] ⏎ claims: [{say: x, of: {init: he, learning_rate: 0.3}, that: train_loss, below: 1}]
      2:49: no run with init he has learning_rate 0.3; its values are 0.1, 0.2
    groups: [{learning_rate: [0.05, 0.01]}] ⏎ claims: [{say: x, that: train_loss, below: 1, minus: {init: he}}]
      2:54: 'minus' must select one run, not 2: 'learning rate 0.05', 'learning rate 0.01'
    claims: [{say: x, of: {epochs: 3}, that: train_loss, below: 1}]
      1:32: no run has epochs 3; none has that setting
    claims: [{say: x, of: {learning_rte: 3}, that: train_loss, below: 1}]
      1:24: unknown key 'learning_rte' in a selection; did you mean 'learning_rate'?
    sheets: [{columns: epochs, rows: [{line: train_loss}]}]
      1:20: run 'run' has no setting 'epochs' to be told apart by
    sheets: [{rows: [{line: train_loss, layer: 1}, {line: gradient_norm, units: 3}]}]
      1:44: train_loss is of the whole network and has no 'layer'
      1:77: gradient_norm is not of single units and has no 'units'
    sheets: [{rows: [{line: gradient_norm, layer: 3}, {line: bias, layer: 1, units: 65}, {line: bias, layer: 2, units: [1, 11]}]}]
      1:47: run 'run' has no layer 3; it has 2 layers, the output layer included
      1:81: layer 1 of run 'run' has 64 units, not 65
      1:120: layer 2 of run 'run' has 10 units, not 11
    network: {hidden: []} ⏎ sheets: [{rows: [{line: gradient_norm, layer: hidden}]}]
      2:47: run 'run' has no hidden layer
    groups: [{depth: [1, 2]}] ⏎ claims: [{say: x, that: gradient_norm, layer: 3, below: 1}, {say: x, that: dead_units, layer: 3, below: 1}]
      2:47: run 'depth 1' has no layer 3; it has 2 layers, the output layer included
      2:95: run 'depth 1' has no layer 3; it has 2 layers, the output layer included
    record: [{quantity: gradient_norm, layer: [1, 4]}]
      1:47: run 'run' has no layer 4; it has 2 layers, the output layer included
    """#

  /// Panels whose lines cannot be told apart, and comparisons that make no sense.
  static let sheetsAndClaims = #"""
    sheets: [{name: a, rows: [{line: train_loss}]}, {name: a, rows: [{line: train_loss}]}]
      1:56: a second sheet is named 'a'
    sheets: [{rows: [{line: train_loss, range: [1, 1], clip: [99, 1]}]}]
      1:44: 'range' must be [low, high] with low < high
      1:58: 'clip' must be [low, high] with low < high
    sheets: [{rows: [{line: train_loss, range: [0, 1], scale: log}]}]
      1:44: a logarithmic axis needs a 'range' above 0
    groups: [{learning_rate: [0.05, 0.01]}] ⏎ sheets: [{columns: group, rows: [{line: train_loss}]}]
      2:20: the panel 'runs' holds 2 runs; give each its column, or overlay them by a 'color': 'learning rate 0.05', 'learning rate 0.01'
    groups: [{learning_rate: [0.05, 0.01], init: [he, xavier]}] ⏎ sheets: [{columns: group, color: init, rows: [{line: train_loss}]}]
      2:34: the panel 'runs' draws 2 runs in one colour: 'learning rate 0.05 · init he', 'learning rate 0.01 · init he'
    groups: [{learning_rate: [0.05, 0.01]}] ⏎ sheets: [{columns: group, color: run, rows: [{line: gradient_norm}, {line: bias, layer: 1}, {line: bias, layer: 1, units: 1}]}]
      2:46: colours tell runs apart here, so a panel has room for one layer, not 2
      2:69: colours tell runs apart here, so the many lines of bias, one a unit, cannot be drawn
    claims: [{say: x, that: test_accuracy, as: last, units: 3, every: 2, layer: 1, below: 1}]
      1:44: 'as' is for recorded quantities; test_accuracy is one number already
      1:57: test_accuracy is not of single units and has no 'units'
      1:67: 'every' is for recorded quantities; test_accuracy is one number already
      1:77: test_accuracy is of the whole network and has no 'layer'
    claims: [{say: x, that: dead_units, below: 1}, {say: x, that: max_abs_bias, below: 1}]
      1:25: dead_units is of a layer: say which, such as 'layer: 1'
      1:63: max_abs_bias is of a layer: say which, such as 'layer: 1'
    claims: [{say: x, that: test_accuracy, is: none}]
      1:44: test_accuracy always has a value; 'is: none' goes with first_nonfinite_step
    claims: [{say: x, that: first_nonfinite_step, is: none, minus: {run: run}}]
      1:51: 'is: none' cannot be said of a difference or a ratio
    groups: [{learning_rate: {from: 1, to: 3, points: 3}}] ⏎ claims: [{say: x, of: {learning_rate: {above: 1}}, that: train_loss, below: 1, in_runs: 3}]
      2:89: the claim is about 2 runs, not 3
    claims: [{say: x, that: train_loss, below: 1, in_seeds: 2}]
      1:57: the study has 1 seed, not 2
    claims: [{say: x, that: train_loss, between: [2, 1]}]
      1:46: 'between' must be [low, high] with low < high
    """#

  /// All at once.
  static let together = #"""
    trainig: {batch: 0} ⏎ network: {hidden: [0]} ⏎ claims: [{that: 3}] ⏎ record: [{quantity: weigth_mean, every: 0}]
      1:1: unknown key 'trainig' in a study; did you mean 'training'?
      2:20: 'hidden' must be a whole number from 1 to 100000, not 0
      3:10: a claim needs 'say'
      3:10: a claim needs exactly one of 'at_least', 'at_most', 'above', 'below', 'between', 'is'
      3:17: 'that' must be one of final_train_accuracy, final_train_loss, test_accuracy, test_loss, first_nonfinite_step, dead_units, max_abs_bias, final_reward, greedy_reward, or one of train_loss, train_accuracy, learning_rate, gradient_norm, weight_norm, relative_change, dead_share, nonfinite_share, weight_mean, bias, reward, policy_mean, action_mean, log_likelihood, gradient_ratio, preactivation_gradient_norm, activation_mean, activation_sd, unit_sd, saturated_share, zero_share, or one of weights, biases, preactivations, activations, gradients, preactivation_gradients, updates, not 3
      4:21: 'quantity' cannot be 'weigth_mean'; did you mean 'weight_mean'?
      4:41: 'every' must be a whole number from 1 to 10000000, not 0
    """#
}
