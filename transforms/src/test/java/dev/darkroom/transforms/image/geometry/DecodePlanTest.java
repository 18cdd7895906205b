package dev.darkroom.transforms.image.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.transforms.image.source.Orientation;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.source.Sources;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.RejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodePlanTest {
  @ParameterizedTest
  @CsvSource({
    // Square targets cut the longer side; the odd pixel goes right or below.
    "500, 375, 192, 192, 62, 0, 375, 375",
    "375, 500, 192, 192, 0, 62, 375, 375",
    "96, 64, 60, 20, 0, 16, 96, 32",
    "96, 64, 20, 60, 37, 0, 21, 64",
    "96, 64, 48, 32, 0, 0, 96, 64",
    "3, 2, 96, 64, 0, 0, 3, 2",
    "1, 1, 300, 1, 0, 0, 1, 1",
    "1000, 1, 1, 1000, 499, 0, 1, 1",
    "65500, 65500, 65500, 1, 0, 32749, 65500, 1",
  })
  void keepsTheLargestCentredPart(
      int width, int height, int targetWidth, int targetHeight, int x, int y, int w, int h) {
    assertEquals(Crop.of(x, y, w, h), Crop.cover(width, height, targetWidth, targetHeight));
  }

  @ParameterizedTest
  @CsvSource({"191, 191, ENLARGE", "192, 192, SAME", "193, 200, SHRINK", "191, 5000, ENLARGE"})
  void tellsWhatIsLeftToDo(int width, int height, Scaling scaling) throws RejectedException {
    SourceImage source = Sources.jpeg(width, height, Orientation.TOP_LEFT);
    Layout layout = Layout.of(width, height, spec(192, 192));
    assertEquals(scaling, DecodePlan.of(source, layout).scaling());
  }

  @ParameterizedTest
  @CsvSource({
    // 9x4 stored, a 2x2 target: the part lies left of the middle where the shown image has it left.
    "TOP_LEFT, 2, 0", "TOP_RIGHT, 3, 0", "BOTTOM_RIGHT, 3, 0", "BOTTOM_LEFT, 2, 0",
    "LEFT_TOP, 2, 0", "RIGHT_TOP, 2, 0", "RIGHT_BOTTOM, 3, 0", "LEFT_BOTTOM, 3, 0"
  })
  void centresTheShownImage(Orientation orientation, int x, int y) throws RejectedException {
    SourceImage source = Sources.jpeg(9, 4, orientation);
    Layout layout = Layout.of(source.shownWidth(), source.shownHeight(), spec(2, 2));
    Crop expected = Crop.of(x, y, 4, 4);
    assertEquals(expected, DecodePlan.of(source, layout).window());
  }

  private static ImageSpec spec(int width, int height) {
    return ImageSpec.builder().width(width).height(height).build();
  }
}
