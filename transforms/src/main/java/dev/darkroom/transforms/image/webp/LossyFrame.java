package dev.darkroom.transforms.image.webp;

import dev.darkroom.transforms.image.source.WebpChunks;
import dev.darkroom.transforms.rejection.RejectedException;

/** A lossy picture as luma and chroma (RFC 6386, sections 9 and 19). Used once. */
final class LossyFrame {
  private static final int TAG_BYTES = 10;
  private static final int MOST_VERSION = 3;
  private static final int SIDE = 16;
  private static final int BLOCK = 4;

  private final byte[] bytes;
  private final int width;
  private final int height;
  private final int columns;
  private final int rows;
  private final BoolDecoder first;
  private final MacroblockModes modes;
  private final Segments segments;
  private final FilterSettings filter;
  private final BoolDecoder[] partitions;
  private final int[][] factors = new int[Segments.MOST][];
  private final Residuals residuals;
  private final boolean skips;
  private final int skipped;
  private final Plane luma;
  private final Plane u;
  private final Plane v;
  private final BlockPrediction blocks;

  /**
   * @param bytes holds the content of a {@code VP8} chunk that begins like a key frame
   * @throws RejectedException if the header is damaged
   */
  LossyFrame(byte[] bytes, int from, int to, int width, int height) throws RejectedException {
    this.bytes = bytes;
    this.width = width;
    this.height = height;
    int tag = threeBytes(from);
    if ((tag >> 1 & 7) > MOST_VERSION || (tag >> 4 & 1) == 0) {
      throw WebpChunks.corrupt("a frame begins like none");
    }
    columns = (width + SIDE - 1) / SIDE;
    rows = (height + SIDE - 1) / SIDE;
    int end = from + TAG_BYTES + (tag >> 5);
    first = new BoolDecoder(bytes, from + TAG_BYTES, end);
    first.number(2); // Of colours and of clamping there is one kind.
    segments = new Segments(first);
    filter = new FilterSettings(first);
    partitions = partitions(1 << first.number(2), end, to);
    Quantisation quantisation = Quantisation.read(first);
    for (int i = 0; i < factors.length; i++) {
      factors[i] = quantisation.factors(segments, i);
    }
    first.flag(); // Whether later frames use the same probabilities.
    residuals = new Residuals(CoefficientProbabilities.read(first), columns);
    skips = first.flag();
    skipped = skips ? first.number(8) : 0;
    modes = new MacroblockModes(columns);
    luma = new Plane(SIDE * columns, SIDE * rows);
    u = new Plane(SIDE / 2 * columns, SIDE / 2 * rows);
    v = new Plane(SIDE / 2 * columns, SIDE / 2 * rows);
    blocks = new BlockPrediction(luma);
  }

  private int threeBytes(int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
  }

  private BoolDecoder[] partitions(int count, int from, int to) throws RejectedException {
    int at = from + 3 * (count - 1);
    if (at >= to) {
      throw WebpChunks.cutShort();
    }
    BoolDecoder[] made = new BoolDecoder[count];
    for (int i = 0; i < count; i++) {
      int end = i + 1 < count ? Math.min(to, at + threeBytes(from + 3 * i)) : to;
      made[i] = new BoolDecoder(bytes, at, end);
      if (made[i].isEmpty() && (i < rows || i + 1 == count)) {
        throw WebpChunks.cutShort();
      }
      at = end;
    }
    return made;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  Plane luma() {
    return luma;
  }

  Plane u() {
    return u;
  }

  Plane v() {
    return v;
  }

  /** Decodes all samples. */
  void decode() throws RejectedException {
    byte[] levels = new byte[columns * rows];
    boolean[] inner = new boolean[columns * rows];
    for (int row = 0; row < rows; row++) {
      BoolDecoder partition = partitions[row & (partitions.length - 1)];
      residuals.startRow();
      modes.startRow();
      for (int column = 0; column < columns; column++) {
        int segment = segments.next(first);
        boolean skip = skips && first.bit(skipped);
        modes.read(first, column);
        boolean any =
            !skip && residuals.read(partition, column, modes.inBlocks(), factors[segment]);
        if (skip) {
          residuals.skip(column, modes.inBlocks());
        }
        makeLuma(column, row);
        makeChroma(u, Residuals.LUMA_BLOCKS, column, row);
        makeChroma(v, Residuals.LUMA_BLOCKS + 4, column, row);
        int number = row * columns + column;
        levels[number] = (byte) filter.level(segments, segment, modes.inBlocks());
        inner[number] = modes.inBlocks() || any;
      }
      luma.extend(SIDE * row + SIDE - 1);
    }
    smooth(levels, inner);
  }

  private void makeLuma(int column, int row) {
    int x = SIDE * column;
    int y = SIDE * row;
    if (!modes.inBlocks()) {
      SquarePrediction.predict(modes.luma(), luma, SIDE, x, y);
    }
    for (int block = 0; block < Residuals.LUMA_BLOCKS; block++) {
      int left = x + block % 4 * BLOCK;
      int top = y + block / 4 * BLOCK;
      int at = luma.at(left, top);
      if (modes.inBlocks()) {
        boolean last = block % 4 == 3;
        blocks.predict(modes.block(block), at, luma.at(left + BLOCK, last ? y - 1 : top - 1));
      }
      residuals.add(block, luma, at);
    }
  }

  private void makeChroma(Plane plane, int block, int column, int row) {
    int x = SIDE / 2 * column;
    int y = SIDE / 2 * row;
    SquarePrediction.predict(modes.chroma(), plane, SIDE / 2, x, y);
    for (int i = 0; i < 4; i++) {
      residuals.add(block + i, plane, plane.at(x + i % 2 * BLOCK, y + i / 2 * BLOCK));
    }
  }

  private void smooth(byte[] levels, boolean[] inner) {
    for (int i = 0; i < levels.length; i++) {
      int level = levels[i];
      if (level > 0) {
        int x = i % columns * SIDE;
        int y = i / columns * SIDE;
        int interior = filter.interior(level);
        int limit = 2 * level + interior;
        if (filter.simple()) {
          LoopFilter.simple(luma, x, y, limit, inner[i]);
        } else {
          int variance = FilterSettings.variance(level);
          LoopFilter.normal(luma, SIDE, x, y, limit, interior, variance, inner[i]);
          LoopFilter.normal(u, SIDE / 2, x / 2, y / 2, limit, interior, variance, inner[i]);
          LoopFilter.normal(v, SIDE / 2, x / 2, y / 2, limit, interior, variance, inner[i]);
        }
      }
    }
  }
}
