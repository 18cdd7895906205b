package dev.darkroom.benchmark.reading;

import javax.annotation.Nullable;

/** One image as a trial got it, with what it took. Kept until the clock stands still. */
final class ReadImage {
  /** The encoded image, or the record around it. */
  final byte[] bytes;

  /** Whether {@link #bytes} is a record that nothing has looked into. */
  final boolean isRecord;

  /** The image's name, where it is known and {@link #bytes} is the image. */
  @Nullable final String name;

  /** What the storage delivered for it. */
  final long storageBytes;

  final StageNanos nanos;

  private ReadImage(
      byte[] bytes, boolean isRecord, @Nullable String name, long storageBytes, StageNanos nanos) {
    this.bytes = bytes;
    this.isRecord = isRecord;
    this.name = name;
    this.storageBytes = storageBytes;
    this.nanos = nanos;
  }

  static ReadImage image(byte[] bytes, @Nullable String name, long storageBytes, StageNanos nanos) {
    return new ReadImage(bytes, false, name, storageBytes, nanos);
  }

  static ReadImage record(byte[] bytes, long storageBytes, StageNanos nanos) {
    return new ReadImage(bytes, true, null, storageBytes, nanos);
  }
}
