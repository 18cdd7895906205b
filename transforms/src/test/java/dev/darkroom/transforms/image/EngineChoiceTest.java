package dev.darkroom.transforms.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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

  @Test
  void withoutTheNativeLibraryOnlyTheJvmEngineOpens() throws Exception {
    String output =
        run(
            entry -> !entry.matches(".*tensorflow-core-native-.*-(linux|macosx|windows)-.*"),
            WithoutLibrary.class);
    assertTrue(output.contains("AUTO is imgscalr"), output);
    assertTrue(output.contains("TensorFlow's native library does not load on"), output);
  }

  @Test
  void theNativeLibraryIsLoadedOnceAnImageNeedsItAndNotInItsTime() throws Exception {
    String output = run(entry -> true, Converting.class, "-Xlog:library=info");
    int preparing = output.indexOf("a PNG is to be decoded");
    int prepared = output.indexOf("it is decoded");
    assertTrue(0 < preparing && preparing < prepared, output);
    assertFalse(output.substring(0, preparing).contains("libjnitensorflow"), output);
    assertTrue(output.substring(preparing, prepared).contains("libjnitensorflow"), output);
    assertFalse(output.substring(prepared).contains("libjnitensorflow"), output);
  }

  /** What a process of its own prints, on those entries of the class path. */
  private static String run(Predicate<String> entries, Class<?> main, String... flags)
      throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entries)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", classPath, main.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  static final class WithoutLibrary {
    private WithoutLibrary() {}

    public static void main(String[] args) {
      System.out.println("AUTO is " + EngineChoice.AUTO.open(spec(8)).name());
      try {
        EngineChoice.TENSORFLOW.open(spec(8));
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  static final class Converting {
    private Converting() {}

    public static void main(String[] args) throws RejectedException {
      ImageEngine engine = EngineChoice.AUTO.open(spec(8));
      engine.convert(Fixtures.bytes("baseline.jpg"));
      engine.convert(Fixtures.bytes("rgb.png"), new Announcing());
    }
  }

  private static final class Announcing implements Allowance {
    @Override
    public void claim(long bytes) {}

    @Override
    public void prepare(Runnable once) {
      System.out.println("a PNG is to be decoded");
      once.run();
      System.out.println("it is decoded");
    }
  }

  private static ImageSpec spec(int side) {
    return ImageSpec.builder().width(side).height(side).build();
  }
}
