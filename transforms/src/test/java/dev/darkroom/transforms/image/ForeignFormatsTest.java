package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.spec.ColourProfiles;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage and malice in the formats that only the JVM engine reads. */
class ForeignFormatsTest {
  private static final ImageSpec SPEC =
      ImageSpec.builder().width(24).height(16).colourProfiles(ColourProfiles.CONVERT).build();

  /** Of a lossy WebP picture. */
  private static final int FRAME_HEADER_BYTES = 10;

  /** Where alpha begins that follows the file's header. */
  private static final int ALPHA_BODY = 38;

  private static final Set<Reason> DAMAGE =
      EnumSet.of(
          Reason.NOT_AN_IMAGE,
          Reason.UNSUPPORTED_FORMAT,
          Reason.TOO_MANY_PIXELS,
          Reason.TRUNCATED,
          Reason.CORRUPT);

  @ParameterizedTest
  @CsvSource({
    "plain.gif, 6",
    "animated.gif, 6",
    "24.bmp, 18",
    "4.bmp, 18",
    "rle8.bmp, 18",
    "24-os2.bmp, 18",
    "lossless.webp, 12",
    "alpha-lossy.webp, 12",
    "animated.webp, 12",
    "lzw.tif, 4",
    "tiled.tif, 4",
    "big.tif, 4",
    "rgb-16.tif, 4",
  })
  void truncatedAnywhereIsRejected(String name, int magic) {
    byte[] whole = bytes(name);
    for (int length = magic; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertEquals(Reason.TRUNCATED, rejection(part).reason(), name + " to " + length);
    }
  }

  /** No outcome but an image or a rejection, whatever happens to a file on its way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain.gif",
        "interlaced.gif",
        "8.bmp",
        "16-bitfields.bmp",
        "rle4.bmp",
        "lossy.webp",
        "lossy-rough.webp",
        "lossy-partitions.webp",
        "lossless.webp",
        "alpha-lossy.webp",
        "raw-alpha.webp",
        "animated.webp",
        "lzw.tif",
        "planar-tiled.tif",
        "jpeg.tif",
        "bilevel-group4.tif",
        "big.tif",
        "palette.tif",
        "cmyk-adobe.jpg",
        "ycck-adobe.jpg",
        "wide.png",
        "animated.png",
        "palette-4-interlaced.png"
      })
  void damagedFilesNeverBreakTheEngine(String name) {
    byte[] whole = bytes(name);
    for (int i = 0; i < whole.length; i += 1 + whole.length / 400) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) (1 << (i * 7 % 8));
      try {
        engine().convert(damaged);
      } catch (RejectedException e) {
        assertTrue(DAMAGE.contains(e.reason()), e.reason()::toString);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Where width and height lie, in how many bytes.
    "plain.gif, 6, 8, 2",
    "24.bmp, 18, 22, 4",
    "24-os2.bmp, 18, 20, 2",
    "lossy.webp, 26, 28, 2",
    "animated.webp, 24, 27, 2",
    "plain.tif, 18, 30, 2",
  })
  void declaredSizeIsCheckedFirst(String name, int width, int height, int bytes) {
    byte[] bomb = bytes(name);
    int side = name.equals("lossy.webp") ? 0x3FFF : 0xFFFF;
    for (int at : new int[] {width, height}) {
      for (int i = 0; i < bytes; i++) {
        bomb[at + i] = i < 2 ? (byte) (side >> (8 * i)) : 0;
      }
    }
    assertEquals(Reason.TOO_MANY_PIXELS, rejection(bomb).reason());
  }

  @Test
  void aFrameLargerThanItsScreenCounts() {
    byte[] gif = bytes("inset-cut.gif");
    int frame = indexOf(gif, (byte) 0x2C, 13);
    gif[frame + 6] = (byte) 0xFF;
    gif[frame + 8] = (byte) 0xFF;
    assertEquals(Reason.TOO_MANY_PIXELS, rejection(gif).reason());
  }

  @Test
  void laterFramesAreNotDecoded() throws RejectedException {
    byte[] gif = bytes("animated.gif");
    int first = indexOf(gif, (byte) 0x21, 13);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(gif, 0, gif.length - 1);
    for (int i = 0; i < 20_000; i++) {
      many.write(gif, first, 8);
      many.writeBytes(new byte[] {0x2C, 0, 0, 0, 0, (byte) 200, 0, (byte) 200, 0, 0, 8, 1, 0, 0});
    }
    many.write(';');
    assertArrayEquals(engine().convert(gif).bytes(), engine().convert(many.toByteArray()).bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iCCP", "zTXt", "iTXt", "eXIf"})
  void metadataThatUnpacksToGigabytesIsNotUnpacked(String chunk) throws Exception {
    byte[] png = bytes("rgb-8.png");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("name\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(body)) {
      byte[] zeroes = new byte[1 << 20];
      for (int i = 0; i < 32; i++) {
        deflater.write(zeroes);
      }
    }
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(png, 0, 33);
    bomb.writeBytes(chunk(chunk, body.toByteArray()));
    bomb.write(png, 33, png.length - 33);
    assertArrayEquals(engine().convert(png).bytes(), engine().convert(bomb.toByteArray()).bytes());
  }

  @Test
  void aTagOfMoreValuesThanTheFileHasIsTruncated() {
    byte[] tiff = bytes("plain.tif");
    ByteBuffer buffer = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
    int directory = buffer.getInt(4);
    for (int i = 0; i < buffer.getShort(directory); i++) {
      int entry = directory + 2 + 12 * i;
      if (buffer.getShort(entry) == 273) {
        buffer.putInt(entry + 4, 0x7FFFFFFF);
      }
    }
    assertEquals(Reason.TRUNCATED, rejection(tiff).reason());
  }

  @Test
  void codedDataThatEndsEarlyIsCorrupt() {
    byte[] gif = bytes("interlaced.gif");
    int data = indexOf(gif, (byte) 0x2C, 13) + 10 + 96 + 1;
    // Clear, a few pixels, end of data: 9 bits each.
    byte[] codes = {0, 1, 0, 4, 8, 0x10, 0x10};
    byte[] early = Arrays.copyOf(gif, data + codes.length + 3);
    early[data] = (byte) codes.length;
    System.arraycopy(codes, 0, early, data + 1, codes.length);
    early[early.length - 2] = 0;
    early[early.length - 1] = ';';
    RejectedException e = rejection(early);
    assertEquals(Reason.CORRUPT, e.reason());
    assertTrue(e.getMessage().startsWith("broken GIF: "), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lossless.webp",
        "quality-0.webp",
        "blank.webp",
        "cut.webp",
        "rough.webp",
        "hilly.webp"
      })
  void losslessWebpOfTooFewBitsIsCorrupt(String name) {
    byte[] whole = bytes(name);
    int picture = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(16);
    for (int size = 5; size < picture; size++) {
      RejectedException e = rejection(shortened(whole, size));
      assertEquals(Reason.CORRUPT, e.reason(), name + " of " + size);
      assertEquals("broken WebP: the data ends too early", e.getMessage());
    }
  }

  /** Encoders end with a few bytes that no decoder needs. */
  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossy-30.webp", "lossy-100.webp", "lossy-partitions.webp"})
  void lossyWebpOfTooFewBytesIsCorrupt(String name) throws RejectedException {
    byte[] whole = bytes(name);
    byte[] expected = engine().convert(whole).bytes();
    int picture = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(16);
    int needed = 0;
    for (int size = FRAME_HEADER_BYTES; size < picture; size++) {
      byte[] part = shortened(whole, size);
      try {
        assertArrayEquals(expected, engine().convert(part).bytes(), name + " of " + size);
        needed = needed == 0 ? size : needed;
      } catch (RejectedException e) {
        assertEquals("broken WebP: the data ends too early", e.getMessage());
        assertEquals(0, needed, "less was enough than " + size);
      }
    }
    assertTrue(needed == 0 || picture - needed < 5, name + " of " + needed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy-alpha.webp", "alpha-filtered.webp", "raw-alpha-gradient.webp"})
  void alphaOfTooFewBytesIsCorrupt(String name) {
    byte[] whole = bytes(name);
    int alpha = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(ALPHA_BODY - 4);
    byte[] picture = Arrays.copyOfRange(whole, ALPHA_BODY + alpha + (alpha & 1), whole.length);
    for (int size = 1; size < alpha; size++) {
      int end = ALPHA_BODY + size + (size & 1);
      byte[] part = Arrays.copyOf(Arrays.copyOf(whole, ALPHA_BODY + size), end + picture.length);
      System.arraycopy(picture, 0, part, end, picture.length);
      ByteBuffer sizes = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
      sizes.putInt(4, part.length - 8).putInt(ALPHA_BODY - 4, size);
      RejectedException e = rejection(part);
      assertEquals(Reason.CORRUPT, e.reason(), name + " of " + size);
      assertEquals("broken WebP: the data ends too early", e.getMessage());
    }
  }

  /** Even where no macroblock of its rows has coefficients. */
  @Test
  void anEmptyPartitionIsCorrupt() throws RejectedException {
    byte[] webp = bytes("lossy-noise-skipped.webp");
    engine().convert(webp);
    ByteBuffer buffer = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    int firstPartition = buffer.getInt(20) >> 5 & 0x7FFFF;
    buffer.putShort(20 + FRAME_HEADER_BYTES + firstPartition, (short) 0);
    assertEquals("broken WebP: the data ends too early", rejection(webp).getMessage());
  }

  /** As libwebp takes it for data. */
  @Test
  void theByteThatFillsUpAWebpChunkIsRead() throws RejectedException {
    byte[] webp = shortened(bytes("lossy-narrow.webp"), 478);
    byte[] expected = engine().convert(webp).bytes();
    ByteBuffer buffer = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(16, 477);
    assertArrayEquals(expected, engine().convert(webp).bytes());
    byte[] unfilled = shortened(webp, 477);
    assertEquals("broken WebP: the data ends too early", rejection(unfilled).getMessage());
  }

  /** The sizes of the file and of its chunk are those of what is left; nothing fills it up. */
  private static byte[] shortened(byte[] webp, int size) {
    byte[] part = Arrays.copyOf(webp, 20 + size);
    ByteBuffer sizes = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
    sizes.putInt(4, part.length - 8).putInt(16, size);
    return part;
  }

  private static byte[] chunk(String name, byte[] body) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + body.length);
    chunk.putInt(body.length).put(name.getBytes(StandardCharsets.ISO_8859_1)).put(body);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + body.length);
    return chunk.putInt((int) crc.getValue()).array();
  }

  private static int indexOf(byte[] bytes, byte wanted, int from) {
    int at = from;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static byte[] bytes(String name) {
    return Fixtures.bytes("formats/" + name);
  }

  private static ImageEngine engine() {
    return EngineChoice.IMGSCALR.open(SPEC);
  }

  private static RejectedException rejection(byte[] source) {
    return assertThrows(RejectedException.class, () -> engine().convert(source));
  }
}
