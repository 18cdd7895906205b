package dev.darkroom.transforms.image.tensorflow;

import java.util.Optional;
import org.tensorflow.TensorFlow;

/** Whether TensorFlow's native library can be had in this process; tried once. */
public final class TensorFlowLibrary {
  private static final Optional<String> FAILURE = load();

  private TensorFlowLibrary() {}

  /** Whether it loads. */
  public static boolean loads() {
    return FAILURE.isEmpty();
  }

  /**
   * Makes sure that it loads.
   *
   * @throws IllegalStateException if it does not, with the reason and a way out
   */
  public static void require() {
    if (FAILURE.isPresent()) {
      throw new IllegalStateException(
          String.format(
              "TensorFlow's native library does not load on %s %s: %s."
                  + " Add org.tensorflow:tensorflow-core-native with this platform's classifier,"
                  + " or choose the imgscalr engine.",
              System.getProperty("os.name"), System.getProperty("os.arch"), FAILURE.get()));
    }
  }

  private static Optional<String> load() {
    try {
      TensorFlow.version();
      return Optional.empty();
    } catch (LinkageError e) {
      return Optional.of(e.toString());
    }
  }
}
