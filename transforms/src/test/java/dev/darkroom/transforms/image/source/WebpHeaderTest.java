package dev.darkroom.transforms.image.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.darkroom.transforms.image.Fixtures;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class WebpHeaderTest {
  private static final int CANVAS = 12;
  private static final int CANVAS_BYTES = 18;
  private static final int FIRST_FRAME = 44;

  @Test
  void aFrameOutsideOfTheImageIsCorrupt() {
    byte[] webp = Fixtures.bytes("formats/animated-lossy.webp");
    webp[FIRST_FRAME + 8] = 1;
    assertCorrupt("a frame lies outside the image", webp);
  }

  @Test
  void aSecondHeaderIsCorrupt() {
    byte[] webp = Fixtures.bytes("formats/lossy-alpha.webp");
    assertCorrupt("it has two headers", withHeader(webp, CANVAS));
  }

  @Test
  void aHeaderBehindThePictureIsCorrupt() {
    byte[] webp = Fixtures.bytes("formats/lossy.webp");
    assertCorrupt("it has two headers", withHeader(webp, webp.length));
  }

  private static byte[] withHeader(byte[] webp, int at) {
    byte[] extended = Fixtures.bytes("formats/lossy-alpha.webp");
    ByteBuffer made =
        ByteBuffer.allocate(webp.length + CANVAS_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    made.put(webp, 0, at).put(extended, CANVAS, CANVAS_BYTES).put(webp, at, webp.length - at);
    return made.putInt(4, made.capacity() - 8).array();
  }

  private static void assertCorrupt(String what, byte[] webp) {
    RejectedException e =
        assertThrows(RejectedException.class, () -> SourceImage.inspect(webp, Integer.MAX_VALUE));
    assertEquals(Reason.CORRUPT, e.reason());
    assertEquals("broken WebP: " + what, e.getMessage());
  }
}
