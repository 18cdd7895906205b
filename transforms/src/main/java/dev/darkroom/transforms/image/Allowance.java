package dev.darkroom.transforms.image;

import dev.darkroom.transforms.rejection.RejectedException;

/**
 * What an engine asks before it takes much memory for an image, or time that is not the image's.
 */
@FunctionalInterface
public interface Allowance {
  /** Grants everything at once. */
  Allowance UNLIMITED = bytes -> {};

  /**
   * Waits until the image at hand may take so much from now on. What it was granted before, it has
   * done with.
   *
   * @param bytes an upper estimate of all it takes at once, in the heap and in native memory,
   *     beside the source file and the finished one
   * @throws RejectedException if the image was given up meanwhile
   */
  void claim(long bytes) throws RejectedException;

  /**
   * Does what a process does once, and which is not to be counted as the image's time.
   *
   * @throws RejectedException if the image was given up meanwhile
   */
  default void prepare(Runnable once) throws RejectedException {
    once.run();
  }
}
