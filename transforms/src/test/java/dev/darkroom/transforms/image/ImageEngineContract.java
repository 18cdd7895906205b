package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine does alike. */
abstract class ImageEngineContract {
  private static final int[] COLOURS = {0xCC2C2C, 0x28A03C, 0x364BC2, 0xDCBE3C};
  private static final int[] GREYS = {0x5C5C5C, 0x717171, 0x525252, 0xB8B8B8};
  private static final List<int[]> TARGETS =
      List.of(
          new int[] {48, 48},
          new int[] {48, 32},
          new int[] {32, 48},
          new int[] {80, 20},
          new int[] {20, 60},
          new int[] {97, 65},
          new int[] {150, 220});

  abstract EngineChoice choice();

  @BeforeEach
  void nativeLibraryIsThere() {
    assumeTrue(choice() != EngineChoice.TENSORFLOW || TensorFlowLibrary.loads());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline.jpg",
        "full-chroma.jpg",
        "progressive.jpg",
        "restarts.jpg",
        "rgb-colours.jpg",
        "profile.jpg",
        "grey-profile.jpg",
        "unmarked.jpg",
        "thumbnail.jpg",
        "large.jpg",
        "orientation-1.jpg",
        "orientation-2.jpg",
        "orientation-3.jpg",
        "orientation-4.jpg",
        "orientation-5.jpg",
        "orientation-6.jpg",
        "orientation-7.jpg",
        "orientation-8.jpg",
        "rgb.png",
        "palette.png",
        "interlaced.png",
        "deep-rgb.png",
        "profile.png"
      })
  void coloursStayInTheirQuadrants(String name) throws RejectedException {
    for (int[] target : TARGETS) {
      convert(name, spec(target[0], target[1])).assertQuadrants(9, COLOURS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey.jpg", "grey.png", "deep-grey.png"})
  void greyIsReplicated(String name) throws RejectedException {
    for (int[] target : TARGETS) {
      convert(name, spec(target[0], target[1])).assertQuadrants(9, GREYS);
    }
  }

  @Test
  void bilevelBecomesBlackAndWhite() throws RejectedException {
    convert("bilevel.png", spec(48, 32)).assertQuadrants(2, 0, 0xFFFFFF, 0, 0xFFFFFF);
  }

  @ParameterizedTest
  @CsvSource({
    "alpha.png,         0xFFFFFF, 0xCC2C2C, 0xC9E7CF, 0x364BC2, 0xF6EFCE",
    "alpha.png,         0x004080, 0xCC2C2C, 0x0B5870, 0x364BC2, 0x37606F",
    "grey-alpha.png,    0x004080, 0x5C5C5C, 0x1D4D7D, 0x525252, 0x2E5E8E",
    "keyed-rgb.png,     0x004080, 0xC86432, 0x004080, 0xC86432, 0x004080",
    "keyed-grey.png,    0x004080, 0x7C7C7C, 0x004080, 0x7C7C7C, 0x004080",
    "keyed-palette.png, 0x004080, 0xC86432, 0x004080, 0xC86432, 0x004080",
  })
  void transparencyShowsTheBackground(
      String name, String background, String a, String b, String c, String d)
      throws RejectedException {
    for (int[] target : TARGETS) {
      ImageSpec spec =
          ImageSpec.builder()
              .width(target[0])
              .height(target[1])
              .background(Integer.decode(background))
              .build();
      convert(name, spec)
          .assertQuadrants(
              9, Integer.decode(a), Integer.decode(b), Integer.decode(c), Integer.decode(d));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-pixel.jpg", "one-pixel.png"})
  void onePixelFillsTheTarget(String name) throws RejectedException {
    convert(name, spec(33, 17)).assertQuadrants(2, 0xB45A2D, 0xB45A2D, 0xB45A2D, 0xB45A2D);
  }

  @Test
  void enlargingIsSmooth() throws RejectedException {
    Picture picture = convert("three-by-two.png", spec(96, 64));
    // From the red corner to the green one, through the mixed pixel between them.
    int before = picture.sample(10, 5, 0);
    int between = picture.sample(31, 5, 0);
    int after = picture.sample(47, 5, 0);
    assertTrue(before > between + 20 && between > after + 20, before + " " + between + " " + after);
  }

  @ParameterizedTest
  @CsvSource({"192, 192", "1, 1", "31, 77", "640, 3", "901, 600"})
  void outputIsBaselineFullChromaOfTheExactSize(int width, int height) throws RejectedException {
    for (String name : List.of("large.jpg", "grey.jpg", "orientation-6.jpg", "alpha.png")) {
      EncodedImage encoded = engine(spec(width, height)).convert(Fixtures.bytes(name));
      JpegFacts facts = JpegFacts.of(encoded.bytes());
      // 16, the first number of T.81's luminance table, scaled by libjpeg's rule for quality 95.
      assertEquals(new JpegFacts(0xC0, width, height, List.of(0x11, 0x11, 0x11), 2), facts);
      assertEquals(ImageFormat.JPEG, encoded.format());
      assertEquals(width, encoded.width());
      assertEquals(height, encoded.height());
      assertEquals(width, Picture.of(encoded).width());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 255", "10, 80", "50, 16", "75, 8", "90, 3", "100, 1"})
  void qualityIsLibjpegs(int quality, int firstQuantum) throws RejectedException {
    ImageSpec spec = ImageSpec.builder().width(8).height(8).jpegQuality(quality).build();
    byte[] jpeg = engine(spec).convert(Fixtures.bytes("baseline.jpg")).bytes();
    assertEquals(firstQuantum, JpegFacts.of(jpeg).firstQuantum());
  }

  @Test
  void huffmanTablesAreMadeForTheImage() throws RejectedException {
    // The tables of T.81's annex K alone take 420 bytes.
    byte[] jpeg = engine(spec(8, 8)).convert(Fixtures.bytes("one-pixel.png")).bytes();
    assertTrue(jpeg.length < 420, () -> jpeg.length + " bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiny.jpg",
        "tiny-progressive.jpg",
        "tiny.png",
        "thumbnail.jpg",
        "restarts.jpg",
        "palette.png"
      })
  void truncatedAnywhereIsRejected(String name) {
    byte[] whole = Fixtures.bytes(name);
    int magic = name.endsWith("jpg") ? 3 : 8;
    for (int length = 0; length < whole.length; length++) {
      Reason expected =
          length == 0 ? Reason.EMPTY : length < magic ? Reason.NOT_AN_IMAGE : Reason.TRUNCATED;
      assertEquals(expected, rejection(Arrays.copyOf(whole, length)), name + " to " + length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny.jpg", "tiny-progressive.jpg", "tiny.png"})
  void whatFollowsTheEndIsIgnored(String name) throws RejectedException {
    byte[] whole = Fixtures.bytes(name);
    byte[] longer = Arrays.copyOf(whole, whole.length + 5000);
    Arrays.fill(longer, whole.length + 100, longer.length, (byte) 0x5A);
    ImageEngine engine = engine(spec(24, 16));
    assertArrayEquals(engine.convert(whole).bytes(), engine.convert(longer).bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "scene.avif, UNSUPPORTED_FORMAT, AVIF is not supported",
    "scene.jp2,  UNSUPPORTED_FORMAT, JPEG 2000 is not supported",
    "half-the-data.png, CORRUPT, broken PNG",
  })
  void unreadableFilesAreNamed(String name, Reason reason, String message) {
    byte[] source = Fixtures.bytes(name);
    RejectedException e =
        assertThrows(RejectedException.class, () -> engine(spec(24, 16)).convert(source));
    assertEquals(reason, e.reason());
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }

  @Test
  void pngChecksumsCount() {
    byte[] whole = Fixtures.bytes("tiny.png");
    int endOfHeader = 8 + 8 + 13 + 4;
    int endOfData = whole.length - 12;
    for (int end : new int[] {endOfHeader, endOfData, whole.length}) {
      byte[] damaged = whole.clone();
      damaged[end - 1] ^= 1;
      assertEquals(Reason.CORRUPT, rejection(damaged), "checksum before " + end);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline.jpg", "progressive.jpg", "rgb.png"})
  void declaredSizeIsCheckedFirst(String name) {
    byte[] bomb = Declared.size(Fixtures.bytes(name), 60_000, 60_000);
    assertEquals(Reason.TOO_MANY_PIXELS, rejection(bomb));
    byte[] header = Arrays.copyOf(bomb, Declared.endOfSize(bomb));
    assertEquals(Reason.TOO_MANY_PIXELS, rejection(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline.jpg", "orientation-6.jpg", "rgb.png"})
  void maxPixelsIsTheLargestAllowed(String name) throws RejectedException {
    ImageSpec.Builder spec = ImageSpec.builder().width(8).height(8);
    byte[] source = Fixtures.bytes(name);
    engine(spec.maxPixels(96 * 64).build()).convert(source);
    ImageEngine tighter = engine(spec.maxPixels(96 * 64 - 1).build());
    RejectedException e = assertThrows(RejectedException.class, () -> tighter.convert(source));
    assertEquals(Reason.TOO_MANY_PIXELS, e.reason());
  }

  /** No outcome but an image or a rejection, whatever happens to a file on its way. */
  @ParameterizedTest
  @ValueSource(strings = {"tiny.jpg", "tiny-progressive.jpg", "tiny.png", "thumbnail.jpg"})
  void damagedFilesNeverBreakTheEngine(String name) {
    Set<Reason> decoding =
        EnumSet.of(
            Reason.NOT_AN_IMAGE,
            Reason.UNSUPPORTED_FORMAT,
            Reason.TOO_MANY_PIXELS,
            Reason.TRUNCATED,
            Reason.CORRUPT);
    byte[] whole = Fixtures.bytes(name);
    ImageEngine engine = engine(spec(24, 16));
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) (1 << (i % 8));
      try {
        engine.convert(damaged);
      } catch (RejectedException e) {
        assertTrue(decoding.contains(e.reason()), e.reason()::toString);
      }
    }
  }

  @Test
  void manyThreadsGetTheSameBytes() throws Exception {
    List<String> names = List.of("large.jpg", "orientation-7.jpg", "alpha.png", "progressive.jpg");
    ImageEngine engine = engine(spec(50, 40));
    List<byte[]> expected = new ArrayList<>();
    for (String name : names) {
      expected.add(engine.convert(Fixtures.bytes(name)).bytes());
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> results = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        byte[] source = Fixtures.bytes(names.get(i % names.size()));
        results.add(threads.submit(() -> engine.convert(source).bytes()));
      }
      for (int i = 0; i < results.size(); i++) {
        assertArrayEquals(expected.get(i % names.size()), results.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private ImageEngine engine(ImageSpec spec) {
    return choice().open(spec);
  }

  private Picture convert(String name, ImageSpec spec) throws RejectedException {
    return Picture.of(engine(spec).convert(Fixtures.bytes(name)));
  }

  private Reason rejection(byte[] source) {
    ImageEngine engine = engine(spec(24, 16));
    return assertThrows(RejectedException.class, () -> engine.convert(source)).reason();
  }

  private static ImageSpec spec(int width, int height) {
    return ImageSpec.builder().width(width).height(height).build();
  }
}
