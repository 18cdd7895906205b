package dev.darkroom.transforms.image.jpeg.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.transforms.image.pixels.Pixels;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.EncodeJpeg;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/** Files are those of TensorFlow's encode_jpeg, byte for byte. */
class JpegEncoderTest {
  private final Random random = new Random(7);

  @ParameterizedTest
  @CsvSource({
    "1, false", "1, true",
    "25, false", "25, true",
    "49, false", "50, true",
    "75, false", "75, true",
    "95, false", "95, true",
    "100, false", "100, true",
  })
  void everySizeAndContent(int quality, boolean halved) {
    try (Reference reference = new Reference(quality, halved)) {
      for (int side = 1; side <= 48; side++) {
        for (Content content : Content.values()) {
          reference.check(content.draw(side, 1 + random.nextInt(48), random));
          reference.check(content.draw(1 + random.nextInt(48), side, random));
        }
      }
    }
  }

  /** So many symbols, so uneven, that the best codes are too long. */
  @ParameterizedTest
  @CsvSource({"60, false", "95, true"})
  void largeImages(int quality, boolean halved) {
    try (Reference reference = new Reference(quality, halved)) {
      for (Content content : Content.values()) {
        reference.check(content.draw(1021, 517, random));
      }
    }
  }

  private enum Content {
    NOISE {
      @Override
      int sample(int x, int y, int band, Random random) {
        return random.nextInt(256);
      }
    },
    EXTREMES {
      @Override
      int sample(int x, int y, int band, Random random) {
        return random.nextInt(2) * 255;
      }
    },
    SLOPES {
      @Override
      int sample(int x, int y, int band, Random random) {
        return 3 * x + 2 * y + 40 * band;
      }
    },
    TEXTURE {
      @Override
      int sample(int x, int y, int band, Random random) {
        double waves = 60 * Math.sin(x / 5.0 + band) + 50 * Math.cos(y / 3.0);
        return (int) (128 + waves) + random.nextInt(9);
      }
    },
    MOSTLY_FLAT {
      @Override
      int sample(int x, int y, int band, Random random) {
        return x * y % 997 == 0 ? random.nextInt(256) : 90;
      }
    };

    abstract int sample(int x, int y, int band, Random random);

    Pixels draw(int width, int height, Random random) {
      byte[] rgb = new byte[Pixels.BANDS * width * height];
      for (int i = 0; i < rgb.length; i++) {
        int pixel = i / Pixels.BANDS;
        rgb[i] = (byte) sample(pixel % width, pixel / width, i % Pixels.BANDS, random);
      }
      return Pixels.of(width, height, rgb);
    }
  }

  /** An encoder, and TensorFlow with the same options. */
  private static final class Reference implements AutoCloseable {
    private final JpegEncoder encoder;
    private final Graph graph = new Graph();
    private final Placeholder<TUint8> pixels;
    private final EncodeJpeg encoded;
    private final Session session;

    Reference(int quality, boolean halved) {
      encoder = new JpegEncoder(quality, halved);
      Ops tf = Ops.create(graph);
      pixels = tf.placeholder(TUint8.class, Placeholder.shape(Shape.of(-1, -1, Pixels.BANDS)));
      encoded =
          tf.image.encodeJpeg(
              pixels,
              EncodeJpeg.quality((long) quality).chromaDownsampling(halved).optimizeSize(true));
      session = new Session(graph);
    }

    void check(Pixels image) {
      Shape shape = Shape.of(image.height(), image.width(), Pixels.BANDS);
      try (TUint8 fed = TUint8.tensorOf(shape, DataBuffers.of(image.rgb()));
          Result result = session.runner().feed(pixels, fed).fetch(encoded).run()) {
        byte[] expected = ((TString) result.get(0)).asBytes().getObject();
        byte[] actual = encoder.encode(image);
        assertEquals(expected.length, actual.length, image.width() + "x" + image.height());
        assertArrayEquals(expected, actual, image.width() + "x" + image.height());
      }
    }

    @Override
    public void close() {
      session.close();
      graph.close();
    }
  }
}
