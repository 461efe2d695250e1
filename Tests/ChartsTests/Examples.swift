import Charts

/// Sheets with made-up data: each is an example of the grammar, the subject of tests, and a golden picture.
struct Example: Sendable, CustomStringConvertible {
  var name: String
  var sheet: Sheet

  var description: String { name }

  static let all: [Example] = [
    Example(name: "lines", sheet: lines), Example(name: "honesty", sheet: honesty),
    Example(name: "distributions", sheet: distributions), Example(name: "named", sheet: named),
    Example(name: "dense", sheet: dense), Example(name: "logarithmic", sheet: logarithmic),
    Example(name: "grids", sheet: grids),
  ]

  /// Noise in −1 … 1 from integer arithmetic, so that the pictures are the same on every machine.
  static func noise(_ count: Int, seed: UInt64) -> [Double] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int(state >> 43) - (1 << 20)) / Double(1 << 20)
    }
  }

  static func walk(_ count: Int, seed: UInt64, step: Double) -> [Double] {
    var value = 0.0
    return noise(count, seed: seed).map {
      value += $0 * step
      return value
    }
  }

  static let steps = (0..<200).map(Double.init)

  static func line(_ y: [Double], _ category: Int = 0, label: String = "") -> Mark {
    .line(.init(x: steps, y: y, color: Palette.category(category), label: label))
  }

  /// Two columns, shared and own ranges, a legend, footnotes.
  static let lines = Sheet(
    title: "Learning rates compared", subtitle: "784–64–10, batch 100, σ = √(2/n)",
    columns: [.init(title: "learning rate 0.05", note: "swings"), .init(title: "learning rate 1e−3")],
    rowLabels: ["Train accuracy", "Mean weight, layer 2"],
    panels: [
      (1...2).map { column in
        let y = zip(steps, noise(200, seed: UInt64(column))).map {
          1 - 30 / ($0.0 + 40) * Double(column) / 2 + $0.1 * 0.05
        }
        return Panel(x: .steps(), y: Axis(range: .fixed(0, 1), share: "accuracy"), marks: [line(y)])
      },
      (1...2).map { column in
        Panel(
          x: .steps(), y: Axis(),
          marks: (0..<6).map { line(walk(200, seed: UInt64(10 * column + $0), step: 0.004), $0) })
      },
    ],
    naming: .legend((0..<6).map { .line("unit \($0 + 1)", Palette.category($0)) }),
    footnotes: ["A line that swings is learning; a flat line has died."])

  /// Divergence, clipped ranges, values that a log axis cannot show, no data.
  static let honesty: Sheet = {
    let diverging = steps.map { $0 < 120 ? $0 * $0 * $0 * $0 * $0 : .nan }
    let spike = steps.map { $0 == 50 ? 1000 : $0 / 100 }
    let signed = steps.map { $0 - 30 }
    return Sheet(
      title: "What cannot be shown",
      panels: [
        [
          Panel(title: "diverging", x: .steps(), y: Axis(scale: .log), marks: [line(diverging)]),
          Panel(title: "clipped", x: .steps(), y: Axis(range: .robust(1, 99)), marks: [line(spike)]),
          Panel(title: "signed", x: .steps(), y: Axis(scale: .log), marks: [line(signed, 1)]),
        ],
        [
          Panel(
            title: "symmetric", x: .steps(), y: Axis(scale: .symlog(threshold: 1)), marks: [line(signed, 2)]),
          Panel(title: "all NaN", x: .steps(), y: Axis(), marks: [line(steps.map { _ in .nan })]),
          Panel(title: "nothing", x: .steps(), y: Axis(), marks: []),
        ],
      ])
  }()

  /// A map with contours and exceptional cells, intervals beside each other, small charts.
  static let grids: Sheet = {
    let names = (0..<8).map { Axis.Name(Double($0), "\($0 + 1)") }
    func places(_ label: String, _ count: Int) -> Axis {
      Axis(label: label, range: .fixed(-0.5, Double(count) - 0.5), names: Array(names.prefix(count)))
    }
    let values = (0..<48).map { cell in
      let (x, y) = (Double(cell % 8) - 3, Double(cell / 8) - 2)
      return 1 / (1 + 0.1 * (x * x + y * y))
    }
    var map = Mark.HeatMap(
      xEdges: (0...8).map { Double($0) - 0.5 }, yEdges: (0...6).map { Double($0) - 0.5 }, values: values,
      range: (0, 1), label: "share")
    (map.hatched, map.blank) = ([6, 7, 14, 15, 22], [40, 41])
    map.contours = Contours(values: values, columns: 8).lines(at: 0.5).map {
      .init(x: $0.map(\.x), y: $0.map(\.y), color: Theme.ink, dash: [4, 3])
    }
    func intervals(_ category: Int, _ offset: Double) -> Mark {
      let y = (0..<6).map { 0.15 + 0.13 * Double($0) + 0.04 * Double(category) }
      return .intervals(
        .init(
          x: (1...6).map { Double($0) / 100 }, y: y, low: y.map { $0 - 0.1 }, high: y.map { $0 + 0.07 },
          color: Palette.category(category), offset: offset))
    }
    let cells = (0..<12).map { cell in
      let y = walk(30, seed: UInt64(cell + 1), step: 0.1).enumerated().map {
        cell == 7 && $0.offset > 20 ? .nan : $0.element
      }
      return Mark.Multiples.Cell(
        column: cell % 4, row: cell / 4,
        lines: [.init(x: (0..<30).map(Double.init), y: y, color: Palette.category(0), width: 2.4)])
    }
    return Sheet(
      title: "Grids", columns: [.init(title: "phases"), .init(title: "responses"), .init(title: "courses")],
      panels: [
        [
          Panel(x: places("rate", 8), y: places("scale", 6), marks: [.heatMap(map)]),
          Panel(
            x: Axis(label: "rate"), y: Axis(range: .fixed(0, 1)), marks: [intervals(0, -6), intervals(1, 6)]),
          Panel(
            x: places("rate", 4), y: places("scale", 3),
            marks: [
              .multiples(
                .init(columns: 4, rows: 3, cells: cells, x: Axis(), y: Axis(range: .fixed(-0.6, 0.6))))
            ]),
        ]
      ],
      naming: .legend([
        .line("0.5", Theme.ink, dash: [4, 3]), .init(label: "failed", swatch: .cell(isHatched: true)),
        .init(label: "nothing", swatch: .cell(isHatched: false)),
      ]))
  }()

  /// Histograms, ridgeline, bands, heat map, points.
  static let distributions: Sheet = {
    let edges = (0...20).map { Double($0) / 10 - 1 }
    func hill(_ width: Double) -> [Double] {
      (0..<20).map { bin in
        let z = (edges[bin] + 0.05) / width
        return (1000 / (1 + z * z * z * z)).rounded()
      }
    }
    let middle = walk(200, seed: 3, step: 0.05)
    let slices = (0..<8).map {
      Mark.Ridgeline.Slice(
        position: Double($0 * 25), edges: edges, counts: hill(0.2 + 0.08 * Double($0)),
        color: Palette.sequence($0, of: 8))
    }
    return Sheet(
      title: "Distributions", columns: [.init(title: "at the end"), .init(title: "over steps")],
      panels: [
        [
          Panel(
            x: Axis(label: "weight"), y: Axis(label: "count"),
            marks: [
              .histogram(.init(edges: edges, counts: hill(0.4), color: Palette.category(0))),
              .histogram(.init(edges: edges, counts: hill(0.2), color: Palette.category(1), isFilled: false)),
            ]),
          Panel(x: Axis(label: "weight"), y: Axis(label: "step"), marks: [.ridgeline(.init(slices: slices))]),
        ],
        [
          Panel(
            x: Axis(label: "input"), y: Axis(label: "unit"),
            marks: [
              .heatMap(
                .init(
                  xEdges: (0...8).map(Double.init), yEdges: (0...6).map(Double.init),
                  values: noise(47, seed: 9) + [.nan], label: "weight"))
            ]),
          Panel(
            x: .steps(), y: Axis(),
            marks: [
              .band(
                .init(
                  x: steps, low: middle.map { $0 - 0.4 }, high: middle.map { $0 + 0.4 },
                  color: Palette.category(0))),
              line(middle),
              .points(.init(x: [20, 100, 180], y: [0, 0.5, 0.2], color: Palette.category(1))),
            ]),
        ],
      ])
  }()

  /// Counts, heights and colours on logarithmic scales; ticks with names.
  static let logarithmic: Sheet = {
    let bins = Bins.logarithmic(low: 1e-6, high: 1, count: 30)
    let hill = (0..<30).map { Double([0, 1, 3, 10, 40, 200, 1500, 9000, 2000, 30][$0 / 3]) }
    let early = Array(hill.dropFirst(6) + [Double](repeating: 0, count: 6))
    let slices = (0..<12).map { step in
      Mark.Ridgeline.Slice(
        position: Double(11 - step), edges: (0...30).map(Double.init),
        counts: Array(hill.dropFirst(step) + hill.prefix(step)), color: Palette.sequence(step, of: 12))
    }
    return Sheet(
      title: "Logarithmic scales", columns: [.init(title: "values"), .init(title: "over steps")],
      panels: [
        [
          Panel(
            x: Axis(label: "|gradient|", scale: .log), y: Axis(label: "count", scale: .log),
            marks: [early, hill].enumerated().map { index, counts in
              .histogram(
                .init(
                  edges: bins?.edges ?? [], counts: counts, color: Palette.sequence(index, of: 2),
                  isFilled: false, width: 3))
            }, notes: ["12 % are 0"]),
          Panel(
            x: Axis(label: "weight"),
            y: Axis(label: "step", names: (0..<12).map { .init(Double(11 - $0), "\($0 * 50)") }),
            marks: [.ridgeline(.init(slices: slices, overlap: 7, isLogarithmic: true))]),
        ],
        [
          nil,
          Panel(
            x: .steps(), y: Axis(label: "layer", names: (1...4).map { .init(Double($0), "layer \($0)") }),
            marks: [
              .heatMap(
                .init(
                  xEdges: (0...10).map { Double(20 * $0) }, yEdges: (0...4).map { Double($0) + 0.5 },
                  values: (0..<40).map {
                    $0 == 7 ? 0 : $0 == 18 ? .nan : [1e-6, 1e-3, 0.1, 1][$0 / 10] * Double($0 + 1)
                  },
                  range: (1e-5, 10), scale: .log))
            ]),
        ],
      ])
  }()

  /// One panel with direct labels, a rule and a note.
  static let named = Sheet(
    title: "Three optimisers", subtitle: "cross-entropy of the mini-batch",
    panels: [
      [
        Panel(
          x: .steps(), y: Axis(label: "train loss"),
          marks: ["SGD", "momentum 0.9", "Adam"].enumerated().map { index, name in
            let wobble = noise(200, seed: UInt64(index + 40))
            let y = steps.indices.map { 2.3 - Double(index + 1) * steps[$0] / 400 + wobble[$0] * 0.05 }
            return line(y, index, label: name)
          } + [
            .rule(.init(value: 2.302585, label: "ln 10: chance", extendsRange: true)),
            .rule(.init(value: 60, direction: .vertical, label: "warm-up ends")),
            .note(.init(x: 100, y: 1.2, text: "still falling")),
          ])
      ]
    ])

  /// Many narrow columns with long numbers, long texts and unknown characters.
  static let dense = Sheet(
    title:
      "A title that is so long that it must go on in a second line, because it tells everything about the sheet at once, twice",
    columns: (0..<6).map { .init(title: "a long column title \($0)", note: "with a note 軌跡") },
    rowLabels: ["A row label that is longer than its column is wide, and then some", "Bias"],
    panels: (0..<2).map { row in
      (0..<6).map { column in
        let size = [1e-7, 3e-4, 12345, 1e38, 0, 1][column]
        let y = noise(200, seed: UInt64(column + 60)).map { 1000 * size + size * $0 }
        return Panel(
          x: .steps(share: row == 0 ? "a" : "b"), y: Axis(share: row == 0 ? nil : "bias"),
          marks: [line(y)], notes: column == 2 ? ["a note that hardly fits above a narrow plot"] : [])
      }
    }, naming: .none)
}
