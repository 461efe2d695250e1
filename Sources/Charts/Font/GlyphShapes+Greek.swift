extension GlyphShapes {
  static let greek = #"""
    α ro M 44 50 C 42 28 36 0 19 0 H 0 25 19 50 C 36 50 38 22 47 0
    β sr M 0 -20 L 0 52 V 19 73 37 55 C 37 45 30 39 20 39 L 13 39 M 20 39 C 33 39 41 32 41 20 V 21 0 C 11 0 4 4 0 11
    γ dd M 0 50 L 20.5 2 41 50 M 20.5 2 L 20.5 -20
    δ rr M 37 68 C 32 72 27 73 22 73 C 13 73 8 69 8 62 C 8 50 43 46 43 23 V 21.5 0 0 22 C 0 36 10 44 22 46
    ε ro M 33 43 C 29 48 24 50 18 50 C 8 50 3 45 3 38.5 C 3 31 9 27 17 27 L 22 27 M 17 27 C 6 27 0 22 0 13.5 C 0 5 7 0 17 0 C 25 0 31 3 35 8.5
    ζ ro M 5 73 L 33 73 C 14 62 0 43 0 23 C 0 9 8 3 20 3 C 30 3 34 -1 34 -7 C 34 -13 31 -17 26 -20
    η ss M 0 0 L 0 50 M 0 30 V 20 50 38 31 L 38 -20
    θ rr M 0 36 V 20 73 40 36 20 0 0 36 M 0 36 L 40 36
    ι so M 0 50 L 0 10 C 0 3 4 0 9 0
    κ so M 0 0 L 0 50 M 33 50 L 0 20 M 12 30 L 36 0
    λ dd M 0 72 C 9 74 12 69 15 60 L 38 0 M 20 44 L 0 0
    μ ss M 0 50 L 0 -20 M 0 19 V 18 0 38 20 M 38 50 L 38 0
    ν dd M 0 50 L 20 0 40 50
    ξ ro M 6 73 L 30 73 M 30 73 C 14 73 6 67 6 58 C 6 47 16 43 28 43 M 28 43 C 10 43 0 34 0 20 C 0 8 9 3 20 3 C 30 3 34 -1 34 -7 C 34 -13 31 -17 26 -20
    π dd M 0 49 L 50 49 M 13 49 L 13 0 M 37 49 L 37 8 C 37 2 41 0 46 1
    ρ sr M 0 -20 L 0 25 V 20.5 50 41 25 20.5 0 0 25
    σ rd M 50 49 L 20 49 H 0 24 20 0 40 24 20 49
    τ dd M 0 49 L 40 49 M 19 49 L 19 11 C 19 3 23 0 30 1
    υ sr M 0 50 L 0 19 V 19 0 39 25 C 39 36 37 44 34 50
    φ rr M 14 50 C 5 47 0 38 0 26 C 0 10 10 0 25 0 C 40 0 50 10 50 26 C 50 42 43 50 35 50 C 28 50 25 45 25 37 L 25 -20
    χ dd M 0 50 C 8 51 11 47 14 40 L 28 -10 C 31 -18 34 -21 41 -20 M 40 50 L 1 -20
    ψ ss M 0 50 L 0 24 C 0 8 9 0 25 0 C 41 0 50 8 50 24 L 50 50 M 25 73 L 25 -20
    ω rr M 11 50 C 3 43 0 34 0 23 C 0 8 6 0 15 0 C 24 0 28 7 28 18 L 28 28 M 28 18 C 28 7 32 0 41 0 C 50 0 56 8 56 23 C 56 34 53 43 45 50
    Γ so M 0 0 L 0 70 40 70
    Δ dd M 0 0 L 27 70 54 0 0 0
    Θ rr M 0 35 V 29 70 58 35 29 0 0 35 M 17 35 L 41 35
    Λ dd M 0 0 L 26.5 70 53 0
    Π ss M 0 0 L 0 70 47 70 47 0
    Σ dd M 45 70 L 2 70 26 36 0 0 46 0
    Φ rr M 0 35 V 31 58 62 35 31 12 0 35 M 31 72 L 31 -2
    Ψ ss M 0 70 L 0 44 C 0 27 11 19 28 19 C 45 19 56 27 56 44 L 56 70 M 28 72 L 28 0
    Ω rr M 0 0 L 19 0 C 6 9 1 22 1 37 V 29 70 57 37 C 57 22 52 9 39 0 L 58 0
    """#

  /// A mark over a small letter, around x = 0; marks that rise stand higher over capitals.
  struct Mark: Sendable {
    var name: String
    var strokes: String
    var rises = true
  }

  static let marks: [Mark] = [
    Mark(name: "acute", strokes: "M -4 61 L 7 73"),
    Mark(name: "grave", strokes: "M 4 61 L -7 73"),
    Mark(name: "hat", strokes: "M -10 61 L 0 72 10 61"),
    Mark(name: "caron", strokes: "M -10 72 L 0 61 10 72"),
    Mark(name: "tilde", strokes: "M -12 63 C -8 71 -4 70 0 67 C 4 64 8 63 12 71"),
    Mark(name: "dots", strokes: "P -9.5 67 P 9.5 67"),
    Mark(name: "macron", strokes: "M -11 66 L 11 66"),
    Mark(name: "ring", strokes: "M -8 67 V 0 75 8 67 0 59 -8 67"),
    Mark(name: "cedilla", strokes: "M 0 0 L -1 -7 C 7 -7 9 -20 -6 -19", rises: false),
  ]

  static let accented = """
    À = A grave
    Á = A acute
    Â = A hat
    Ã = A tilde
    Ä = A dots
    Å = A ring
    Ç = C cedilla
    È = E grave
    É = E acute
    Ê = E hat
    Ë = E dots
    Ì = I grave
    Í = I acute
    Î = I hat
    Ï = I dots
    Ñ = N tilde
    Ò = O grave
    Ó = O acute
    Ô = O hat
    Õ = O tilde
    Ö = O dots
    Ù = U grave
    Ú = U acute
    Û = U hat
    Ü = U dots
    Ý = Y acute
    à = a grave
    á = a acute
    â = a hat
    ã = a tilde
    ä = a dots
    å = a ring
    ç = c cedilla
    è = e grave
    é = e acute
    ê = e hat
    ë = e dots
    ì = ı grave
    í = ı acute
    î = ı hat
    ï = ı dots
    ñ = n tilde
    ò = o grave
    ó = o acute
    ô = o hat
    õ = o tilde
    ö = o dots
    ù = u grave
    ú = u acute
    û = u hat
    ü = u dots
    ý = y acute
    ÿ = y dots
    ā = a macron
    ē = e macron
    ī = ı macron
    ō = o macron
    ū = u macron
    Ō = O macron
    Ū = U macron
    č = c caron
    š = s caron
    ž = z caron
    ř = r caron
    ě = e caron
    """
}
