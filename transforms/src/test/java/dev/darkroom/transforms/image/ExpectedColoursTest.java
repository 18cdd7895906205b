package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.spec.ColourProfiles;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.rejection.RejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pixel, beside what Pillow makes of the file. */
class ExpectedColoursTest {
  private static final ImageSpec.Builder SPEC =
      ImageSpec.builder().width(1).height(1).fit(Fit.NONE).outputFormat(OutputFormat.PNG);

  @ParameterizedTest
  @CsvSource({
    "cmyk.tif, 0, 0",
    "cmyk-adobe.jpg, 0, 0",
    "ycck-adobe.jpg, 1, 1",
    "411.jpg, 0, 0",
    // Each bit of the last bytes stands for many pixels.
    "quality-0.webp, 0, 0",
    "hilly.webp, 0, 0",
    "rough.webp, 0, 0",
    // Its palette leaves out the transparent colour.
    "cut.webp, 0, 0",
    // Thousands of times as large as their files.
    "blank.webp, 0, 0",
    "blank.tif, 0, 0",
    // Pillow cuts 5 bits, others scale them.
    "16.bmp, 4, 8",
    "16-bitfields.bmp, 4, 8",
    "lossy.webp, 0, 0",
    "lossy-0.webp, 0, 0",
    "lossy-30.webp, 0, 0",
    "lossy-75.webp, 0, 0",
    "lossy-100.webp, 0, 0",
    "lossy-rough.webp, 0, 0",
    // Whose last column of blocks looks to the right.
    "lossy-narrow.webp, 0, 0",
    "lossy-pixel.webp, 0, 0",
    "lossy-strong.webp, 0, 0",
    "lossy-simple.webp, 0, 0",
    "lossy-partitions.webp, 0, 0",
    "lossy-noise-normal.webp, 0, 0",
    "lossy-noise-simple.webp, 0, 0",
    "lossy-noise-skipped.webp, 0, 0",
    // Whose coefficients begin outside of the code's interval.
    "lossy-noise-outside.webp, 0, 0",
    // On white, which is rounded in another way.
    "lossy-alpha.webp, 1, 1",
    "raw-alpha.webp, 1, 1",
  })
  void areThoseOfTheSamples(String name, double mean, int most) throws RejectedException {
    convert(name, ColourProfiles.IGNORE).assertClose(expected(name), mean, most);
  }

  @ParameterizedTest
  @CsvSource({
    "wide.jpg, 2",
    "wide.png, 2",
    "wide.webp, 2",
    "wide.tif, 2",
    "linear-grey.jpg, 2",
    "cmyk-profile.jpg, 2",
    "cmyk-profile.tif, 2"
  })
  void areConvertedByTheProfile(String name, int tolerance) throws RejectedException {
    convert(name, ColourProfiles.CONVERT)
        .assertClose(expected("converted-" + name), tolerance, tolerance);
  }

  private static Picture convert(String name, ColourProfiles profiles) throws RejectedException {
    EncodedImage made =
        EngineChoice.IMGSCALR
            .open(SPEC.colourProfiles(profiles).build())
            .convert(Fixtures.bytes("formats/" + name));
    assertEquals(ImageFormat.PNG, made.format());
    return Picture.of(made);
  }

  private static Picture expected(String name) {
    return Picture.of(
        EncodedImage.untouched(
            Fixtures.bytes("formats/expected/" + name + ".png"), ImageFormat.PNG, 1, 1));
  }
}
