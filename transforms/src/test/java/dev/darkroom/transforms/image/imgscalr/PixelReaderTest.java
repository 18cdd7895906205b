package dev.darkroom.transforms.image.imgscalr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.darkroom.transforms.image.Fixtures;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import javax.imageio.IIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PixelReaderTest {
  private byte[] png;
  private PixelReader reader;

  @BeforeEach
  void open() throws RejectedException {
    png = Fixtures.bytes("rgb.png");
    reader = new PixelReader(SourceImage.inspect(png, 1 << 20), 0);
  }

  /** Else a dataset would depend on the heap it is made in. */
  @Test
  void wantOfMemoryIsNoDamage() {
    OutOfMemoryError want = new OutOfMemoryError("Java heap space");
    IOException told = new IIOException("Caught exception during read: ", new IOException(want));
    OutOfMemoryError thrown =
        assertThrows(
            OutOfMemoryError.class,
            () ->
                reader.decode(
                    png,
                    decoder -> {
                      throw told;
                    }));
    assertSame(want, thrown);
  }

  @Test
  void whateverElseADecoderTripsOverIsDamage() {
    IOException told = new IIOException("no such colour", new StackOverflowError());
    RejectedException rejection =
        assertThrows(
            RejectedException.class,
            () ->
                reader.decode(
                    png,
                    decoder -> {
                      throw told;
                    }));
    assertEquals(Reason.CORRUPT, rejection.reason());
  }
}
