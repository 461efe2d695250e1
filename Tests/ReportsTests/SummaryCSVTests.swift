import Digests
import Records
import Studies
import Testing

@testable import Reports

@Suite struct SummaryCSVTests {
  /// The columns are an interface: scripts read them by name and by place.
  @Test func rowsOfOneSeed() {
    let example = ExampleResults.oneSeed
    #expect(
      SummaryCSV(results: example.results).text == """
        run,group,seed,activation,batch_norm,learning_rate,init,steps,final_train_accuracy,final_train_loss,\
        test_accuracy,first_nonfinite_step,dead_units_layer1,max_abs_bias_layer1,max_abs_bias_layer2,record
        ReLU · learning rate 0.05,ReLU,1,relu,none,0.05,he,20,0.915250,0.3,0.900000,,3,0.5,5.96e-06,\
        \(example.records[0].key.hex)
        ReLU · learning rate 5,ReLU,1,relu,none,5,he,20,0.000000,nan,0.000000,7,4,nan,inf,\
        \(example.records[1].key.hex)

        """)
  }

  /// A row a run and seed, points in order, seeds within a point.
  @Test func aRowForEverySeed() {
    let lines = SummaryCSV(results: ExampleResults.fourSeeds.results).text.split(separator: "\n").dropFirst()
    let firsts = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(firsts.map { String($0[2]) } == ["1", "2", "3", "4", "1", "2", "3", "4"])
    #expect(firsts.map { String($0[11]) } == ["", "", "", "", "", "12", "5", ""])
    #expect(Set(firsts.map(\.count)) == [16])
  }

  /// Shallow runs have empty cells for the layers of deeper ones.
  @Test func theDeepestNetworkSetsTheColumns() throws {
    var example = ExampleResults()
    example.add("A", rate: "1", hidden: [], metrics: [[MetricValue(.maxAbsBias, layer: 1, value: -0.0)]])
    example.add(
      "B", rate: "1", hidden: [3, 3], metrics: [[MetricValue(.deadUnits, layer: 2, value: 3)]])
    let lines = SummaryCSV(results: example.results).text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      lines[0].dropFirst(12) == [
        "dead_units_layer1", "dead_units_layer2", "max_abs_bias_layer1", "max_abs_bias_layer2",
        "max_abs_bias_layer3", "record",
      ])
    #expect(lines[1].dropFirst(12).dropLast() == ["", "", "-0", "", ""])
    #expect(lines[2].dropFirst(12).dropLast() == ["", "3", "", "", ""])
  }

  /// RFC 4180: commas, quotes and line breaks stay within their field, whatever they are glued to.
  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
    (",\u{301}", "\",\u{301}\""), ("\"\u{301}", "\"\"\"\u{301}\""), ("軌跡", "軌跡"), ("a;b", "a;b"),
  ])
  func quoting(group: String, field: String) {
    var example = ExampleResults()
    example.add(group, rate: "1", metrics: [[]])
    let text = SummaryCSV(results: example.results).text.unicodeScalars
    #expect(text.contains(",\(field),1,relu".unicodeScalars))
  }
}

extension String.UnicodeScalarView {
  /// Comparison of scalars: characters would take a quote with an accent for another character.
  fileprivate func contains(_ part: String.UnicodeScalarView) -> Bool {
    let (all, part) = (Array(self), Array(part))
    return all.indices.contains { all[$0...].starts(with: part) }
  }
}
