package dev.darkroom.transforms.image.jpeg;

/**
 * How each pixel of an axis is made of the coefficients of blocks. A pixel is the mean of the
 * samples it covers, parts of samples counted by their part, or, where it is smaller than a sample,
 * lies between two; a sample is a sum of cosines (ITU-T T.81, A.3.3). Both are linear, so that a
 * pixel is a sum of coefficients, each with a weight. Immutable.
 */
final class PixelWeights {
  private static final int BLOCK = 8;

  /** By frequency and sample: what a coefficient of one adds to a sample. */
  private static final double[][] COSINES = new double[BLOCK][BLOCK];

  /** By frequency and sample: what it adds to all samples before. */
  private static final double[][] SUMS = new double[BLOCK][BLOCK + 1];

  static {
    for (int k = 0; k < BLOCK; k++) {
      double norm = k == 0 ? Math.sqrt(0.125) : 0.5;
      for (int x = 0; x < BLOCK; x++) {
        COSINES[k][x] = norm * Math.cos((2 * x + 1) * k * Math.PI / 16);
        SUMS[k][x + 1] = SUMS[k][x] + COSINES[k][x];
      }
    }
  }

  private final int kept;
  private final int most;
  private final int stride;
  private final int[] first;
  private final int[] blocks;
  private final float[] weights;

  private PixelWeights(int pixels, int kept, int most) {
    this.kept = kept;
    this.most = most;
    this.stride = WeightedSum.padded(most * kept);
    this.first = new int[pixels];
    this.blocks = new int[pixels];
    this.weights = new float[pixels * stride];
  }

  /**
   * The weights for {@code pixels} that lie side by side.
   *
   * @param kept how many coefficients of a block are used, from the lowest frequency on
   * @param start where the first pixel begins, in units of which a pixel has {@code length} and a
   *     sample {@code sample}
   * @param samples how many there are
   */
  static PixelWeights of(int pixels, int kept, long start, long length, long sample, int samples) {
    boolean area = length >= sample;
    long block = BLOCK * sample;
    int most = area ? (int) ((length + block - 2) / block) + 1 : 2;
    PixelWeights weights = new PixelWeights(pixels, kept, most);
    for (int i = 0; i < pixels; i++) {
      long from = start + i * length;
      if (area) {
        weights.cover(i, from, length, sample);
      } else {
        weights.interpolate(i, 2 * from + length - sample, 2 * sample, samples);
      }
    }
    return weights;
  }

  private void cover(int i, long from, long length, long sample) {
    long block = BLOCK * sample;
    first[i] = (int) (from / block);
    blocks[i] = (int) ((from + length - 1) / block) - first[i] + 1;
    double scale = (double) sample / length;
    for (int b = 0; b < blocks[i]; b++) {
      long origin = (first[i] + b) * block;
      double begin = (double) Math.max(0, from - origin) / sample;
      double end = (double) Math.min(block, from + length - origin) / sample;
      int at = i * stride + b * kept;
      for (int k = 0; k < kept; k++) {
        weights[at + k] = (float) (scale * (sum(k, end) - sum(k, begin)));
      }
    }
  }

  /** What a coefficient adds to the samples before a place within the block. */
  private static double sum(int k, double place) {
    int whole = Math.min(BLOCK - 1, (int) place);
    return SUMS[k][whole] + (place - whole) * COSINES[k][whole];
  }

  private void interpolate(int i, long place, long sample, int samples) {
    int before = (int) Math.floorDiv(place, sample);
    double share = (double) (place - before * sample) / sample;
    int one = Math.max(0, Math.min(samples - 1, before));
    int other = Math.max(0, Math.min(samples - 1, before + 1));
    first[i] = one / BLOCK;
    blocks[i] = other / BLOCK - first[i] + 1;
    add(i, one, 1 - share);
    add(i, other, share);
  }

  private void add(int i, int sample, double share) {
    int at = i * stride + (sample / BLOCK - first[i]) * kept;
    for (int k = 0; k < kept; k++) {
      weights[at + k] += (float) (share * COSINES[k][sample % BLOCK]);
    }
  }

  int pixels() {
    return first.length;
  }

  /** How many coefficients of a block are used. */
  int kept() {
    return kept;
  }

  /** The most blocks that a pixel is made of. */
  int most() {
    return most;
  }

  /** The first block that a pixel is made of. */
  int first(int pixel) {
    return first[pixel];
  }

  /** Just behind the last block that a pixel is made of. */
  int end(int pixel) {
    return first[pixel] + blocks[pixel];
  }

  /** Where a pixel's {@link #weights} begin: as many as are kept, for each of its blocks. */
  int at(int pixel) {
    return pixel * stride;
  }

  /** Of all pixels, with zeroes behind those of fewer blocks than most. */
  float[] weights() {
    return weights;
  }

  /** The first block of all. */
  int from() {
    return first[0];
  }

  /** Just behind the last block of all. */
  int to() {
    return end(first.length - 1);
  }
}
