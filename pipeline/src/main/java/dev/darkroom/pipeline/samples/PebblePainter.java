package dev.darkroom.pipeline.samples;

import java.util.Random;

/** A beach seen from above: large stones lie on smaller ones, those on gravel, and that on sand. */
final class PebblePainter implements Painter {
  private static final double[] RADII = {0.12, 0.085, 0.055, 0.035};

  private static final Ramp[] BEACHES = {
    Ramp.of(0x3b4147, 0x6f7a80, 0xa7aaa6, 0xe6e2d8),
    Ramp.of(0x4a3427, 0x8c6a4e, 0xbfa283, 0xefe2cb),
    Ramp.of(0x2e3840, 0x56707c, 0x9a8f86, 0xd9c3a5),
    Ramp.of(0x43302c, 0x84504a, 0xa88f86, 0xdfd6cc),
    Ramp.of(0x2b3330, 0x5c6a5c, 0x9aa38c, 0xe3e0c8),
  };

  @Override
  public void paint(Canvas canvas, Random random) {
    Ramp beach = BEACHES[random.nextInt(BEACHES.length)];
    NoiseField noise = new NoiseField(random);
    double zoom = Curves.between(0.75, 1.5, random.nextDouble());
    boolean wet = random.nextInt(3) == 0;
    for (double radius : RADII) {
      double mean = radius * zoom;
      int stones = (int) (0.3 * canvas.aspect() / (mean * mean));
      for (int i = 0; i < stones; i++) {
        new Pebble(canvas, beach, noise, mean, wet, random).paint(canvas);
      }
    }
    paintSand(canvas, beach, noise);
  }

  private static void paintSand(Canvas canvas, Ramp beach, NoiseField noise) {
    for (int row = 0; row < canvas.height; row++) {
      for (int column = 0; column < canvas.width; column++) {
        if (canvas.isHidden(column, row)) {
          continue;
        }
        double grain = noise.fractal(40 * canvas.x(column), 40 * canvas.y(row), 3);
        canvas.fill(column, row, beach.at(0.45 + 0.5 * grain).times(0.4 + 0.2 * grain));
      }
    }
  }
}
