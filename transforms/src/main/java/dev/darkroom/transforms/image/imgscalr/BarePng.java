package dev.darkroom.transforms.image.imgscalr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/**
 * A PNG file less what says nothing of the samples: texts and profiles that unpack to gigabytes,
 * and animations. Grey of few bits with a transparent shade becomes a palette: there, the JDK sees
 * the transparency.
 */
final class BarePng {
  private static final int SIGNATURE_BYTES = 8;
  private static final int CHUNK_BYTES = 12;
  private static final String HEADER = "IHDR";
  private static final String TRANSPARENCY = "tRNS";
  private static final String END = "IEND";
  private static final Set<String> NEEDED = Set.of(HEADER, "PLTE", "IDAT", END);
  private static final int DEPTH = 24;
  private static final int TYPE = 25;
  private static final int GREY = 0;
  private static final int PALETTE = 3;
  private static final int ALPHA = 4;

  private final byte[] png;
  private final ByteArrayOutputStream kept;

  private BarePng(byte[] png) {
    this.png = png;
    this.kept = new ByteArrayOutputStream(png.length);
  }

  /**
   * @param png whose chunks are known to be whole
   */
  static byte[] of(byte[] png, boolean transparent) {
    BarePng bare = new BarePng(png);
    bare.copy(transparent && (png[TYPE] & ALPHA) == 0);
    return bare.kept.toByteArray();
  }

  private void copy(boolean keyed) {
    boolean replaced = keyed && png[TYPE] == GREY && png[DEPTH] < 8;
    kept.write(png, 0, SIGNATURE_BYTES);
    int at = SIGNATURE_BYTES;
    String name = "";
    while (!name.equals(END)) {
      int end = at + CHUNK_BYTES + ByteBuffer.wrap(png).getInt(at);
      name = new String(png, at + 4, 4, ISO_8859_1);
      if (replaced && name.equals(HEADER)) {
        byte[] header = Arrays.copyOfRange(png, at + 8, end - 4);
        header[TYPE - at - 8] = PALETTE;
        write(HEADER, header);
      } else if (replaced && name.equals(TRANSPARENCY)) {
        writePalette(png[at + 9]);
      } else if (NEEDED.contains(name) || (keyed && name.equals(TRANSPARENCY))) {
        kept.write(png, at, end - at);
      }
      at = end;
    }
  }

  private void writePalette(int transparent) {
    int shades = 1 << png[DEPTH];
    byte[] palette = new byte[3 * shades];
    byte[] alpha = new byte[shades];
    Arrays.fill(alpha, (byte) 0xFF);
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) (i / 3 * 255 / (shades - 1));
    }
    alpha[transparent & (shades - 1)] = 0;
    write("PLTE", palette);
    write(TRANSPARENCY, alpha);
  }

  /** The JDK does not look at the checksums, which are left out of the zeroes. */
  private void write(String name, byte[] body) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES + body.length);
    chunk.putInt(body.length).put(name.getBytes(ISO_8859_1)).put(body);
    kept.write(chunk.array(), 0, chunk.capacity());
  }
}
