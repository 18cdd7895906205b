package dev.darkroom.transforms.image.jpeg;

import dev.darkroom.transforms.rejection.RejectedException;

/** Passes the codes of one block after the other. */
interface BlockWalk {
  /**
   * Passes units of a row, each with all blocks it has of each component. May stop early once the
   * bits are {@link CodedBits#isOver over}.
   *
   * @throws RejectedException if the bits begin like no code
   */
  void pass(CodedBits bits, int row, int from, int to) throws RejectedException;

  /** A restart marker was passed. */
  void restart();
}
