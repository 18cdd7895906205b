package dev.darkroom.benchmark.bucket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of an object are asked for. Immutable. */
final class ByteRange {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})?-(\\d{1,18})?");

  private final long from;
  private final long length;
  private final boolean partial;

  private ByteRange(long from, long length, boolean partial) {
    this.from = from;
    this.length = length;
    this.partial = partial;
  }

  /**
   * Reads a header; one that is no range, or several, asks for everything.
   *
   * @param header {@code bytes=5-9}, {@code bytes=5-} or {@code bytes=-5}
   * @throws ApiException if the object has none of these bytes
   */
  static ByteRange of(String header, long size) throws ApiException {
    Matcher range = RANGE.matcher(header);
    if (!range.matches() || (range.group(1) == null && range.group(2) == null)) {
      return new ByteRange(0, size, false);
    }
    long first;
    long last = size - 1;
    if (range.group(1) == null) {
      first = Math.max(0, size - Long.parseLong(range.group(2)));
    } else {
      first = Long.parseLong(range.group(1));
      if (range.group(2) != null) {
        long end = Long.parseLong(range.group(2));
        if (end < first) {
          return new ByteRange(0, size, false);
        }
        last = Math.min(last, end);
      }
    }
    if (first > last) {
      throw new ApiException(
          416, "requestedRangeNotSatisfiable", "Request range not satisfiable: " + header);
    }
    return new ByteRange(first, last - first + 1, true);
  }

  long from() {
    return from;
  }

  long length() {
    return length;
  }

  /** Whether it was asked for as a range. */
  boolean isPartial() {
    return partial;
  }

  /** The value of the header Content-Range. */
  String in(long size) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
