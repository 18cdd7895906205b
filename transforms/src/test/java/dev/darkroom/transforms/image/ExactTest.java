package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.hash.Hashing;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.Resample;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import dev.darkroom.transforms.rejection.RejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Against TensorFlow for Python: make_exact.py. */
class ExactTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/images/exact.csv", numLinesToSkip = 1)
  void everyByteIsTensorFlows(String name, int width, int height, String sha256)
      throws RejectedException {
    assumeTrue(TensorFlowLibrary.loads());
    ImageSpec spec =
        ImageSpec.builder()
            .width(width)
            .height(height)
            .resample(Resample.BILINEAR)
            .exact(true)
            .build();
    byte[] made = EngineChoice.TENSORFLOW.open(spec).convert(Fixtures.bytes(name)).bytes();
    assertEquals(sha256, Hashing.sha256().hashBytes(made).toString());
  }
}
