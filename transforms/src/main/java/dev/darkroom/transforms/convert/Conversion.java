package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.rejection.RejectedException;
import javax.annotation.Nullable;

/** What became of one file: a record, or a rejection. */
public final class Conversion {
  private final ImageRef ref;
  private final int sourceBytes;
  @Nullable private final String format;
  @Nullable private final MadeRecord record;
  @Nullable private final RejectedException rejection;

  private Conversion(
      ImageRef ref,
      int sourceBytes,
      @Nullable String format,
      @Nullable MadeRecord record,
      @Nullable RejectedException rejection) {
    this.ref = ref;
    this.sourceBytes = sourceBytes;
    this.format = format;
    this.record = record;
    this.rejection = rejection;
  }

  static Conversion made(ImageRef ref, byte[] source, MadeRecord record) {
    return new Conversion(ref, source.length, null, record, null);
  }

  /**
   * @param source the file's bytes, if they were read
   */
  static Conversion rejected(ImageRef ref, @Nullable byte[] source, RejectedException rejection) {
    if (source == null) {
      return new Conversion(ref, 0, null, null, rejection);
    }
    String format = ImageFormat.sniff(source).map(ImageFormat::displayName).orElse(null);
    return new Conversion(ref, source.length, format, null, rejection);
  }

  /** Which file. */
  public ImageRef ref() {
    return ref;
  }

  /**
   * The record made of it.
   *
   * @throws RejectedException if none could be made
   */
  public MadeRecord record() throws RejectedException {
    if (rejection != null) {
      throw rejection;
    }
    return record;
  }

  /** Of a rejected file, the format its bytes speak of, if they were read and say anything. */
  @Nullable
  public String format() {
    return format;
  }

  /** The size of the file as read; 0 if it was not. */
  public int sourceBytes() {
    return sourceBytes;
  }
}
