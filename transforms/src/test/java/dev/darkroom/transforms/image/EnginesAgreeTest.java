package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.image.spec.Resample;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import dev.darkroom.transforms.rejection.RejectedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared as PNG, so that nothing but decoding and resampling can differ. */
class EnginesAgreeTest {
  private static final int[][] BOXES = {{31, 60}, {150, 40}};

  @BeforeEach
  void bothEnginesAreThere() {
    assumeTrue(TensorFlowLibrary.loads());
  }

  /** Where the mean lies between two levels, one rounds up, the other to the even one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "images/rgb.png",
        "images/grey.png",
        "images/alpha.png",
        "images/keyed-rgb.png",
        "images/three-by-two.png",
        "formats/rgb-16.png",
        "formats/alpha-rgb-16.png"
      })
  void onPngToALevel(String name) throws RejectedException {
    for (Fit fit : Fit.values()) {
      for (Resample resample : Resample.values()) {
        for (int[] box : BOXES) {
          assertAgree(name, spec(box).fit(fit).resample(resample), 0.25, 1);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Fit.class)
  void onTurnedPictures(Fit fit) throws RejectedException {
    for (int orientation = 1; orientation <= 8; orientation++) {
      String name = "formats/orientation-" + orientation + ".png";
      assertAgree(name, spec(9, 14).fit(fit).background(0x004080), 0.3, 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "images/large.jpg, 500, 500",
    "images/large.jpg, 192, 192",
    "images/large.jpg, 60, 30",
    "images/large.jpg, 48, 48",
    "images/baseline.jpg, 47, 21",
    "images/large.jpg, 640, 100",
    "images/baseline.jpg, 49, 49",
    "images/baseline.jpg, 150, 150",
    "images/progressive.jpg, 60, 60",
    "images/progressive.jpg, 47, 21",
    "images/progressive.jpg, 24, 16",
    "images/tiny-progressive.jpg, 3, 2",
    "images/full-chroma.jpg, 60, 60",
    "images/grey.jpg, 60, 60",
    "images/profile.jpg, 60, 60",
    "images/orientation-2.jpg, 70, 35",
    "images/orientation-5.jpg, 35, 70",
    "images/orientation-6.jpg, 35, 70",
    "images/orientation-7.jpg, 35, 70",
    "images/orientation-8.jpg, 120, 120",
    "formats/411.jpg, 60, 60",
    "formats/422.jpg, 60, 60",
    "formats/440.jpg, 60, 60"
  })
  void onJpegToALevel(String name, int width, int height) throws RejectedException {
    assertAgree(name, spec(width, height), 0.05, 1);
  }

  /** Between two pixels each, whatever the ratio. */
  @ParameterizedTest
  @ValueSource(
      strings = {"images/large.jpg", "images/progressive.jpg", "formats/progressive-410.jpg"})
  void onBilinearJpegToALevel(String name) throws RejectedException {
    assertAgree(name, spec(21, 17).resample(Resample.BILINEAR), 0.05, 1);
  }

  /** libjpeg-turbo's cropping changes the last column, and narrow images. */
  @ParameterizedTest
  @ValueSource(strings = {"images/baseline.jpg", "images/narrow.jpg"})
  void onPartsOfJpegToTheBit(String name) throws RejectedException {
    assertAgree(name, spec(49, 49).enlarge(false), 0, 0);
  }

  private static ImageSpec.Builder spec(int... box) {
    return ImageSpec.builder().width(box[0]).height(box[1]).outputFormat(OutputFormat.PNG);
  }

  private static void assertAgree(String name, ImageSpec.Builder builder, double mean, int max)
      throws RejectedException {
    ImageSpec spec = builder.build();
    byte[] source = Fixtures.bytes(name.startsWith("images/") ? name.substring(7) : name);
    Picture one = Picture.of(EngineChoice.TENSORFLOW.open(spec).convert(source));
    Picture other = Picture.of(EngineChoice.IMGSCALR.open(spec).convert(source));
    try {
      one.assertClose(other, mean, max);
    } catch (AssertionError e) {
      throw new AssertionError(name + " as " + spec + ": " + e.getMessage(), e);
    }
  }
}
