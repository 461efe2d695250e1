/// A canvas of pixels, anti-aliased, with integer blending.
package struct RasterCanvas: Canvas, Sendable {
  package private(set) var raster: Raster
  private var mask: CoverageMask

  package init(width: Int, height: Int, ground: Color = Theme.ground) {
    raster = Raster(width: width, height: height, ground: ground)
    mask = CoverageMask(width: raster.width, height: raster.height)
  }

  package mutating func stroke(_ paths: [[Point]], pen: Pen, clip: Rect?) {
    let pieces = pen.dash.isEmpty ? paths : paths.flatMap { Dashes.split($0, pen: pen) }
    mask.add(pieces, radius: pen.width / 2, bounds: mask.bounds(of: clip))
    mask.blend(pen.color, onto: &raster.pixels)
  }

  package mutating func fill(_ polygon: [Point], color: Color, clip: Rect?) {
    mask.add(polygon, bounds: mask.bounds(of: clip))
    mask.blend(color, onto: &raster.pixels)
  }

  package mutating func text(_ run: TextRun) {
    let bounds = mask.bounds(of: nil)
    for (paths, width) in StrokeFont.paths(of: run) {
      mask.add(paths, radius: width / 2, bounds: bounds)
    }
    mask.blend(run.style.color, onto: &raster.pixels)
  }
}
