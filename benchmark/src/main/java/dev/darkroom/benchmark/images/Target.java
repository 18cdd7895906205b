package dev.darkroom.benchmark.images;

/** How much faster than a yardstick an engine is meant to be, in processor time. */
enum Target {
  FLOOR(PhotoSet.IMAGENET, Contestant.TENSORFLOW_ENGINE, Contestant.LIBJPEG_FLOOR, 0.85),
  SEED(PhotoSet.IMAGENET, Contestant.TENSORFLOW_ENGINE, Contestant.SEED_SEQUENCE, 1.15),
  JAVA(PhotoSet.IMAGENET, Contestant.IMGSCALR_ENGINE, Contestant.PLAIN_JAVA, 1.25),
  JAVA_UNPROFILED(PhotoSet.UNPROFILED, Contestant.IMGSCALR_ENGINE, Contestant.PLAIN_JAVA, 1.25),
  CAMERA(PhotoSet.CAMERA_24, Contestant.TENSORFLOW_ENGINE, Contestant.SEED_SEQUENCE, 4);

  private final PhotoSet set;
  private final Contestant engine;
  private final Contestant yardstick;
  private final double ratio;

  Target(PhotoSet set, Contestant engine, Contestant yardstick, double ratio) {
    this.set = set;
    this.engine = engine;
    this.yardstick = yardstick;
    this.ratio = ratio;
  }

  PhotoSet set() {
    return set;
  }

  Contestant engine() {
    return engine;
  }

  Contestant yardstick() {
    return yardstick;
  }

  /** At least so many images of the engine's for one of the yardstick's. */
  double ratio() {
    return ratio;
  }
}
