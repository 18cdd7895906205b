package dev.darkroom.benchmark.reading;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Depth;

/** How far images are to be taken. Immutable. */
@AutoValue
public abstract class ImageTarget {
  abstract Depth depth();

  abstract int width();

  abstract int height();

  /**
   * To a depth.
   *
   * @param width of the resized image, in pixels
   * @param height of the resized image, in pixels
   */
  public static ImageTarget of(Depth depth, int width, int height) {
    return new AutoValue_ImageTarget(depth, width, height);
  }

  /** Makes sure that what it takes is loaded, which may take seconds the first time. */
  public void open() {
    work();
  }

  ImageWork work() {
    return new ImageWork(depth(), width(), height());
  }
}
