/// The study that `kiseki new` writes: small, commented, and complete enough to run as it is.
package enum StudyTemplate {
  /// The study's text; its name is its path below the studies folder, without extension.
  package static func text(name: String) -> String {
    let folders = name.split(separator: "/").count - 1
    let schema = String(repeating: "../", count: folders) + "study.schema.json"
    return """
      # yaml-language-server: $schema=\(schema)
      #
      # Run it with:   kiseki report studies/\(name).yaml
      # Check it with: kiseki check studies/\(name).yaml
      # The format is described in docs/study-format.md.
      kiseki: 1
      title: How large may the learning rate be?
      question: >
        Which learning rates does a small ReLU network learn with, and what does it look like when it does not?

      seed: 1                    # the same seed gives the same bits, on every machine

      data: digits               # 60,000 + 10,000 drawn digits of 28×28; `mnist` for the real ones
      network:
        hidden: [64]             # one hidden layer of 64 units; input and output widths come from the data
        activation: relu
        init: he
      training:
        batch: 100
        steps: 300
        optimizer: sgd

      # In a group, a list is an axis: one run per element.
      groups:
        - name: SGD
          learning_rate: [0.01, 0.1, 1, 10]

      # A picture with a column for each learning rate and a row for each quantity.
      sheets:
        - name: curves
          title: Learning curves
          columns: learning_rate
          rows:
            - {line: train_accuracy, range: [0, 1]}
            - {line: train_loss, scale: log}
            - {line: gradient_norm, scale: log}
          reading: >
            A falling loss is learning; a flat one has stopped. A line that ends in a cross has become NaN.

      # Statements that the report checks, with the measured value beside each.
      claims:
        - say: At 0.1 the network learns.
          of: {learning_rate: 0.1}
          that: final_train_accuracy
          at_least: 0.85

      """
  }
}
