package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.spec.ChromaSubsampling;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.image.spec.Resample;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImgscalrEngineTest extends ImageEngineContract {
  @Override
  EngineChoice choice() {
    return EngineChoice.IMGSCALR;
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, false, 0xC0, 0x11",
    "HALVED, false, 0xC0, 0x22",
    "NONE, true, 0xC2, 0x11",
    "HALVED, true, 0xC2, 0x22"
  })
  void jpegIsWrittenAsAskedFor(
      ChromaSubsampling chroma, boolean progressive, String frame, String luminance)
      throws RejectedException {
    ImageSpec spec = spec(40, 30).chromaSubsampling(chroma).progressive(progressive).build();
    byte[] jpeg = choice().open(spec).convert(Fixtures.bytes("large.jpg")).bytes();
    assertEquals(
        new JpegFacts(
            Integer.decode(frame), 40, 30, List.of(Integer.decode(luminance), 0x11, 0x11), 2),
        JpegFacts.of(jpeg));
  }

  @Test
  void pngIsWrittenWithoutLoss() throws RejectedException {
    ImageSpec spec = spec(24, 16).fit(Fit.NONE).outputFormat(OutputFormat.PNG).build();
    EncodedImage png = choice().open(spec).convert(Fixtures.bytes("formats/lzw.tif"));
    assertEquals(ImageFormat.PNG, png.format());
    Picture.of(png).assertClose(Picture.of(choice().open(spec).convert(png.bytes())), 0, 0);
    assertArrayEquals(
        png.bytes(), choice().open(spec).convert(Fixtures.bytes("formats/plain.tif")).bytes());
  }

  @Test
  void containedPicturesLieOnTheBackground() throws RejectedException {
    ImageSpec spec =
        spec(60, 20).fit(Fit.CONTAIN).background(0x004080).outputFormat(OutputFormat.PNG).build();
    Picture picture = Picture.of(choice().open(spec).convert(Fixtures.bytes("rgb.png")));
    assertArrayEquals(new double[] {0, 0x40, 0x80}, picture.mean(0, 0, 15, 20));
    assertArrayEquals(new double[] {0, 0x40, 0x80}, picture.mean(45, 0, 15, 20));
    assertTrue(picture.sample(15, 1, 0) > 150, "the red corner");
  }

  /** A decoder that refines its image starts over; what came before must leave no trace. */
  @ParameterizedTest
  @CsvSource({"AREA, COVER", "BILINEAR, COVER", "AREA, STRETCH", "AREA, NONE"})
  void progressiveSourcesLookLikeOthers(Resample resample, Fit fit) throws RejectedException {
    ImageSpec spec =
        spec(50, 100).resample(resample).fit(fit).outputFormat(OutputFormat.PNG).build();
    ImageEngine engine = choice().open(spec);
    Picture progressive = Picture.of(engine.convert(Fixtures.bytes("progressive.jpg")));
    progressive.assertClose(Picture.of(engine.convert(Fixtures.bytes("baseline.jpg"))), 0, 0);
  }

  private static ImageSpec.Builder spec(int width, int height) {
    return ImageSpec.builder().width(width).height(height);
  }
}
