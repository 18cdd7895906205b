package dev.darkroom.pipeline.samples;

import java.util.Random;

/**
 * One leaf: a rounded base, a pointed tip, a curved midrib with side veins. In its own frame,
 * {@code along} runs from 0 at the base to 1 at the tip, {@code across} is measured in leaf
 * lengths.
 */
final class Leaf {
  /** How far the outline strays, in leaf lengths. */
  private static final double TOOTH = 0.007;

  private final NoiseField noise;
  private final double baseX;
  private final double baseY;
  private final double axisX;
  private final double axisY;
  private final double length;
  private final double breadth;
  private final double bend;
  private final double softness;
  private final double seed;
  private final int veins;
  private final double brightSide;
  private final Colour dark;
  private final Colour bright;
  private final Colour rib;

  Leaf(
      Canvas canvas,
      Ramp season,
      NoiseField noise,
      double nearness,
      double meanLength,
      Random random) {
    this.noise = noise;
    length = meanLength * Curves.between(0.7, 1.35, random.nextDouble());
    baseX = Curves.between(-0.15, canvas.aspect() + 0.15, random.nextDouble());
    baseY = Curves.between(-0.15, 1.15, random.nextDouble());
    double angle = 2 * StrictMath.PI * random.nextDouble();
    axisX = StrictMath.cos(angle);
    axisY = StrictMath.sin(angle);
    breadth = Curves.between(0.5, 0.85, random.nextDouble());
    bend = Curves.between(-0.35, 0.35, random.nextDouble());
    veins = 6 + random.nextInt(5);
    seed = 100 * random.nextDouble();
    softness = canvas.pixel() * (1 + 9 * (1 - nearness) * (1 - nearness));
    double hue = Curves.clamp(0.12 + 0.62 * random.nextDouble() + 0.15 * nearness);
    double light = Curves.between(0.3, 1.0, nearness * nearness);
    dark = season.at(hue - 0.22).times(0.72 * light);
    bright = season.at(hue + 0.12).times(1.12 * light);
    rib = season.at(hue + 0.4).times(1.15 * light);
    // The light comes from the upper left: which half of the blade faces it?
    brightSide = axisY * -0.6 + axisX * -0.8 > 0 ? 1 : -1;
  }

  void paintShadow(Canvas canvas) {
    double drop = 0.06 * length;
    double blur = 0.09 * length;
    visit(
        canvas,
        blur,
        drop,
        drop,
        (column, row, along, across) -> {
          double inside = (halfWidth(along) - Math.abs(across)) * length;
          if (inside > -blur) {
            canvas.shade(column, row, 1 - 0.5 * Curves.smooth(-blur, blur, inside));
          }
        });
  }

  void paint(Canvas canvas) {
    visit(
        canvas,
        softness,
        0,
        0,
        (column, row, along, across) -> {
          double inside = halfWidth(along) - Math.abs(across);
          if ((inside + TOOTH) * length > -softness) {
            double margin = (inside + tooth(along, across)) * length;
            double cover = Curves.smooth(-softness, softness, margin);
            canvas.cover(column, row, colour(along, across), cover);
          }
        });
  }

  private Colour colour(double along, double across) {
    double side = Math.abs(across) / halfWidth(along);
    double half = across * brightSide > 0 ? 0.26 : -0.14;
    double fold = 0.5 + half * Curves.smooth(0, 0.16, side) - 0.22 * side * side * side;
    double mottle = 0.32 * noise.fractal(9 * along + seed, 9 * across + seed, 2);

    double rung = along * veins - 1.9 * Math.abs(across) * veins + seed;
    double gap = Math.abs(rung - Math.rint(rung)) * 2;
    double sideVein = Curves.smooth(0.2, 0.02, gap) * (1 - 0.75 * side);
    double puff = 0.12 * (gap - 0.5);
    double midrib = Curves.smooth(0.022, 0.008, Math.abs(across)) * (1 - 0.6 * along);

    double light = Curves.clamp(fold + mottle + puff + 0.12 * (0.5 - along));
    return dark.mix(bright, light).mix(rib, Curves.clamp(0.3 * sideVein + 0.75 * midrib));
  }

  private double tooth(double along, double across) {
    return TOOTH * noise.at(16 * along + seed, across > 0 ? 0.5 : 9.5);
  }

  /** Widest at a third of the length. */
  private double halfWidth(double along) {
    double t = Curves.clamp(along);
    return 1e-4 + 0.62 * breadth * Math.sqrt(t) * (1 - t) * (1.25 - 0.25 * t);
  }

  private void visit(Canvas canvas, double edge, double shiftX, double shiftY, Visitor visitor) {
    double reach = 0.5 * length * (1.05 + 0.25 * Math.abs(bend)) + edge;
    double middleX = baseX + shiftX + 0.5 * length * axisX;
    double middleY = baseY + shiftY + 0.5 * length * axisY;
    if (middleX + reach < 0
        || middleX - reach > canvas.aspect()
        || middleY + reach < 0
        || middleY - reach > 1) {
      return;
    }
    for (int row = canvas.rowAt(middleY - reach); row <= canvas.rowAt(middleY + reach); row++) {
      double dy = canvas.y(row) - baseY - shiftY;
      int last = canvas.columnAt(middleX + reach);
      for (int column = canvas.columnAt(middleX - reach); column <= last; column++) {
        double dx = canvas.x(column) - baseX - shiftX;
        if (canvas.isHidden(column, row)) {
          continue;
        }
        double along = (dx * axisX + dy * axisY) / length;
        if (along > -0.06 && along < 1.06) {
          double straight = (dy * axisX - dx * axisY) / length;
          visitor.visit(column, row, along, straight - bend * along * (1 - along));
        }
      }
    }
  }

  private interface Visitor {
    void visit(int column, int row, double along, double across);
  }
}
