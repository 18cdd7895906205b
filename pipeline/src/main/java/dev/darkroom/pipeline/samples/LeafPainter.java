package dev.darkroom.pipeline.samples;

import java.util.Random;

/** Foliage in layers: soft dark leaves behind, sharp bright ones in front, each with its shadow. */
final class LeafPainter implements Painter {
  private static final int LAYERS = 4;

  private static final Ramp[] SEASONS = {
    Ramp.of(0x1d4d1f, 0x3f8a2c, 0x8dbb3e, 0xd2db6a),
    Ramp.of(0x123d2b, 0x1f6f4a, 0x5fa860, 0xb7d68a),
    Ramp.of(0x6b1f12, 0xb5391a, 0xe27a1f, 0xf4c04a),
    Ramp.of(0x5a3a10, 0xa8711c, 0xd8a52e, 0xf1d980),
    Ramp.of(0x2a4a1c, 0x8a8a26, 0xd98a2b, 0xb4321e),
    Ramp.of(0x3a1230, 0x7a1f3f, 0xb8434a, 0xe59a7a),
  };

  @Override
  public void paint(Canvas canvas, Random random) {
    Ramp season = SEASONS[random.nextInt(SEASONS.length)];
    NoiseField noise = new NoiseField(random);
    double size = Curves.between(0.18, 0.3, random.nextDouble());
    for (int layer = LAYERS; layer > 0; layer--) {
      double nearness = (double) layer / LAYERS;
      double length = size * Curves.between(0.75, 1.1, nearness);
      int leaves = (int) (Curves.between(2.8, 1.4, nearness) * canvas.aspect() / (length * length));
      for (int i = 0; i < leaves; i++) {
        Leaf leaf = new Leaf(canvas, season, noise, nearness, length, random);
        leaf.paint(canvas);
        leaf.paintShadow(canvas);
      }
    }
    paintGround(canvas, season, noise);
  }

  private static void paintGround(Canvas canvas, Ramp season, NoiseField noise) {
    for (int row = 0; row < canvas.height; row++) {
      for (int column = 0; column < canvas.width; column++) {
        if (canvas.isHidden(column, row)) {
          continue;
        }
        double light = noise.fractal(3 * canvas.x(column), 3 * canvas.y(row), 4);
        canvas.fill(column, row, season.at(0.2 + 0.3 * light).times(0.3 + 0.2 * light));
      }
    }
  }
}
