package dev.darkroom.pipeline.samples;

import java.util.Random;

/** A layer of clouds receding towards the horizon, lit from a sun inside or beside the picture. */
final class CloudPainter implements Painter {
  private static final int MARCH_STEPS = 6;

  private static final Light[] LIGHTS = {
    new Light(Ramp.of(0x1f5fae, 0x4f93d6, 0xa9d0ee), 0xfffdf6, 0x8a9bb3, 0xfff4d8),
    new Light(Ramp.of(0x143a78, 0x3f7cc0, 0xcfe3ee), 0xffffff, 0x7f92ad, 0xffffff),
    new Light(Ramp.of(0x29406f, 0x8a6f9a, 0xf2a06a, 0xffd08a), 0xffd9a0, 0x6c5a7d, 0xffc070),
    new Light(Ramp.of(0x35507f, 0xa78fb5, 0xf3b7b0, 0xfbe0c4), 0xffe6dc, 0x857ba0, 0xffd5b8),
    new Light(Ramp.of(0x0f1f45, 0x4b3f78, 0xc4566a, 0xff9a4d), 0xff9d78, 0x3c3560, 0xffb04a),
    new Light(Ramp.of(0x3b5a70, 0x7398a8, 0xd9dcc8), 0xf6f1e0, 0x5d6f80, 0xfff0c8),
  };

  @Override
  public void paint(Canvas canvas, Random random) {
    Light light = LIGHTS[random.nextInt(LIGHTS.length)];
    double sunX = canvas.aspect() * Curves.between(0.1, 0.9, random.nextDouble());
    double sunY = Curves.between(0.05, 0.75, random.nextDouble());
    float[] density = density(canvas, random);
    for (int row = 0; row < canvas.height; row++) {
      double y = canvas.y(row);
      Colour sky = light.sky.at(y * 1.05);
      for (int column = 0; column < canvas.width; column++) {
        double dx = sunX - canvas.x(column);
        double dy = sunY - y;
        double distance = Math.sqrt(dx * dx + dy * dy);
        Colour behind =
            sky.plus(light.sun, 0.3 * Curves.glow(distance, 0.45))
                .plus(light.sun, 0.9 * Curves.glow(distance, 0.06));
        double here = density[row * canvas.width + column];
        if (here > 0) {
          double open = openness(canvas, density, column, row, dx, dy);
          double rim = Curves.glow(distance, 0.5) * (1 - here);
          Colour cloud = light.shadow.mix(light.lit, open).plus(light.sun, 0.45 * rim * open);
          behind = behind.mix(cloud, Curves.smooth(0, 0.55, here));
        }
        canvas.fill(column, row, behind);
      }
    }
  }

  private static float[] density(Canvas canvas, Random random) {
    NoiseField shape = new NoiseField(random);
    NoiseField warp = new NoiseField(random);
    double cover = Curves.between(-0.08, 0.3, random.nextDouble());
    double scale = Curves.between(0.8, 1.5, random.nextDouble());
    double horizon = Curves.between(1.02, 1.4, random.nextDouble());
    float[] density = new float[canvas.width * canvas.height];
    for (int row = 0; row < canvas.height; row++) {
      double depth = 1 / (horizon - canvas.y(row) + 0.22);
      double cloudY = 2.6 * depth * scale;
      for (int column = 0; column < canvas.width; column++) {
        double cloudX = (canvas.x(column) - canvas.aspect() / 2) * (0.6 + depth) * scale;
        double bend = warp.fractal(0.9 * cloudX, 0.9 * cloudY, 2);
        double value =
            shape.fractal(cloudX + 0.5 * bend, cloudY - 0.4 * bend, 5) + cover + 0.2 * bend;
        density[row * canvas.width + column] = (float) Curves.clamp(1.7 * value);
      }
    }
    return density;
  }

  /** How much of the sun's light comes through, 0 to 1, by marching towards it over the picture. */
  private static double openness(
      Canvas canvas, float[] density, int column, int row, double toSunX, double toSunY) {
    // Never further than the sun, and no visible star of directions around it.
    double norm = 1 / Math.max(0.2, Math.sqrt(toSunX * toSunX + toSunY * toSunY));
    double sum = 0;
    double step = 0.006;
    double reach = step;
    for (int i = 0; i < MARCH_STEPS; i++) {
      int x = (int) Math.round(column + toSunX * norm * reach * canvas.height);
      int y = (int) Math.round(row + toSunY * norm * reach * canvas.height);
      x = Math.max(0, Math.min(canvas.width - 1, x));
      y = Math.max(0, Math.min(canvas.height - 1, y));
      sum += density[y * canvas.width + x];
      step *= 1.6;
      reach += step;
    }
    double mean = sum / MARCH_STEPS;
    return Curves.smooth(1.05, 0.12, mean);
  }

  private static final class Light {
    private final Ramp sky;
    private final Colour lit;
    private final Colour shadow;
    private final Colour sun;

    Light(Ramp sky, int lit, int shadow, int sun) {
      this.sky = sky;
      this.lit = Colour.hex(lit);
      this.shadow = Colour.hex(shadow);
      this.sun = Colour.hex(sun);
    }
  }
}
