package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.spec.ImageSpec;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineChoiceTest {
  @ParameterizedTest
  @EnumSource(names = {"AUTO", "IMGSCALR"})
  void engineIsOnePerSpec(EngineChoice choice) {
    assertSame(choice.open(spec(40)), choice.open(spec(40)));
    assertNotSame(choice.open(spec(40)), choice.open(spec(41)));
  }

  /** Runs {@link #main} without the jars that hold native code. */
  @Test
  void withoutTheNativeLibraryOnlyTheJvmEngineOpens() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry -> !entry.matches(".*tensorflow-core-native-.*-(linux|macosx|windows)-.*"))
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-cp", classPath, EngineChoiceTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertTrue(output.contains("AUTO is imgscalr"), output);
    assertTrue(output.contains("TensorFlow's native library does not load on"), output);
  }

  public static void main(String[] args) {
    System.out.println("AUTO is " + EngineChoice.AUTO.open(spec(8)).name());
    try {
      EngineChoice.TENSORFLOW.open(spec(8));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  private static ImageSpec spec(int side) {
    return ImageSpec.builder().width(side).height(side).build();
  }
}
