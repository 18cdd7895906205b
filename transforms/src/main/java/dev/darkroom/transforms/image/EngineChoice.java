package dev.darkroom.transforms.image;

import dev.darkroom.transforms.image.spec.ImageSpec;

/** The engines there are to choose from. */
public enum EngineChoice {
  /**
   * {@link #TENSORFLOW} where its native library loads, with {@link #IMGSCALR} for the formats it
   * cannot read; elsewhere {@link #IMGSCALR} alone.
   */
  AUTO,
  /** The fastest, on platforms with a TensorFlow native library. */
  TENSORFLOW,
  /** Plain Java, on every platform. */
  IMGSCALR;

  /**
   * The one engine of this process for this choice and spec. The first call makes it; later calls
   * find it. It lives as long as the process. A native library takes seconds to load: here if
   * TensorFlow is demanded, and otherwise once an image needs it. Safe for use by many threads at
   * once.
   *
   * @throws IllegalStateException if TensorFlow is demanded and its native library does not load
   */
  public ImageEngine open(ImageSpec spec) {
    return OpenEngines.get(this, spec);
  }
}
