package dev.darkroom.pipeline.samples;

import java.util.Random;

/** Open water to the horizon, mirroring the sky, with the sun's glitter on it. */
final class WavePainter implements Painter {
  private static final Light[] LIGHTS = {
    new Light(Ramp.of(0x2a6db5, 0x86bce6, 0xe4f0f2), 0x06324f, 0xfffbe8),
    new Light(Ramp.of(0x2a2f5e, 0x8d5a7c, 0xf08a55, 0xffcf7d), 0x111a38, 0xffd27a),
    new Light(Ramp.of(0x49729a, 0xc9a7b4, 0xfbd3b5, 0xffeed2), 0x17384f, 0xffe3bd),
    new Light(Ramp.of(0x1c4f5c, 0x6fb0a8, 0xe6eccb), 0x04343a, 0xfffbd8),
    new Light(Ramp.of(0x0a1530, 0x24406c, 0x8aa4b8), 0x050d1f, 0xeaf0ff),
    new Light(Ramp.of(0x51626f, 0x94a5ad, 0xdbe0dc), 0x1c3038, 0xf7f6ea),
  };

  @Override
  public void paint(Canvas canvas, Random random) {
    Light light = LIGHTS[random.nextInt(LIGHTS.length)];
    Sea sea = new Sea(canvas, light, random);
    for (int row = 0; row < canvas.height; row++) {
      for (int column = 0; column < canvas.width; column++) {
        double x = canvas.x(column);
        double y = canvas.y(row);
        canvas.fill(column, row, y < sea.horizon ? sea.sky(x, y) : sea.water(x, y));
      }
    }
  }

  private static final class Sea {
    private final Light light;
    private final double horizon;
    private final double sunX;
    private final double sunHeight;
    private final double swell;
    private final double middle;
    private final NoiseField waves;
    private final NoiseField clouds;

    Sea(Canvas canvas, Light light, Random random) {
      this.light = light;
      horizon = Curves.between(0.22, 0.45, random.nextDouble());
      middle = canvas.aspect() / 2;
      sunX = canvas.aspect() * Curves.between(0.2, 0.8, random.nextDouble());
      sunHeight = horizon * Curves.between(0.15, 0.8, random.nextDouble());
      swell = Curves.between(0.6, 1.5, random.nextDouble());
      waves = new NoiseField(random);
      clouds = new NoiseField(random);
    }

    Colour sky(double x, double y) {
      double height = horizon - y;
      double distance =
          Math.sqrt((x - sunX) * (x - sunX) + (height - sunHeight) * (height - sunHeight));
      double depth = 1 / (height + 0.12);
      double streaks = Curves.smooth(0.05, 0.75, clouds.fractal(0.5 * x * depth, 1.4 * depth, 5));
      return air(height)
          .mix(light.sun, 0.5 * streaks * Curves.smooth(0, 0.1, height))
          .plus(light.sun, 0.35 * Curves.glow(distance, 0.3))
          .plus(light.sun, 0.9 * Curves.smooth(0.034, 0.028, distance));
    }

    Colour water(double x, double y) {
      double below = y - horizon;
      double depth = 1 / (below + 0.025);
      double waterX = (x - middle) * depth * 0.55;
      double waterY = 1.9 * depth;
      // Far waves are smaller than a pixel: only their mean is seen.
      double calm = Curves.smooth(-0.02, 0.2, below);
      double roll = waves.at(0.45 * waterX, 0.5 * waterY + 7.7);
      double ripple = waves.fractal(1.3 * waterX + 0.4 * roll, 2.1 * waterY, 5);
      double tilt = swell * Curves.between(0.35, 1, calm) * (0.75 * ripple + 0.7 * roll);

      double mirrored = Curves.clamp(0.14 + 0.85 * below + 0.42 * tilt);
      double fresnel = Curves.clamp(0.78 - 0.95 * below - 0.5 * tilt);
      Colour colour = light.deep.mix(air(mirrored * 0.7), fresnel);

      double spread = 0.05 + 0.35 * below;
      double path = Curves.glow(x - sunX + 0.12 * tilt, spread + 0.1);
      double facet = Curves.smooth(0.12, 0.6, ripple * swell + 0.3 * roll);
      double glitter = path * (0.25 * (1 - calm) + facet) * (0.5 + 0.9 * (1 - below));
      double foam = Curves.smooth(0.62, 0.95, ripple + 0.5 * roll) * calm;
      return colour.plus(light.sun, 0.95 * glitter).mix(light.foam, 0.65 * foam);
    }

    private Colour air(double height) {
      return light.sky.at(1 - height / 0.55);
    }
  }

  private static final class Light {
    private final Ramp sky;
    private final Colour deep;
    private final Colour sun;
    private final Colour foam;

    Light(Ramp sky, int deep, int sun) {
      this.sky = sky;
      this.deep = Colour.hex(deep);
      this.sun = Colour.hex(sun);
      foam = sky.at(1).mix(new Colour(1, 1, 1), 0.5);
    }
  }
}
