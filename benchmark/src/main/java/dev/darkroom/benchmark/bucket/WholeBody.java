package dev.darkroom.benchmark.bucket;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A request with a small body, answered when all of it is here. */
final class WholeBody implements Call {
  /** Does what is asked for. */
  @FunctionalInterface
  interface Answer {
    ApiResponse to(byte[] body) throws ApiException, IOException;
  }

  /** A batch of a hundred requests takes a tenth of it. */
  private static final int MOST_BYTES = 1 << 20;

  private final Answer answer;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  WholeBody(Answer answer) {
    this.answer = answer;
  }

  @Override
  public void receive(ByteBuf bytes) throws ApiException, IOException {
    if (body.size() + bytes.readableBytes() > MOST_BYTES) {
      throw new ApiException(413, "uploadTooLarge", "Request of more than 1 MiB");
    }
    bytes.readBytes(body, bytes.readableBytes());
  }

  @Override
  public ApiResponse finish() throws ApiException, IOException {
    return answer.to(body.toByteArray());
  }
}
