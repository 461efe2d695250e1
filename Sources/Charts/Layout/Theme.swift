/// Colours and type sizes of a sheet, in pixels of a sheet 1800 wide; wider sheets scale them.
package enum Theme {
  package static let ground = Color(0xFFFFFF)
  /// Titles, labels, ticks: 16:1 on white.
  package static let ink = Color(0x1F2328)
  /// Notes: 6:1 on white.
  package static let grey = Color(0x57606A)
  static let grid = Color(0xE6E9ED)
  static let frame = Color(0xB4BBC3)
  static let reference = Color(0x6E7781)

  static func title(_ scale: Double) -> TextStyle {
    TextStyle(size: 38 * scale, weight: .bold, color: ink)
  }
  static func subtitle(_ scale: Double) -> TextStyle { TextStyle(size: 27 * scale, color: grey) }
  static func column(_ scale: Double) -> TextStyle {
    TextStyle(size: 29 * scale, weight: .bold, color: ink)
  }
  static func columnNote(_ scale: Double) -> TextStyle { TextStyle(size: 24 * scale, color: grey) }
  static func row(_ scale: Double) -> TextStyle { TextStyle(size: 26 * scale, weight: .bold, color: ink) }
  static func label(_ scale: Double) -> TextStyle { TextStyle(size: 24 * scale, color: ink) }
  static func tick(_ scale: Double) -> TextStyle { TextStyle(size: 23 * scale, color: ink) }
  static func note(_ scale: Double) -> TextStyle { TextStyle(size: 21 * scale, color: grey) }
}
