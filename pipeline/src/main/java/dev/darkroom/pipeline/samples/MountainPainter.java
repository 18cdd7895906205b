package dev.darkroom.pipeline.samples;

import java.util.Random;

/** Ridges behind ridges, each nearer one darker and less lost in the mist; firs on the nearest. */
final class MountainPainter implements Painter {
  private static final Light[] LIGHTS = {
    new Light(Ramp.of(0x33507a, 0x8fa9c4, 0xf0d9c0, 0xffe9cf), 0xe8d8cc, 0x14202e, 0xfff0cf),
    new Light(Ramp.of(0x241f4a, 0x7c4a7d, 0xe8805f, 0xffc978), 0xe59a72, 0x1a1330, 0xffd890),
    new Light(Ramp.of(0x4d86bd, 0xa5cbe4, 0xeaf3f2), 0xd5e4ea, 0x13281f, 0xffffff),
    new Light(Ramp.of(0x20425a, 0x5f95a0, 0xd6e0c4, 0xf6eecb), 0xc9d9c6, 0x0d2326, 0xfff6cf),
    new Light(Ramp.of(0x4a3c6e, 0xb07fa6, 0xf7b8a4, 0xffe2c2), 0xecc3b9, 0x241c38, 0xffe7c8),
    new Light(Ramp.of(0x0e1a38, 0x27497a, 0x7fa2bd, 0xd4dcd6), 0x9fb7c4, 0x070e1c, 0xf4f4ff),
  };

  @Override
  public void paint(Canvas canvas, Random random) {
    Light light = LIGHTS[random.nextInt(LIGHTS.length)];
    double sunX = canvas.aspect() * Curves.between(0.15, 0.85, random.nextDouble());
    double sunY = Curves.between(0.12, 0.42, random.nextDouble());
    int ridges = 5 + random.nextInt(3);
    for (int ridge = ridges; ridge > 0; ridge--) {
      double nearness = (double) ridge / ridges;
      paintRidge(canvas, light, sunX, nearness, new NoiseField(random), random);
    }
    paintSky(canvas, light, sunX, sunY, new NoiseField(random));
  }

  private static void paintSky(
      Canvas canvas, Light light, double sunX, double sunY, NoiseField noise) {
    for (int row = 0; row < canvas.height; row++) {
      double y = canvas.y(row);
      Colour sky = light.sky.at(1.5 * y);
      for (int column = 0; column < canvas.width; column++) {
        if (canvas.isHidden(column, row)) {
          continue;
        }
        double x = canvas.x(column);
        double distance = Math.sqrt((x - sunX) * (x - sunX) + (y - sunY) * (y - sunY));
        double veil = Curves.smooth(0, 0.8, noise.fractal(1.2 * x, 6 * y, 5));
        Colour colour =
            sky.mix(light.mist, 0.35 * veil)
                .plus(light.sun, 0.35 * Curves.glow(distance, 0.4))
                .plus(light.sun, 0.8 * Curves.smooth(0.036, 0.031, distance));
        canvas.fill(column, row, colour);
      }
    }
  }

  private static void paintRidge(
      Canvas canvas, Light light, double sunX, double nearness, NoiseField noise, Random random) {
    double base = Curves.between(0.34, 0.97, nearness) + 0.05 * (random.nextDouble() - 0.5);
    double rise = Curves.between(0.16, 0.24, random.nextDouble()) * (1.25 - 0.7 * nearness);
    double stretch = Curves.between(1.5, 2.4, random.nextDouble());
    boolean firs = nearness > 0.8;
    double pixel = canvas.pixel();
    for (int column = 0; column < canvas.width; column++) {
      double x = canvas.x(column);
      double crest = base - rise * (noise.ridged(stretch * x, 0.5, 6) - 0.9);
      if (firs) {
        crest -= firHeight(noise, x, nearness);
      }
      Colour haze = light.mist.plus(light.sun, 0.25 * Curves.glow(x - sunX, 0.5));
      double foot = base - rise * (noise.ridged(stretch * x, 0.5, 1) - 0.5);
      int top = canvas.rowAt(crest - pixel);
      for (int row = top; row < canvas.height; row++) {
        if (canvas.isHidden(column, row)) {
          continue;
        }
        double y = canvas.y(row);
        double cover = Curves.clamp((y - crest) / pixel + 0.5);
        double below = (y - foot) / 0.3;
        double relief = noise.ridged(7 * x + 2 * y, 5 * y, 4) - 0.9;
        double lit = 1 + (0.16 + 0.5 * nearness) * relief * (1 - Curves.clamp(below));
        double fog = (1 - nearness) * 0.86 + 0.5 * Curves.clamp(below) * (1.15 - nearness);
        Colour rock = light.rock.times(lit).mix(haze, Curves.clamp(fog));
        canvas.cover(column, row, rock, cover);
      }
    }
  }

  /** A row of spikes: two combs of irregular triangles. */
  private static double firHeight(NoiseField noise, double x, double nearness) {
    double height = 0;
    for (int comb = 0; comb < 2; comb++) {
      double place = x * (38 + 23 * comb) * (1.6 - nearness) + 0.37 * comb;
      double tree = Math.floor(place);
      double size = 0.6 + 0.9 * noise.at(0.71 * tree + 0.3, 9.5 + comb);
      double slope = 1 - Math.abs(2 * (place - tree) - 1);
      height = Math.max(height, size * slope);
    }
    double stand = Curves.smooth(-0.3, 0.3, noise.at(2.3 * x, 3.7));
    return 0.06 * nearness * (0.35 + 0.65 * stand) * height;
  }

  private static final class Light {
    private final Ramp sky;
    private final Colour mist;
    private final Colour rock;
    private final Colour sun;

    Light(Ramp sky, int mist, int rock, int sun) {
      this.sky = sky;
      this.mist = Colour.hex(mist);
      this.rock = Colour.hex(rock);
      this.sun = Colour.hex(sun);
    }
  }
}
