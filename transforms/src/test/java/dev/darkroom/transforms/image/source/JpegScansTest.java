package dev.darkroom.transforms.image.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.Fixtures;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegScansTest {
  private static final Set<Reason> DAMAGE = EnumSet.of(Reason.CORRUPT, Reason.TRUNCATED);

  /** The complaints are libjpeg-turbo's: make_damage.py. */
  @ParameterizedTest
  @CsvFileSource(resources = "/images/damage.csv", numLinesToSkip = 1)
  void whateverLibjpegComplainsOfIsDamage(
      String name, String kind, int position, int value, String complaint) {
    byte[] damaged = damaged(Fixtures.bytes(name), kind, position, value);
    RejectedException e = assertThrows(RejectedException.class, () -> inspect(damaged));
    assertTrue(DAMAGE.contains(e.reason()), complaint + ": " + e.reason());
  }

  /** Of long files, several codes are passed at once. */
  @ParameterizedTest
  @CsvFileSource(resources = "/images/damage.csv", numLinesToSkip = 1)
  void longFilesAreRejectedAsShortOnes(String name, String kind, int position, int value) {
    byte[] damaged = damaged(Fixtures.bytes(name), kind, position, value);
    byte[] longer = Fixtures.longJpeg(damaged);
    RejectedException e = assertThrows(RejectedException.class, () -> inspect(damaged));
    RejectedException same = assertThrows(RejectedException.class, () -> inspect(longer));
    assertEquals(e.reason(), same.reason());
    assertEquals(e.getMessage(), same.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.jpg",
        "full-chroma.jpg",
        "grey.jpg",
        "progressive.jpg",
        "restarts.jpg",
        "large.jpg",
        "thumbnail.jpg",
        "one-pixel.jpg",
        "tiny-progressive.jpg"
      })
  void soundDataIsSound(String name) throws RejectedException {
    inspect(Fixtures.bytes(name));
    inspect(Fixtures.longJpeg(Fixtures.bytes(name)));
  }

  @Test
  void whatIsMissingIsSaid() {
    byte[] whole = Fixtures.bytes("baseline.jpg");
    byte[] half = Arrays.copyOf(whole, whole.length - 200);
    half[half.length - 2] = (byte) 0xFF;
    half[half.length - 1] = (byte) 0xD9;
    RejectedException e = assertThrows(RejectedException.class, () -> inspect(half));
    assertTrue(e.getMessage().contains("the coded data ends too early, in row"), e.getMessage());
  }

  @Test
  void manyScansAreABomb() {
    byte[] whole = Fixtures.bytes("tiny.jpg");
    int last = lastScan(whole);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(whole, 0, last);
    for (int i = 0; i < 501; i++) {
      bomb.write(whole, last, whole.length - 2 - last);
    }
    bomb.write(whole, whole.length - 2, 2);
    RejectedException e = assertThrows(RejectedException.class, () -> inspect(bomb.toByteArray()));
    assertEquals("broken JPEG: more than 500 scans", e.getMessage());
  }

  private static int lastScan(byte[] jpeg) {
    int at = jpeg.length - 4;
    while ((ByteBuffer.wrap(jpeg).getShort(at) & 0xFFFF) != 0xFFDA) {
      at--;
    }
    return at;
  }

  private static SourceImage inspect(byte[] bytes) throws RejectedException {
    return SourceImage.inspect(bytes, 1 << 20);
  }

  private static byte[] damaged(byte[] whole, String kind, int position, int value) {
    int removed = kind.equals("delete") ? Math.min(value, whole.length - position) : 0;
    byte[] inserted = new byte[kind.equals("insert") ? value : 0];
    Arrays.fill(inserted, (byte) 0x55);
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    damaged.write(whole, 0, position);
    damaged.writeBytes(inserted);
    damaged.write(whole, position + removed, whole.length - position - removed);
    byte[] bytes = damaged.toByteArray();
    if (kind.equals("flip")) {
      bytes[position] ^= (byte) (1 << value);
    }
    return bytes;
  }
}
