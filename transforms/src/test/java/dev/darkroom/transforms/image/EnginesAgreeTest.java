package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import dev.darkroom.transforms.rejection.RejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engines' filters differ, their geometry and colours do not. */
class EnginesAgreeTest {
  @ParameterizedTest
  @CsvSource({
    "large.jpg, 192, 192",
    "large.jpg, 400, 100",
    "baseline.jpg, 48, 48",
    "baseline.jpg, 31, 60",
    "baseline.jpg, 150, 150",
    "progressive.jpg, 48, 48",
    "grey.jpg, 48, 48",
    "profile.jpg, 48, 48",
    "orientation-2.jpg, 50, 21",
    "orientation-5.jpg, 50, 21",
    "orientation-6.jpg, 50, 21",
    "orientation-7.jpg, 50, 21",
    "orientation-8.jpg, 120, 120",
    "alpha.png, 48, 48",
    "alpha.png, 120, 90",
    "keyed-rgb.png, 31, 31",
    "palette.png, 48, 20",
    "deep-grey.png, 20, 48",
    "three-by-two.png, 60, 60"
  })
  void inTheirPixels(String name, int width, int height) throws RejectedException {
    assertAgree(name, width, height, 1.5, 20);
  }

  /** Shrinking while decoding rounds the cut to decoded pixels: up to half an output pixel. */
  @ParameterizedTest
  @CsvSource({
    "large.jpg, 192, 192",
    "large.jpg, 60, 30",
    "large.jpg, 48, 48",
    "baseline.jpg, 47, 21"
  })
  void lessCloselyWhereDecodingShrinks(String name, int width, int height)
      throws RejectedException {
    assertAgree(name, width, height, 4.5, 110);
  }

  private static void assertAgree(String name, int width, int height, double mean, int max)
      throws RejectedException {
    assumeTrue(TensorFlowLibrary.loads());
    ImageSpec spec = ImageSpec.builder().width(width).height(height).build();
    byte[] source = Fixtures.bytes(name);
    Picture one = Picture.of(EngineChoice.TENSORFLOW.open(spec).convert(source));
    Picture other = Picture.of(EngineChoice.IMGSCALR.open(spec).convert(source));
    one.assertClose(other, mean, max);
  }
}
