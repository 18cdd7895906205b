package dev.darkroom.transforms.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.rejection.RejectedException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that are as no common decoder takes them, and what they are called. */
class StrangeFilesTest {
  private static final ImageSpec.Builder AS_IT_IS =
      ImageSpec.builder().width(1).height(1).fit(Fit.NONE).outputFormat(OutputFormat.ORIGINAL);

  /** Bytes of the first such segment's content, or its code where the place is -3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "baseline.jpg | C0 | 2 | 00 | JPEG that tells its height behind its data (DNL) is not supported",
        "baseline.jpg | C0 | -3 | F7 | JPEG-LS is not supported",
        "baseline.jpg | C0 | 8 | 09 | broken JPEG: a component's quantisation table is number 9",
        "formats/arithmetic.jpg | C9 | 7 | 32000221 | JPEG of 2x1 fractional sampling is not supported",
        "baseline.jpg | C0 | 7 | 44 | broken JPEG: a scan has units of 18 blocks",
        "baseline.jpg | DB | 0 | 03 | broken JPEG: a quantisation table is missing",
        "baseline.jpg | DA | 2 | 90 | broken JPEG: a scan names Huffman table 9",
        "baseline.jpg | C4 | 17 | 20 | broken JPEG: a Huffman table of means has runs",
        "baseline.jpg | C4 | 8 | 0200 | broken JPEG: a Huffman table has a code of ones alone",
        "baseline.jpg | E0 | -3 | F0 | broken JPEG: a marker of the unknown kind F0",
        "progressive.jpg | DA | 8 | 3F | broken JPEG: a scan's coefficients are 0 to 63",
        "progressive.jpg | DA | 9 | 31 | broken JPEG: a scan begins with bit 1",
      })
  void jpegIsRefused(String name, String marker, int place, String value, String message) {
    byte[] jpeg = Fixtures.bytes(name).clone();
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != Integer.parseInt(marker, 16)) {
      at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xFFFF);
    }
    byte[] bytes = new BigInteger("01" + value, 16).toByteArray();
    System.arraycopy(bytes, 1, jpeg, at + 4 + place, bytes.length - 1);
    RejectedException e =
        assertThrows(RejectedException.class, () -> SourceImage.inspect(jpeg, 1 << 20));
    assertEquals(message, e.getMessage());
  }

  /** Its marker is that of a restart now, which has no content. */
  @Test
  void aScanThatIsNoneIsMissed() throws RejectedException {
    byte[] jpeg = Fixtures.bytes("progressive.jpg").clone();
    int last = jpeg.length;
    while (jpeg[--last] != (byte) 0xFF || jpeg[last + 1] != (byte) 0xDA) {}
    jpeg[last + 1] = (byte) 0xD2;
    RejectedException e =
        assertThrows(RejectedException.class, () -> SourceImage.inspect(jpeg, 1 << 20));
    assertTrue(e.getMessage().endsWith(" bytes behind a scan belong to none"), e.getMessage());
  }

  @Test
  void aScanOfOtherCoefficientsThanItSaysIsNotStoredAsItIs() throws RejectedException {
    byte[] jpeg = Fixtures.bytes("baseline.jpg").clone();
    assertTrue(SourceImage.inspect(jpeg, 1 << 20).plain());
    int scan = new String(jpeg, ISO_8859_1).indexOf("\u00FF\u00DA");
    jpeg[scan + 12] = 0;
    assertFalse(SourceImage.inspect(jpeg, 1 << 20).plain());
  }

  @Test
  void bmpOfTheSecondOs2IsRefusedByName() {
    byte[] bmp = Fixtures.bytes("scene.bmp").clone();
    bmp[14] = 64;
    assertRefused("BMP with a header of 64 bytes is not supported", bmp);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 32"})
  void bmpOfMasksThatHoldNoColourIsDamaged(int mask, int bits) {
    byte[] bmp = Fixtures.bytes("formats/alpha-v4.bmp").clone();
    ByteBuffer.wrap(bmp).putInt(58, mask);
    assertRefused("broken BMP: a colour has " + bits + " bits", bmp);
  }

  @Test
  void aPageOfErrorsIsNoDrawing() {
    byte[] page = "<!DOCTYPE html>\n<body>404 <svg width='9'/></body>".getBytes(US_ASCII);
    assertRefused("the first bytes are those of no known image format", page);
  }

  @Test
  void aPngOfAppleIsRefusedByName() {
    byte[] png = Fixtures.bytes("rgb.png").clone();
    ByteBuffer.wrap(png).putInt(12, 0x43674249);
    assertRefused("PNG in Apple's own form (CgBI) is not supported", png);
  }

  /** Checksums are right, and nothing would look at the pixels of what is stored as it is. */
  @Test
  void whatIsStoredAsItIsCanBeDecoded() {
    byte[] png = Fixtures.bytes("rgb.png").clone();
    int data = new String(png, ISO_8859_1).indexOf("IDAT");
    int length = ByteBuffer.wrap(png).getInt(data - 4);
    png[data + 4 + length - 1] ^= 1;
    CRC32 sum = new CRC32();
    sum.update(png, data, length + 4);
    ByteBuffer.wrap(png).putInt(data + 4 + length, (int) sum.getValue());
    assertTrue(
        assertThrows(RejectedException.class, () -> convert(png))
            .getMessage()
            .startsWith("broken PNG: "));
  }

  @ParameterizedTest
  @CsvSource({"acTL, 0", "tEXt, 1"})
  void whatReadersStumbleOverIsNotStoredAsItIs(String kind, int damage) throws RejectedException {
    byte[] png = Fixtures.bytes("rgb.png");
    ByteBuffer more = ByteBuffer.allocate(png.length + 20).put(png, 0, 33);
    byte[] body = ByteBuffer.allocate(12).put(kind.getBytes(US_ASCII)).putInt(1).array();
    CRC32 sum = new CRC32();
    sum.update(body);
    more.putInt(8).put(body).putInt((int) sum.getValue() ^ damage).put(png, 33, png.length - 33);
    assertTrue(convert(png).untouched());
    assertFalse(convert(more.array()).untouched());
  }

  /** As long as it says, which a file that was cut is not. */
  @Test
  void halfOfALosslessWebpIsDamaged() {
    byte[] whole = Fixtures.bytes("formats/lossless.webp");
    byte[] half = Arrays.copyOf(whole, whole.length / 4 * 2);
    ByteBuffer.wrap(half).order(ByteOrder.LITTLE_ENDIAN).putInt(4, half.length - 8);
    ByteBuffer.wrap(half).order(ByteOrder.LITTLE_ENDIAN).putInt(16, half.length - 20);
    assertTrue(
        assertThrows(RejectedException.class, () -> convert(half))
            .getMessage()
            .startsWith("broken WebP: "));
  }

  private static void assertRefused(String message, byte[] file) {
    RejectedException e = assertThrows(RejectedException.class, () -> convert(file));
    assertEquals(message, e.getMessage());
  }

  private static EncodedImage convert(byte[] file) throws RejectedException {
    return EngineChoice.IMGSCALR.open(AS_IT_IS.build()).convert(file);
  }
}
