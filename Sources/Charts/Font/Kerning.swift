/// Pairs that stand closer (or further apart) than their sides say, in grid units.
enum Kerning {
  static func between(_ previous: Character, _ next: Character) -> Double {
    switch (previous, next) {
    case ("T", "a"), ("T", "e"), ("T", "o"), ("T", "r"), ("T", "u"), ("Y", "a"), ("Y", "e"), ("Y", "o"): -7
    case ("A", "V"), ("V", "A"), ("A", "T"), ("T", "A"), ("A", "Y"), ("Y", "A"), ("L", "T"), ("L", "Y"): -7
    case ("P", "."), ("P", ","), ("F", "."), ("F", ","), ("T", "."), ("T", ","): -9
    case ("r", "."), ("r", ","), ("y", "."), ("y", ","), ("v", "."), ("v", ","): -6
    case ("f", "f"), ("r", "a"): -1
    default: 0
    }
  }
}
