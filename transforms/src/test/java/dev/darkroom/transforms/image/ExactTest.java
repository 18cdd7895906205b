package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.hash.Hashing;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.Resample;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Against TensorFlow for Python: make_exact.py. */
class ExactTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/images/exact.csv", numLinesToSkip = 1)
  void everyByteIsTensorFlows(String name, int width, int height, String sha256)
      throws RejectedException {
    byte[] made = convert(name, width, height).bytes();
    assertEquals(sha256, Hashing.sha256().hashBytes(made).toString());
  }

  /** A gigabyte and more, from a file of two kilobytes. */
  @Test
  void aLongImageIsNotMadeHuge() {
    RejectedException e =
        assertThrows(RejectedException.class, () -> convert("narrow.jpg", 1500, 1500));
    assertEquals(Reason.TOO_MANY_PIXELS, e.reason());
    assertEquals(
        "2x160 pixels would become 1500x120000 before they are cut, more than 25000000",
        e.getMessage());
  }

  private static EncodedImage convert(String name, int width, int height) throws RejectedException {
    assumeTrue(TensorFlowLibrary.loads());
    ImageSpec spec =
        ImageSpec.builder()
            .width(width)
            .height(height)
            .resample(Resample.BILINEAR)
            .exact(true)
            .build();
    return EngineChoice.TENSORFLOW.open(spec).convert(Fixtures.bytes(name));
  }
}
