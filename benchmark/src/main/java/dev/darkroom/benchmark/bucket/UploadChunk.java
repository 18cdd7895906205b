package dev.darkroom.benchmark.bucket;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some bytes of a resumable upload, or the question how many have arrived. */
final class UploadChunk implements Call {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(?:(\\d{1,18})|\\*)");

  /** All chunks but the last are multiples of it. */
  private static final int UNIT = 256 << 10;

  private final UploadSession session;
  private final Optional<String> header;
  private final Optional<Long> total;
  private final long announced;
  private final long first;
  private long arrived;
  private long toSkip;

  /**
   * @throws ApiException if the header is not the API's, or the chunk has a size it may not have
   */
  UploadChunk(UploadSession session, ApiRequest request) throws ApiException {
    this.session = session;
    this.header = request.header("Content-Range");
    Matcher range = CONTENT_RANGE.matcher(header.orElse("bytes */*"));
    if (!range.matches()) {
      throw ApiException.invalid("Failed to parse Content-Range header: " + header.get());
    }
    this.total = Optional.ofNullable(range.group(3)).map(Long::valueOf);
    this.first = range.group(1) == null ? 0 : Long.parseLong(range.group(1));
    this.announced = range.group(1) == null ? 0 : Long.parseLong(range.group(2)) - first + 1;
    boolean last = total.filter(size -> size == first + announced).isPresent();
    if (announced < 0 || (announced % UNIT != 0 && !last)) {
      throw ApiException.invalid(
          "The number of bytes uploaded must be a multiple of 262144, except for the final"
              + " request: "
              + header.get());
    }
    this.toSkip = session.begin(this) - first;
  }

  @Override
  public void receive(ByteBuf bytes) throws IOException {
    arrived += bytes.readableBytes();
    if (toSkip < 0) {
      return; // Bytes before these are missing; the client is told which.
    }
    int known = (int) Math.min(toSkip, bytes.readableBytes());
    toSkip -= known;
    session.append(this, bytes.skipBytes(known));
  }

  @Override
  public ApiResponse finish() throws ApiException, IOException {
    if (header.isEmpty()) {
      return session.progress(Optional.of(arrived));
    }
    if (arrived != announced) {
      throw ApiException.invalid(
          String.format("%d bytes have arrived, for Content-Range: %s", arrived, header.get()));
    }
    return session.progress(total);
  }
}
