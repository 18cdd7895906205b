package dev.darkroom.pipeline.samples;

import java.util.Random;

/** One stone: a rounded, slightly irregular body under light from the upper left. */
final class Pebble {
  /** Towards the light, of unit length. */
  private static final double LIGHT_X = -0.48;

  private static final double LIGHT_Y = -0.6;
  private static final double LIGHT_Z = 0.64;

  /** Where even the shadow ends, in radii. */
  private static final double REACH = 1.35;

  private final NoiseField noise;
  private final double centreX;
  private final double centreY;
  private final double axisX;
  private final double axisY;
  private final double radius;
  private final double flattening;
  private final double seed;
  private final double speckle;
  private final double bands;
  private final double vein;
  private final boolean wet;
  private final Colour body;
  private final Colour tint;

  Pebble(
      Canvas canvas, Ramp beach, NoiseField noise, double meanRadius, boolean wet, Random random) {
    this.noise = noise;
    this.wet = wet;
    radius = meanRadius * Curves.between(0.65, 1.4, random.nextDouble());
    centreX = Curves.between(-0.05, canvas.aspect() + 0.05, random.nextDouble());
    centreY = Curves.between(-0.05, 1.05, random.nextDouble());
    double angle = 2 * StrictMath.PI * random.nextDouble();
    axisX = StrictMath.cos(angle);
    axisY = StrictMath.sin(angle);
    flattening = Curves.between(1.0, 1.6, random.nextDouble());
    seed = 100 * random.nextDouble();
    double tone = random.nextDouble();
    double depth = wet ? 0.78 : 0.95;
    body = beach.at(tone).times(depth);
    tint = beach.at(tone + 0.35 * (random.nextDouble() - 0.5)).times(depth * 0.85);
    speckle = random.nextInt(3) == 0 ? 0.55 : 0.15;
    bands = random.nextInt(4) == 0 ? Curves.between(3, 7, random.nextDouble()) : 0;
    vein = random.nextInt(6) == 0 ? Curves.between(-0.4, 0.4, random.nextDouble()) : 9;
  }

  void paint(Canvas canvas) {
    double edge = 1.2 * canvas.pixel() / radius;
    double reach = radius * REACH;
    int left = canvas.columnAt(centreX - reach);
    int right = canvas.columnAt(centreX + reach);
    int bottom = canvas.rowAt(centreY + reach);
    for (int row = canvas.rowAt(centreY - reach); row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        if (canvas.isHidden(column, row)) {
          continue;
        }
        double x = (canvas.x(column) - centreX) / radius;
        double y = (canvas.y(row) - centreY) / radius;
        if (x * x + y * y > REACH * REACH) {
          continue;
        }
        double ratio = size(x, y);
        double cover = Curves.smooth(1 + edge, 1 - edge, ratio);
        if (cover > 0) {
          canvas.cover(column, row, colour(x, y, ratio), cover);
        }
        if (cover < 1) {
          double shadow = Curves.smooth(1.3, 0.72, size(x - 0.12, y - 0.15));
          canvas.shade(column, row, 1 - 0.72 * shadow);
        }
      }
    }
  }

  /** Distance from the centre, where 1 is the outline: between an ellipse and a rounded box. */
  private double size(double x, double y) {
    double u = x * axisX + y * axisY;
    double v = (y * axisX - x * axisY) * flattening;
    double round = u * u + v * v;
    double boxed = Math.sqrt(u * u * u * u + v * v * v * v);
    double bump = 0.16 * noise.at(1.3 * u + seed, 1.3 * v + seed);
    return Math.sqrt(0.62 * round + 0.38 * boxed) * (1 + bump) / 0.95;
  }

  private Colour colour(double x, double y, double ratio) {
    double lift = Math.min(ratio, 0.995);
    double slope = lift * lift * lift / Math.sqrt(1.08 - lift * lift);
    double distance = Math.max(1e-6, Math.sqrt(x * x + y * y));
    double roughX = 0.16 * noise.at(9 * x + seed, 9 * y);
    double roughY = 0.16 * noise.at(9 * x, 9 * y + seed);
    double normalX = slope * x / distance + roughX;
    double normalY = slope * y / distance + roughY;
    double norm = 1 / Math.sqrt(1 + normalX * normalX + normalY * normalY);
    double facing = (LIGHT_X * normalX + LIGHT_Y * normalY + LIGHT_Z) * norm;

    double texture = noise.fractal(3 * x + seed, 3 * y - seed, 4);
    double grains = noise.at(30 * x + seed, 30 * y);
    double mix = 0.5 + texture + speckle * grains;
    if (bands > 0) {
      double place = bands * (y * axisX - x * axisY) + 1.4 * texture;
      mix += 0.5 * (2 * Math.abs(place - Math.rint(place)) - 0.5);
    }
    Colour stone = body.mix(tint, Curves.clamp(mix));
    double line = x * axisX + y * axisY - vein + 0.3 * texture;
    stone =
        stone.mix(new Colour(0.93, 0.92, 0.88), 0.8 * Curves.smooth(0.07, 0.03, Math.abs(line)));

    double diffuse = 0.34 + 0.86 * Math.max(0, facing);
    Colour lit = stone.times(diffuse * (1 + 0.3 * texture + 0.18 * speckle * grains));
    if (wet) {
      double shine = Curves.smooth(0.94, 1.0, facing + 0.015 * grains);
      lit = lit.plus(new Colour(1, 1, 1), 0.42 * shine);
    }
    return lit;
  }
}
