/// How one of the ten digits is written: its templates and the habits of the hand that are particular to it.
struct DigitClass: Equatable {
  let templates: [DigitTemplate]
  /// Width before the writer's own variation, in units of the template's.
  let width: Double
  /// Horizontal shear to the right, per unit of height, before the writer's own variation.
  let slant: Double
  /// How strongly the shape is warped, compared with the other digits.
  let warp: Double

  /// The template that a uniform number of [0, 1) falls on, each with its weight's share.
  func template(at uniform: Double) -> DigitTemplate {
    let total = templates.reduce(0) { $0 + $1.weight }
    var rest = uniform * Double(total)
    for template in templates.dropLast() {
      rest -= Double(template.weight)
      if rest < 0 { return template }
    }
    return templates[templates.count - 1]
  }

  /// The digits 0 to 9.
  static let all: [DigitClass] = [
    DigitClass(
      width: 1.18, slant: 0.22, warp: 0.5,
      "6202 2810 1250 2890 5598 8585 9045 7512 4500*5",
      "4505 1330 1475 5099 8575 8728 5000 3010*3",
      "3510 1355 3594 7095 9050 7010 4002 2025*2"),
    DigitClass(
      width: 1, slant: 0.25, warp: 1,
      "5000 5050 5099*8",
      "2524 5000 5000 5099*1",
      "2822 5200 5200 5099 / 2099 5098 8099*1"),
    DigitClass(
      width: 1.12, slant: 0.10, warp: 1,
      "1025 2805 6000 8520 7048 4075 1099 1099 5096 9595*4",
      "1222 3503 7205 8030 5570 2597 0690 2074 5085 7597 9594*3",
      "1512 4502 7812 7540 4570 1598 1598 4592 7096 9088*2"),
    DigitClass(
      width: 1.04, slant: 0.10, warp: 1,
      "1512 4500 7810 7533 4247 4247 7856 8580 5598 1590*5",
      "1005 4502 8005 8005 4542 4542 7555 8282 5099 1092*2",
      "1815 5000 7815 6040 3548 6550 8572 6595 3099 1285*3"),
    DigitClass(
      width: 1.04, slant: 0.19, warp: 1,
      "1805 1535 1855 5058 8550 / 7803 7235 6899*5",
      "6500 3530 0862 0862 5060 9558 / 6500 6200 6050 5899*3",
      "2008 1238 3052 6548 8030 / 8505 7840 7070 6899*3"),
    DigitClass(
      width: 1.14, slant: 0.22, warp: 1,
      "8504 5504 2805 2805 2442 2442 5538 8058 8082 4799 1090*5",
      "8802 5505 3020 3040 6055 7875 6095 3099 1090*3",
      "2508 2242 2242 5540 7860 7485 4099 1590 / 2506 5505 9002*3"),
    DigitClass(
      width: 1.02, slant: 0.06, warp: 1,
      "7000 4020 2045 1572 3095 6098 8078 6858 4060 2072*5",
      "4500 2530 1565 2592 5599 8085 7562 4555 1872*4",
      "8005 4510 1838 1275 3597 7092 8070 6255 3560 2078*2"),
    DigitClass(
      width: 1.02, slant: 0.03, warp: 1,
      "0808 5006 9004 9004 6545 4899*5",
      "0822 1206 1206 5004 9003 9003 6535 5070 4899*2",
      "1008 5006 8803 8803 6045 3599 / 2552 5050 8047*2",
      "1012 4005 7505 8522 6555 5599*2"),
    DigitClass(
      width: 1.08, slant: 0.18, warp: 0.9,
      "8015 5000 2217 4043 7268 7090 4799 2088 2568 5545 7825 7808*5",
      "5002 2515 3540 6042 7820 5002 / 5045 2065 2590 5599 8085 7560 5045*3",
      "2510 5050 7575 6598 3595 2578 4855 7525 6502 4002 2212*2"),
    DigitClass(
      width: 0.94, slant: 0.10, warp: 1,
      "8018 5502 2215 1838 4550 7535 8015 8015 7855 7099*5",
      "7510 4502 2020 2542 5545 7822 7510 / 7815 7550 6080 3098*3",
      "7805 4005 1525 2548 5548 8010 8010 7850 7080 5097 2092*3"),
  ]

  /// A digit whose templates are written as `DigitTemplate` reads them; all of the table above are readable.
  private init(width: Double, slant: Double, warp: Double, _ templates: String...) {
    self.templates = templates.compactMap { DigitTemplate($0) }
    self.width = width
    self.slant = slant
    self.warp = warp
  }
}
