package dev.darkroom.transforms.image.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the definitions, in double precision: samples first, then their means. */
class PixelWeightsTest {
  private static final int BLOCKS = 12;
  private static final int SAMPLES = 8 * BLOCKS;

  @ParameterizedTest
  @CsvSource({
    "96, 8, 0, 96",
    "40, 8, 0, 40",
    "24, 8, 7, 41",
    "24, 7, 3, 40",
    "19, 6, 11, 77",
    "19, 5, 11, 77",
    "31, 4, 0, 96",
    "12, 3, 5, 91",
    "12, 2, 0, 96",
    "12, 1, 0, 96",
    "5, 1, 3, 90",
    "1, 1, 0, 96",
    "1, 8, 9, 1",
    "7, 8, 94, 2",
    "50, 8, 0, 30",
    "17, 8, 80, 16"
  })
  void pixelsAreMeansOfSamples(int pixels, int kept, int from, int width) {
    double[] coefficients = new Random(kept).doubles(SAMPLES, -100, 100).toArray();
    PixelWeights weights =
        PixelWeights.of(pixels, kept, (long) from * pixels, width, pixels, SAMPLES);
    double[] samples = samples(coefficients, kept);
    for (int i = 0; i < pixels; i++) {
      double begin = from + (double) i * width / pixels;
      double end = from + (i + 1.0) * width / pixels;
      double expected =
          width >= pixels ? mean(samples, begin, end) : between(samples, (begin + end) / 2 - 0.5);
      double sum = 0;
      int at = weights.at(i);
      for (int block = weights.first(i); block < weights.end(i); block++) {
        for (int k = 0; k < kept; k++) {
          sum += weights.weights()[at++] * coefficients[8 * block + k];
        }
      }
      assertEquals(expected, sum, 1e-4, "pixel " + i);
    }
  }

  /** T.81, A.3.3, in one dimension. */
  private static double[] samples(double[] coefficients, int kept) {
    double[] samples = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      for (int k = 0; k < kept; k++) {
        double norm = k == 0 ? Math.sqrt(0.5) : 1;
        double cosine = Math.cos((2 * (i % 8) + 1) * k * Math.PI / 16);
        samples[i] += norm / 2 * coefficients[i / 8 * 8 + k] * cosine;
      }
    }
    return samples;
  }

  private static double mean(double[] samples, double begin, double end) {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      sum += samples[i] * Math.max(0, Math.min(i + 1, end) - Math.max(i, begin));
    }
    return sum / (end - begin);
  }

  private static double between(double[] samples, double place) {
    int before = (int) Math.floor(place);
    double share = place - before;
    double one = samples[Math.max(0, Math.min(SAMPLES - 1, before))];
    double other = samples[Math.max(0, Math.min(SAMPLES - 1, before + 1))];
    return (1 - share) * one + share * other;
  }
}
