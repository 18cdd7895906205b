package dev.darkroom.transforms.image.webp;

/** From coefficients to what they add to samples (RFC 6386, section 14). */
final class InverseTransform {
  private static final int SIDE = 4;

  /** The square root of 2, times the cosine of pi / 8 less 1 and times its sine, by 2^16. */
  private static final int COSINE = 20091;

  private static final int SINE = 35468;

  private InverseTransform() {}

  /** Makes the 16 coefficients from {@code at} on the first ones of 16 blocks. */
  static void spread(short[] coefficients, int at) {
    int[] rows = new int[16];
    for (int i = 0; i < SIDE; i++) {
      int a = coefficients[at + i] + coefficients[at + 12 + i];
      int b = coefficients[at + 4 + i] + coefficients[at + 8 + i];
      int c = coefficients[at + 4 + i] - coefficients[at + 8 + i];
      int d = coefficients[at + i] - coefficients[at + 12 + i];
      rows[i] = a + b;
      rows[4 + i] = d + c;
      rows[8 + i] = a - b;
      rows[12 + i] = d - c;
    }
    for (int i = 0; i < 16; i += SIDE) {
      int a = rows[i] + 3 + rows[i + 3];
      int b = rows[i + 1] + rows[i + 2];
      int c = rows[i + 1] - rows[i + 2];
      int d = rows[i] + 3 - rows[i + 3];
      int to = i * Residuals.COEFFICIENTS;
      coefficients[to] = (short) ((a + b) >> 3);
      coefficients[to + 16] = (short) ((d + c) >> 3);
      coefficients[to + 32] = (short) ((a - b) >> 3);
      coefficients[to + 48] = (short) ((d - c) >> 3);
    }
  }

  /** Adds what the 16 coefficients from {@code from} on stand for. */
  static void add(short[] coefficients, int from, Plane plane, int at) {
    int[] columns = new int[16];
    for (int i = 0; i < SIDE; i++) {
      int first = coefficients[from + i];
      int second = coefficients[from + 4 + i];
      int third = coefficients[from + 8 + i];
      int fourth = coefficients[from + 12 + i];
      int a = first + third;
      int b = first - third;
      int c = sine(second) - cosine(fourth);
      int d = cosine(second) + sine(fourth);
      columns[SIDE * i] = a + d;
      columns[SIDE * i + 1] = b + c;
      columns[SIDE * i + 2] = b - c;
      columns[SIDE * i + 3] = a - d;
    }
    byte[] s = plane.samples;
    for (int i = 0; i < SIDE; i++) {
      int a = columns[i] + 4 + columns[8 + i];
      int b = columns[i] + 4 - columns[8 + i];
      int c = sine(columns[4 + i]) - cosine(columns[12 + i]);
      int d = cosine(columns[4 + i]) + sine(columns[12 + i]);
      int to = at + i * plane.stride;
      add(s, to, (a + d) >> 3);
      add(s, to + 1, (b + c) >> 3);
      add(s, to + 2, (b - c) >> 3);
      add(s, to + 3, (a - d) >> 3);
    }
  }

  /** Adds what a first coefficient alone stands for. */
  static void addLevel(int coefficient, Plane plane, int at) {
    int level = (coefficient + 4) >> 3;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        add(plane.samples, at + y * plane.stride + x, level);
      }
    }
  }

  private static void add(byte[] samples, int at, int value) {
    samples[at] = (byte) Plane.clip((samples[at] & 0xFF) + value);
  }

  private static int cosine(int value) {
    return value + ((value * COSINE) >> 16);
  }

  private static int sine(int value) {
    return (value * SINE) >> 16;
  }
}
