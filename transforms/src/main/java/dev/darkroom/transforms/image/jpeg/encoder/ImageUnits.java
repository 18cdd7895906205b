package dev.darkroom.transforms.image.jpeg.encoder;

import dev.darkroom.transforms.image.pixels.Pixels;
import javax.annotation.Nullable;

/** The units (MCU, ITU-T T.81, A.2.3) of an image, from its pixels. Not thread-safe. */
final class ImageUnits {
  private static final int SIDE = 8;
  private static final int COMPONENTS = 3;

  private final int width;
  private final int height;

  /** How many blocks of luma a unit has each way; of chroma it has one. */
  private final int sampling;

  private final int units;
  private final PixelBand[] bands;
  private final BlockRow[] luma;
  private final BlockRow[] chroma;

  @Nullable private final HalvedChroma halved;

  /**
   * @param sampling how many pixels a sample of chroma stands for each way: 1 or 2
   */
  ImageUnits(Pixels image, int sampling, Quantisation forLuma, Quantisation forChroma) {
    this.width = image.width();
    this.height = image.height();
    this.sampling = sampling;
    this.units = (width + sampling * SIDE - 1) / (sampling * SIDE);
    int blocks = units * sampling;
    this.bands = new PixelBand[sampling];
    for (int i = 0; i < sampling; i++) {
      bands[i] = new PixelBand(image, blocks);
    }
    this.luma = rows(sampling, blocks, forLuma);
    this.chroma = rows(COMPONENTS - 1, units, forChroma);
    this.halved = sampling == 1 ? null : new HalvedChroma(blocks);
  }

  private static BlockRow[] rows(int count, int blocks, Quantisation quantisation) {
    ForwardTransform transform = new ForwardTransform(blocks);
    Quantisation.Divider divider = quantisation.divider(blocks);
    BlockRow[] rows = new BlockRow[count];
    for (int i = 0; i < count; i++) {
      rows[i] = new BlockRow(blocks, transform, divider);
    }
    return rows;
  }

  /** Adds all of them. */
  void addTo(Symbols symbols) {
    int[] means = new int[COMPONENTS];
    for (int top = 0; top < height; top += sampling * SIDE) {
      read(top);
      for (int unit = 0; unit < units; unit++) {
        for (int row = 0; row < sampling; row++) {
          for (int column = 0; column < sampling; column++) {
            int block = unit * sampling + column;
            if (top + row * SIDE < height && block * SIDE < width) {
              means[0] = symbols.add(Symbols.LUMA, luma[row], block, means[0]);
            } else {
              symbols.addEmpty(Symbols.LUMA);
            }
          }
        }
        for (int i = 0; i < chroma.length; i++) {
          means[i + 1] = symbols.add(Symbols.CHROMA, chroma[i], unit, means[i + 1]);
        }
      }
    }
  }

  private void read(int top) {
    for (int i = 0; i < sampling; i++) {
      bands[i].read(top + i * SIDE);
      bands[i].samples(0, luma[i].samples());
      luma[i].finish();
    }
    for (int i = 0; i < chroma.length; i++) {
      if (halved == null) {
        bands[0].samples(i + 1, chroma[i].samples());
      } else {
        halved.read(bands, i + 1, (height + 1) / 2 - top / 2, chroma[i].samples());
      }
      chroma[i].finish();
    }
  }
}
