/// More of the table: distributions, kinds of study, ablations.
extension FindingTable {
  /// What stands in the wrong place, or is not what its key asks for.
  static let distributionShapes = #"""
    data: gaussian
      1:7: 'data' needs an argument here: {gaussian: …}
    data: {gaussian: {inputs: 10}}
      1:18: gaussian needs 'examples'
    data: {gaussian: 5}
      1:18: 'gaussian' must be a mapping with inputs, examples, not 5
    data: {gaussian: {inputs: 10, examples: 0}}
      1:41: 'examples' must be a whole number from 1 to 1000000, not 0
    data: {catch: {width: 1}}
      1:23: 'width' must be a whole number from 3 to 100, not 1
    data: {catch: {}, gaussian: {inputs: 1, examples: 1}}
      1:19: 'gaussian' cannot stand beside 'catch'; choose one
    data: {catch: {}, scale: raw}
      1:19: 'scale' cannot stand beside 'catch'; choose one
    data: {source: catch}
      1:16: 'source' must be one of digits, mnist, not 'catch'
    network: {skip: 1}
      1:17: 'skip' must be true or false, not 1
    network: {residual: true}
      1:11: unknown key 'residual' in 'network'; did you mean 'skip'?
    training: {gamma: 0.9}
      1:12: unknown key 'gamma' in 'training'; did you mean 'discount'?
    record: [{quantity: train_loss, distribution: weights}]
      1:33: a recording needs exactly one of 'quantity', 'distribution'; it has 'quantity', 'distribution'
    record: [{distribution: weight, layer: 1}]
      1:25: 'distribution' cannot be 'weight'; did you mean 'weights'?
    record: [{quantity: train_loss, at: [0], units: 1}]
      1:33: 'at' goes with 'distribution', not with 'quantity'
    record: [{distribution: weights, units: 1}]
      1:34: 'units' goes with 'quantity', not with 'distribution'
    record: [{distribution: weights, at: [0], every: 5}]
      1:43: 'every' cannot stand beside 'at'; choose one
    record: [{distribution: weights, at: []}]
      1:38: 'at' needs at least one element, not 0
    record: [{distribution: weights, at: -1}]
      1:38: 'at' must be a whole number from 0 to 10000000, or a list, each element a whole number from 0 to 10000000, not -1
    record: [{distribution: weights, log: 1}]
      1:39: 'log' must be a whole number from 2 to 10000, not 1
    record: [{distribution: weights, bins: 30}]
      1:34: 'bins' needs 'range' beside it
    record: [{distribution: weights, range: [0, 1]}]
      1:34: 'range' needs 'bins' beside it
    record: [{distribution: activations, examples: all}]
      1:48: 'examples' must be one of batch, probe, not 'all'
    sheets: [{rows: [{title: x, units: 3}]}]
      1:18: a row needs exactly one of 'line', 'heat_map', 'histogram', 'ridgeline', 'percentiles', 'phase_diagram', 'response', 'multiples'
    sheets: [{rows: [{line: train_loss, histogram: weights}]}]
      1:37: a row needs exactly one of 'line', 'heat_map', 'histogram', 'ridgeline', 'percentiles', 'phase_diagram', 'response', 'multiples'; it has 'line', 'histogram'
    sheets: [{rows: [{histogram: weights, units: 3, if_diverging: log, scale: log}]}]
      1:39: 'units' goes with 'line', not with 'histogram'
      1:49: 'if_diverging' goes with 'line', not with 'histogram'
      1:68: 'scale' goes with 'line', 'heat_map', 'percentiles', 'phase_diagram', 'response' or 'multiples', not with 'histogram'
    sheets: [{rows: [{line: train_loss, at: [0], draw_bins: 4, examples: probe}]}]
      1:37: 'at' goes with 'histogram', 'ridgeline' or 'percentiles', not with 'line'
      1:46: 'draw_bins' goes with 'histogram' or 'ridgeline', not with 'line'
      1:60: 'examples' goes with 'histogram', 'ridgeline' or 'percentiles', not with 'line'
    sheets: [{rows: [{heat_map: gradient_norm, log: 5, density: true}]}]
      1:44: 'log' goes with 'histogram', 'ridgeline' or 'percentiles', not with 'heat_map'
      1:52: 'density' goes with 'histogram' or 'ridgeline', not with 'heat_map'
    sheets: [{rows: [{percentiles: weights, every: 5, counts: log}]}]
      1:51: 'counts' goes with 'histogram' or 'ridgeline', not with 'percentiles'
    sheets: [{rows: [{ridgeline: weights, every: 5, bins: 4}]}]
      1:49: 'bins' needs 'range' beside it
    sheets: [{rows: [{ridgeline: weights, every: 5, bins: 4, range: [0, 1], draw_bins: 3}]}]
      1:73: 'draw_bins' cannot stand beside 'bins'; choose one
    sheets: [{rows: [{histogram: weights, values: symlog, counts: logs}]}]
      1:47: 'values' must be one of linear, log_abs, not 'symlog'
      1:63: 'counts' cannot be 'logs'; did you mean 'log'?
    ablations: [{name: a}, {reset: [1]}, {name: b, reset: []}, {name: c, reset: hidden}, {name: d, reset: 0}]
      1:13: an ablation needs 'reset'
      1:24: an ablation needs 'name'
      1:55: 'reset' needs at least one element, not 0
      1:77: 'reset' must be a whole number from 1 to 1001, or a list, each element a whole number from 1 to 1001, not 'hidden'
      1:103: 'reset' must be a whole number from 1 to 1001, or a list, each element a whole number from 1 to 1001, not 0
    claims: [{say: x, that: weights, as: {share_below: 0}, below: 1}]
      1:52: 'share_below' must be a number above 0, not 0
    claims: [{say: x, that: weights, as: share_below, below: 1}]
      1:38: 'as' needs an argument here: {share_below: …}
    claims: [{say: x, that: weights, as: {sd: 1}, below: 1}]
      1:39: 'as' takes no argument for sd: write 'sd' alone
    claims: [{say: x, that: weights, as: sdd, at: end, below: 1}]
      1:38: 'as' cannot be 'sdd'; did you mean 'sd'?
      1:47: 'at' must be a whole number from 0 to 10000000, or one of first, last, not 'end'
    claims: [{say: x, that: weights, as: below_share, bins: 3, below: 1}]
      1:51: 'bins' needs 'range' beside it
    claims: [{say: x, that: weights, as: shape, is: bel}]
      1:49: 'is' cannot be 'bel'; did you mean 'bell'?
    claims: [{say: x, that: gradient_norm, over: {layers: 1}, below: 1}]
      1:47: unknown key 'layers' in an operand; did you mean 'layer'?
    claims: [{say: x, that: gradient_norm, over: {layer: first}, below: 1}]
      1:54: 'layer' must be a whole number from 1 to 1001, or one of all, hidden, last, or a list, each element a whole number from 1 to 1001, not 'first'
    """#

  /// What has no meaning in a kind of study.
  static let kinds = #"""
    data: catch ⏎ training: {batch: 5, epochs: 3, shuffle: true, loss: mean_squared_error, gradient: sum}
      2:12: 'batch' has no meaning in a policy study, which learns from a game
      2:22: 'epochs' has no meaning in a policy study, which learns from a game
      2:33: 'shuffle' has no meaning in a policy study, which learns from a game
      2:48: 'loss' has no meaning in a policy study, which learns from a game
      2:74: 'gradient' has no meaning in a policy study, which learns from a game
    data: catch ⏎ groups: [{batch: [5, 10], scale: raw, episodes: 5}]
      2:11: 'batch' has no meaning in a policy study, which learns from a game
      2:27: 'scale' has no meaning in a policy study, which learns from a game
    training: {episodes: 5, discount: 0.9} ⏎ groups: [{discount: [1, 0.5]}]
      1:12: 'episodes' has no meaning in a supervised study, which learns from labelled images
      1:25: 'discount' has no meaning in a supervised study, which learns from labelled images
      2:11: 'discount' has no meaning in a supervised study, which learns from labelled images
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ training: {steps: 5} ⏎ groups: [{learning_rate: [1, 2]}]
      2:1: 'training' has no meaning in a forward study, which looks at untrained hidden layers once
      3:11: 'learning_rate' has no meaning in a forward study, which looks at untrained hidden layers once
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ network: {hidden: [], output_activation: tanh}
      2:19: a forward study looks at hidden layers, and there are none
      2:23: 'output_activation' has no meaning in a forward study, which looks at untrained hidden layers once
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ groups: [{depth: [0, 1]}]
      2:19: a forward study looks at hidden layers, and there are none
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ network: {output_activation: tanh} ⏎ ablations: [{name: a, reset: 1}]
      2:11: 'output_activation' has no meaning in a forward study, which looks at untrained hidden layers once
      3:1: 'ablations' has no meaning in a forward study, which looks at untrained hidden layers once
    data: {gaussian: {inputs: 100000, examples: 1001}}
      1:18: the examples have more than 100000000 numbers together
    data: {gaussian: {inputs: 100000, examples: 1}} ⏎ network: {hidden: [100000]}
      2:19: the network has more than 100000000 weights
    data: {gaussian: {inputs: 10, examples: 1}} ⏎ network: {batch_norm: hidden}
      2:23: batch normalisation needs mini-batches of at least 2 examples
    data: catch ⏎ training: {steps: 10, warm_up: 11}
      2:32: a warm-up of 11 steps does not end within the run's 10 steps
    data: catch ⏎ record: [{quantity: train_accuracy}, {quantity: dead_share}, {distribution: activations, examples: probe}]
      2:21: 'train_accuracy' has no meaning in a policy study, which learns from a game
      2:49: 'dead_share' has no meaning in a policy study, which learns from a game
      2:90: 'examples' has no meaning in a policy study, which learns from a game
    record: [{quantity: reward}, {quantity: policy_mean}]
      1:21: 'reward' has no meaning in a supervised study, which learns from labelled images
      1:41: 'policy_mean' has no meaning in a supervised study, which learns from labelled images
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ record: [{quantity: train_loss}, {quantity: relative_change}, {distribution: updates}, {distribution: activations, at: [0], examples: probe}, {quantity: gradient_norm, every: 5}]
      2:21: 'train_loss' has no meaning in a forward study, which looks at untrained hidden layers once
      2:45: 'relative_change' has no meaning in a forward study, which looks at untrained hidden layers once
      2:78: 'updates' has no meaning in a forward study, which looks at untrained hidden layers once
      2:116: 'at' has no meaning in a forward study, which looks at untrained hidden layers once
      2:125: 'examples' has no meaning in a forward study, which looks at untrained hidden layers once
      2:169: 'every' has no meaning in a forward study, which looks at untrained hidden layers once
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ record: [{quantity: gradient_norm, layer: 2}]
      2:43: run 'run' has no layer 2; it has 1 layer
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ sheets: [{rows: [{ridgeline: weights}, {percentiles: weights}, {histogram: weights, log: 3}]}]
      2:19: 'ridgeline' has no meaning in a forward study, which looks at untrained hidden layers once
      2:41: 'percentiles' has no meaning in a forward study, which looks at untrained hidden layers once
      2:85: 'log' has no meaning in a forward study, which looks at untrained hidden layers once
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ claims: [{say: x, that: first_nonfinite_step, is: none}, {say: x, that: weights, as: wasserstein, at: first, since: 3, below: 1}]
      2:25: 'first_nonfinite_step' has no meaning in a forward study, which looks at untrained hidden layers once
      2:86: 'wasserstein' has no meaning in a forward study, which looks at untrained hidden layers once
      2:99: 'at' has no meaning in a forward study, which looks at untrained hidden layers once
      2:110: 'since' has no meaning in a forward study, which looks at untrained hidden layers once
    claims: [{say: x, that: final_reward, below: 1}]
      1:25: 'final_reward' has no meaning in a supervised study, which learns from labelled images
    data: catch ⏎ claims: [{say: x, that: test_accuracy, below: 1}, {say: x, that: dead_units, layer: 1, below: 1}]
      2:25: 'test_accuracy' has no meaning in a policy study, which learns from a game
      2:66: 'dead_units' has no meaning in a policy study, which learns from a game
    data: catch ⏎ sheets: [{columns: batch, rows: [{line: reward}]}]
      2:20: run 'run' has no setting 'batch' to be told apart by
    data: catch ⏎ claims: [{say: x, of: {batch: 100}, that: reward, below: 1}]
      2:31: no run has batch 100; none has that setting
    data: mnis ⏎ training: {episodes: 5}
      1:7: 'data' cannot be 'mnis'; did you mean 'mnist'?
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ network: {bias: false} ⏎ claims: [{say: x, that: activation_sd, layer: last, over: {layer: 2}, below: 1}]
      3:67: run 'run' has no layer 2; it has 1 layer
    data: {gaussian: {inputs: 10, examples: 5}} ⏎ sheets: [{rows: [{line: gradient_norm, every: 2}, {histogram: activations, examples: batch}]}]
      2:40: 'every' has no meaning in a forward study, which looks at untrained hidden layers once
      2:76: 'examples' has no meaning in a forward study, which looks at untrained hidden layers once
    """#

  /// Rows, recordings, ablations and pictures.
  static let distributions = #"""
    sheets: [{rows: [{heat_map: train_loss}, {heat_map: bias, layer: 1}]}]
      1:29: a heat map has a row for each layer, and train_loss is not a quantity of layers
      1:53: a heat map has a row for each layer, and bias is not a quantity of layers
    sheets: [{rows: [{ridgeline: weights, layer: 1}, {percentiles: weights}]}]
      1:19: 'ridgeline' shows steps: say which by 'at', 'every' or 'log'
      1:51: 'percentiles' shows steps: say which by 'at', 'every' or 'log'
    sheets: [{rows: [{histogram: weights, values: log_abs, bins: 5, range: [0.1, 1]}]}]
      1:47: declared bins are equally wide, which 'values: log_abs' cannot draw
    sheets: [{rows: [{histogram: weights, values: log_abs, range: [0, 1]}]}]
      1:63: a logarithmic axis needs a 'range' above 0
    sheets: [{rows: [{histogram: weights, bins: 5, range: [1, 1]}]}]
      1:55: 'range' must be [low, high] with low < high
    sheets: [{rows: [{histogram: weights, examples: probe, layer: 3, at: [0, 601]}]}]
      1:49: weights do not depend on examples and have no 'examples'
      1:63: run 'run' has no layer 3; it has 2 layers, the output layer included
      1:74: run 'run' has nothing at step 601; its last is 600
    training: {epochs: 2} ⏎ sheets: [{rows: [{histogram: gradients, at: [1199, 1200]}, {histogram: weights, at: 1200}]}]
      2:52: run 'run' has nothing at step 1200; its last is 1199
    groups: [{init: [he, xavier]}] ⏎ sheets: [{columns: group, color: init, rows: [{line: train_loss}, {histogram: weights}, {heat_map: gradient_norm}]}]
      2:68: colours tell runs apart here, so a histogram has room for one step: say which by 'at'
      2:90: colours tell runs apart here, but 'heat_map' shows one run
    groups: [{name: BN + ReLU}, {name: bn relu}] ⏎ sheets: [{each: group, rows: [{line: train_loss}]}]
      2:17: 'BN + ReLU' and 'bn relu' would both be drawn into 'sheet-bn-relu.png'
    groups: [{name: ReLU}, {name: relu}]
      1:9: 'ReLU' and 'relu' would both be drawn into 'sheet-relu.png'
    groups: [{name: b}, {name: c}] ⏎ sheets: [{name: a-b, rows: [{line: train_loss}]}, {name: a, each: group, rows: [{line: train_loss}]}]
      2:67: sheet 'a-b' and sheet 'a' would both be drawn into 'a-b.png'
    record: [{distribution: weights, examples: probe}, {distribution: weights, layer: 3, at: 601}]
      1:44: weights do not depend on examples and have no 'examples'
      1:83: run 'run' has no layer 3; it has 2 layers, the output layer included
      1:90: run 'run' has nothing at step 601; its last is 600
    record: [{distribution: weights, bins: 3, range: [1, 0]}]
      1:50: 'range' must be [low, high] with low < high
    ablations: [{name: a, reset: [1, 3]}, {name: a, reset: 2}]
      1:34: run 'run' has no layer 3; it has 2 layers, the output layer included
      1:46: a second ablation is named 'a'
    data: {gaussian: {inputs: 1, examples: 1}} ⏎ groups: [{init: [he, xavier]}] ⏎ sheets: [{columns: group, color: init, rows: [{line: bias}]}]
      3:47: colours tell runs apart here, so the many lines of bias, one a unit, cannot be drawn
    data: {images: a, labels: b} ⏎ training: {epochs: 1} ⏎ groups: [{init: [he, xavier]}] ⏎ sheets: [{columns: group, color: init, rows: [{histogram: weights, at: [0, 1]}, {histogram: weights, at: 9}, {percentiles: weights, log: 5}]}]
      4:48: colours tell runs apart here, so a histogram has room for one step: say which by 'at'
      4:111: colours tell runs apart here, but 'percentiles' shows one run
    """#

  /// Claims about distributions, ablations and other layers.
  static let claims = #"""
    ablations: [{name: layer 1 reset, reset: 1}] ⏎ claims: [{say: x, that: test_loss, ablation: layer 1, below: 1}, {say: x, that: final_train_loss, ablation: layer 1 reset, below: 1}, {say: x, that: weights, as: sd, ablation: a, below: 1}]
      2:46: no ablation is named 'layer 1'; there is 'layer 1 reset'
      2:109: 'ablation' is for evaluations of the trained network: test_accuracy, test_loss, greedy_reward; not for final_train_loss
      2:177: 'ablation' is for evaluations of the trained network: test_accuracy, test_loss, greedy_reward; not for weights
    claims: [{say: x, that: test_loss, ablation: a, below: 1}]
      1:46: no ablation is named 'a'
    groups: [{depth: [1, 3]}] ⏎ ablations: [{name: a, reset: 4}] ⏎ claims: [{say: x, that: test_loss, ablation: a, below: 1}]
      3:46: run 'depth 1' has no layer 4; it has 2 layers, the output layer included
    claims: [{say: x, that: test_accuracy, at: first, examples: probe, bins: 3, range: [0, 1], below: 1}]
      1:40: 'at' is for distributions, which test_accuracy is not
      1:51: 'examples' is for distributions, which test_accuracy is not
      1:68: 'bins' is for distributions, which test_accuracy is not
      1:77: 'range' is for distributions, which test_accuracy is not
    claims: [{say: x, that: train_loss, as: sd, below: 1}, {say: x, that: train_loss, as: {share_below: 1}, below: 1}]
      1:41: train_loss cannot become one number by 'sd'; 'as' is one of first, last, mean, min, max, max_abs, mean_of_last_100
      1:87: train_loss cannot become one number by 'share_below'; 'as' is one of first, last, mean, min, max, max_abs, mean_of_last_100
    claims: [{say: x, that: weights, as: last, below: 1}, {say: x, that: weights, below: 1}]
      1:38: weights cannot become one number by 'last'; 'as' is one of mean, sd, skewness, kurtosis, min, max, max_abs, zero_share, nonfinite_count, below_share, above_share, total_variation, wasserstein, shape, share_below
      1:70: weights are many numbers: say what of them by 'as', such as 'as: sd'
    claims: [{say: x, that: weights, as: sd, units: 3, every: 3, examples: batch, below: 1}]
      1:49: weights is not of single units and has no 'units'
      1:59: a claim about weights is about one step: say which by 'at'
      1:72: weights do not depend on examples and have no 'examples'
    claims: [{say: x, that: weights, as: below_share, below: 1}, {say: x, that: weights, as: sd, bins: 3, range: [0, 1], below: 1}]
      1:38: below_share is of declared bins: it needs 'bins' and 'range'
      1:100: sd needs no bins; they are for below_share and above_share
    claims: [{say: x, that: weights, as: above_share, bins: 3, range: [1, 1], below: 1}]
      1:67: 'range' must be [low, high] with low < high
    claims: [{say: x, that: weights, as: sd, layer: [2, 3], at: 601, below: 1}, {say: x, that: gradients, as: sd, at: 600, below: 1}]
      1:53: run 'run' has no layer 3; it has 2 layers, the output layer included
      1:61: run 'run' has nothing at step 601; its last is 600
      1:115: run 'run' has nothing at step 600; its last is 599
    claims: [{say: x, that: weights, as: wasserstein, since: last, below: 1}, {say: x, that: weights, as: wasserstein, since: -1, below: 1}]
      1:58: 'since' must be a whole number from 0 to 10000000, or 'first', not 'last'
      1:123: 'since' must be a whole number from 0 to 10000000, or 'first', not -1
    claims: [{say: x, that: weights, as: sd, since: 3, below: 1}, {say: x, that: train_loss, since: 3, below: 1}, {say: x, that: test_loss, since: 3, below: 1}]
      1:42: sd is of one step; 'since' is for total_variation and wasserstein, which compare two
      1:90: 'since' is for distributions, which train_loss is not
      1:137: 'since' is for distributions, which test_loss is not
    claims: [{say: x, that: weights, as: wasserstein, since: 5, at: 5, below: 1}, {say: x, that: weights, as: wasserstein, since: 5, at: first, below: 1}]
      1:58: 'since' must name an earlier step than 5, that of 'at', not 5
      1:127: 'since' must name an earlier step than 0, that of 'at', not 5
    claims: [{say: x, that: weights, as: wasserstein, since: 600, below: 1}, {say: x, that: gradients, as: total_variation, since: 600, below: 1}, {say: x, that: gradients, as: total_variation, at: last, since: 599, below: 1}]
      1:58: 'since' must name an earlier step than 600, the last of run 'run', not 600
      1:128: run 'run' has nothing at step 600; its last is 599
      1:208: 'since' must name an earlier step than 599, the last of run 'run', not 599
    claims: [{say: x, that: weights, as: shape, below: 1}, {say: x, that: weights, as: sd, is: bell}, {say: x, that: weights, as: shape, is: none}]
      1:45: a shape is a word: compare it by 'is', such as 'is: bell'
      1:92: 'is: bell' goes with 'as: shape' of a distribution
      1:138: weights always has a value; 'is: none' goes with first_nonfinite_step
    claims: [{say: x, that: weights, as: shape, is: uniform plateau, over: {layer: 2}}]
      1:49: a shape is a word, of which there is no difference or ratio
    claims: [{say: x, that: train_loss, is: bell}]
      1:41: 'is: bell' goes with 'as: shape' of a distribution
    claims: [{say: x, that: train_loss, over: {layer: 1}, below: 1}, {say: x, that: test_loss, minus: {layer: last}, below: 1}]
      1:51: train_loss is of the whole network and has no 'layer'
      1:107: test_loss is of the whole network and has no 'layer'
    claims: [{say: x, that: gradient_norm, layer: 1, over: {layer: [2, 3]}, below: 1}]
      1:68: run 'run' has no layer 3; it has 2 layers, the output layer included
    network: {hidden: []} ⏎ claims: [{say: x, that: gradient_norm, over: {layer: hidden}, below: 1}]
      2:54: run 'run' has no hidden layer
    groups: [{depth: [1, 2]}] ⏎ claims: [{say: x, that: gradient_norm, layer: 1, over: {layer: last, init: he}, below: 1}]
      2:56: 'over' must select one run, not 2: 'depth 1', 'depth 2'
    groups: [{depth: [1, 2]}] ⏎ claims: [{say: x, of: {depth: 2}, that: gradient_norm, layer: 1, over: {layer: 3, depth: 1}, below: 1}]
      2:80: run 'depth 1' has no layer 3; it has 2 layers, the output layer included
    groups: [{depth: [1, 2]}] ⏎ claims: [{say: x, of: {depth: 2}, that: dead_units, layer: [1, 3], over: {depth: 1}, below: 1}]
      2:64: run 'depth 1' has no layer 3; it has 2 layers, the output layer included
    claims: [{say: x, that: bias, layer: 1, units: [11], over: {layer: last}, below: 1}]
      1:49: layer 2 of run 'run' has 10 units, not 11
    ablations: [{name: a, reset: 1}, {name: a, reset: 3}] ⏎ claims: [{say: x, that: test_loss, ablation: b, below: 1}]
      1:41: a second ablation is named 'a'
      1:51: run 'run' has no layer 3; it has 2 layers, the output layer included
    """#
}
