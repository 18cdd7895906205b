package dev.darkroom.transforms.rejection;

/** The closed set of reasons for a rejection, each belonging to one {@link Stage}. */
public enum Reason {
  /** The file lies in no folder below the input that could name its class. */
  NO_LABEL(Stage.DESCRIBE),
  /** The label is not among those given by {@code --labels}. */
  UNKNOWN_LABEL(Stage.DESCRIBE),

  /** The name is an image's, the thing is a directory. */
  DIRECTORY(Stage.READ),
  /** Listed, but gone when it was to be read. */
  VANISHED(Stage.READ),
  /** The storage refused or failed to hand the bytes over. */
  UNREADABLE(Stage.READ),
  /** More bytes than {@code --maxFileBytes}. */
  TOO_MANY_BYTES(Stage.READ),

  /** Zero bytes. */
  EMPTY(Stage.DECODE),
  /** The bytes begin like no image format. */
  NOT_AN_IMAGE(Stage.DECODE),
  /** A known format that the engine cannot read; the message names it. */
  UNSUPPORTED_FORMAT(Stage.DECODE),
  /** The header declares more pixels than {@code --maxPixels}. */
  TOO_MANY_PIXELS(Stage.DECODE),
  /** A side shorter than {@code --minSize}. */
  TOO_SMALL(Stage.DECODE),
  /** A longer side of more than {@code --maxAspect} times the shorter one. */
  TOO_LONG(Stage.DECODE),
  /** A sound beginning, and then the data ends too early. */
  TRUNCATED(Stage.DECODE),
  /** The conversion took longer than {@code --maxImageSeconds}. */
  TOO_SLOW(Stage.DECODE),
  /** The format is known and complete, but the decoder cannot make sense of it. */
  CORRUPT(Stage.DECODE);

  private final Stage stage;

  Reason(Stage stage) {
    this.stage = stage;
  }

  /** The stage at which this reason arises. */
  public Stage stage() {
    return stage;
  }
}
