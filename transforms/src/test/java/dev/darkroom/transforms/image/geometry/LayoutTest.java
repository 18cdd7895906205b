package dev.darkroom.transforms.image.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Random;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {
  @ParameterizedTest
  @CsvSource({
    // fit, enlarge, width x height into box, the part used, where it goes, the output
    "COVER,    true,  500, 375, 192, 192, 62 0 375 375,  0 0 192 192,   192, 192",
    "COVER,    true,  100, 150, 192, 192, 0 25 100 100,  0 0 192 192,   192, 192",
    "COVER,    false, 100, 150, 192, 192, 0 0 100 150,   0 0 100 150,   100, 150",
    "COVER,    false, 100, 400, 192, 192, 0 104 100 192, 0 0 100 192,   100, 192",
    "CONTAIN,  true,  500, 375, 192, 192, 0 0 500 375,   0 24 192 144,  192, 192",
    "CONTAIN,  true,  50, 100,  192, 192, 0 0 50 100,    48 0 96 192,   192, 192",
    "CONTAIN,  false, 50, 100,  192, 192, 0 0 50 100,    71 46 50 100,  192, 192",
    "INSIDE,   true,  500, 375, 192, 192, 0 0 500 375,   0 0 192 144,   192, 144",
    "INSIDE,   false, 50, 100,  192, 192, 0 0 50 100,    0 0 50 100,    50, 100",
    "STRETCH,  true,  500, 20,  192, 192, 0 0 500 20,    0 0 192 192,   192, 192",
    "STRETCH,  false, 500, 20,  192, 192, 0 0 500 20,    0 0 192 20,    192, 20",
    "SHORTEST, true,  500, 375, 256, 192, 0 0 500 375,   0 0 256 192,   256, 192",
    "SHORTEST, true,  375, 500, 256, 192, 0 0 375 500,   0 0 192 256,   192, 256",
    "SHORTEST, false, 100, 150, 256, 192, 0 0 100 150,   0 0 100 150,   100, 150",
    "LONGEST,  true,  375, 500, 256, 192, 0 0 375 500,   0 0 192 256,   192, 256",
    "LONGEST,  true,  1000, 1,  256, 192, 0 0 1000 1,    0 0 256 1,     256, 1",
    "NONE,     true,  500, 375, 192, 192, 0 0 500 375,   0 0 500 375,   500, 375",
  })
  void everyFit(
      Fit fit,
      boolean enlarge,
      int width,
      int height,
      int boxWidth,
      int boxHeight,
      String source,
      String picture,
      int newWidth,
      int newHeight)
      throws RejectedException {
    ImageSpec spec =
        ImageSpec.builder().width(boxWidth).height(boxHeight).fit(fit).enlarge(enlarge).build();
    Layout layout = Layout.of(width, height, spec);
    assertEquals(crop(source), layout.source());
    assertEquals(crop(picture), layout.picture());
    assertEquals(newWidth, layout.width());
    assertEquals(newHeight, layout.height());
  }

  @ParameterizedTest
  @EnumSource
  void whatHoldsForAllSizes(Fit fit) throws RejectedException {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      int width = 20 + side(random);
      int height = 20 + side(random);
      boolean enlarge = random.nextBoolean();
      ImageSpec spec =
          ImageSpec.builder()
              .width(side(random))
              .height(side(random))
              .fit(fit)
              .enlarge(enlarge)
              .maxPixels(ImageSpec.MAX_PIXELS)
              .build();
      Layout layout = Layout.of(width, height, spec);
      String what = width + "x" + height + " " + spec + " " + layout;
      Crop source = layout.source();
      Crop picture = layout.picture();
      assertInside(source, width, height, what);
      assertInside(picture, layout.width(), layout.height(), what);
      assertCentred(source, width, height, what);
      assertCentred(picture, layout.width(), layout.height(), what);
      if (!enlarge) {
        assertTrue(picture.width() <= source.width(), what);
        assertTrue(picture.height() <= source.height(), what);
      }
      if (fit != Fit.STRETCH) {
        assertSameShape(source, picture, what);
      }
    }
  }

  /** To half a pixel on one of the sides, of the source or of the picture, and at least a pixel. */
  private static void assertSameShape(Crop source, Crop picture, String what) {
    boolean line = Math.min(source.width(), source.height()) == 1;
    boolean thin = Math.min(picture.width(), picture.height()) == 1;
    double least = (picture.width() - 0.5001) / (source.width() + 0.5001);
    double most = (picture.width() + 0.5001) / (source.width() - 0.5001);
    double leastDown = (picture.height() - 0.5001) / (source.height() + 0.5001);
    double mostDown = (picture.height() + 0.5001) / (source.height() - 0.5001);
    assertTrue(line || thin || (least <= mostDown && leastDown <= most), what);
  }

  @ParameterizedTest
  @EnumSource
  void aLargerBoxNeverGivesASmallerPicture(Fit fit) throws RejectedException {
    for (int box = 1; box < 400; box++) {
      Layout smaller = Layout.of(317, 211, spec(fit, box, box));
      Layout larger = Layout.of(317, 211, spec(fit, box + 1, box + 1));
      assertTrue(larger.picture().width() >= smaller.picture().width(), "box " + box);
      assertTrue(larger.picture().height() >= smaller.picture().height(), "box " + box);
    }
  }

  @Test
  void anOutputCanBeTooLargeAsWell() {
    RejectedException e =
        assertThrows(
            RejectedException.class, () -> Layout.of(1, 40_000, spec(Fit.SHORTEST, 192, 192)));
    assertEquals(Reason.TOO_MANY_PIXELS, e.reason());
    assertEquals(
        "1x40000 pixels would become 192x7680000, more than 100000000 or a side of more than 65500",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10, 10, 1.0, ",
    "10, 9,  10, 9,   TOO_SMALL",
    "30, 10, 10, 3.0, ",
    "31, 10, 10, 3.0, TOO_LONG",
    "10, 31, 10, 3.0, TOO_LONG",
  })
  void filtersLookAtBothSides(int width, int height, int minSize, double maxAspect, Reason reason)
      throws RejectedException {
    SizeFilter filter =
        new SizeFilter(
            ImageSpec.builder().width(8).height(8).minSize(minSize).maxAspect(maxAspect).build());
    if (reason == null) {
      filter.check(width, height);
    } else {
      RejectedException e =
          assertThrows(RejectedException.class, () -> filter.check(width, height));
      assertEquals(reason, e.reason());
    }
  }

  private static ImageSpec spec(Fit fit, int width, int height) {
    return ImageSpec.builder().width(width).height(height).fit(fit).build();
  }

  private static Crop crop(String text) {
    Scanner numbers = new Scanner(text);
    return Crop.of(numbers.nextInt(), numbers.nextInt(), numbers.nextInt(), numbers.nextInt());
  }

  private static int side(Random random) {
    return 1 + random.nextInt(random.nextBoolean() ? 20 : 700);
  }

  private static void assertInside(Crop crop, int width, int height, String what) {
    assertTrue(crop.x() >= 0 && crop.y() >= 0, what);
    assertTrue(crop.width() >= 1 && crop.height() >= 1, what);
    assertTrue(crop.x() + crop.width() <= width && crop.y() + crop.height() <= height, what);
  }

  private static void assertCentred(Crop crop, int width, int height, String what) {
    int right = width - crop.width() - crop.x();
    int below = height - crop.height() - crop.y();
    assertTrue(right - crop.x() == 0 || right - crop.x() == 1, what);
    assertTrue(below - crop.y() == 0 || below - crop.y() == 1, what);
  }
}
