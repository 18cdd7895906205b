package dev.darkroom.transforms.image;

import dev.darkroom.transforms.rejection.RejectedException;

/** What an engine asks before it takes memory in proportion to an image. */
@FunctionalInterface
public interface MemoryAllowance {
  /** Grants everything at once. */
  MemoryAllowance UNLIMITED = bytes -> {};

  /**
   * Waits until the image at hand may take so much from now on. What it was granted before, it has
   * done with.
   *
   * @param bytes an upper estimate of all it takes at once, in the heap and in native memory,
   *     beside the source file and the finished one
   * @throws RejectedException if the image was given up meanwhile
   */
  void claim(long bytes) throws RejectedException;
}
