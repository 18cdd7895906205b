package dev.darkroom.transforms.image.imgscalr;

/** Takes an image row by row, from top to bottom. */
interface RowSink {
  /**
   * Takes the next row.
   *
   * @param samples of one pixel after the other, red, green and blue where nothing else is said;
   *     only valid during the call
   */
  void row(byte[] samples);

  /** What came so far was a coarser version of the image; it comes anew from the top. */
  default void restart() {
    throw new AssertionError("nobody refines this image");
  }
}
