package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.store.Content;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends a response, or the begin of it, at the connection's pace. */
final class ResponseWriter {
  private static final HttpResponseStatus RESUME_INCOMPLETE =
      new HttpResponseStatus(308, "Resume Incomplete");

  private final Connection connection;
  private final Channel channel;
  private final ApiResponse response;
  private final Content.Reading reading;
  private final Counters counters;
  private final long end;
  private final Runnable afterwards;
  private long at;

  /**
   * @param bytes how many bytes of the body to send
   * @param afterwards what to do when they are sent, or cannot be
   */
  ResponseWriter(
      Connection connection,
      ApiResponse response,
      long bytes,
      Counters counters,
      Runnable afterwards) {
    this.connection = connection;
    this.channel = connection.channel();
    this.response = response;
    this.reading = response.reading();
    this.at = response.from();
    this.end = at + bytes;
    this.counters = counters;
    this.afterwards = afterwards;
  }

  /** Begins to send. */
  void start() {
    connection.beginSending();
    channel.write(head()).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    next();
  }

  private HttpResponse head() {
    HttpResponseStatus status =
        response.status() == 308
            ? RESUME_INCOMPLETE
            : HttpResponseStatus.valueOf(response.status());
    HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
    response.headers().forEach((name, value) -> head.headers().set(name, value));
    head.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.length());
    return head;
  }

  private void next() {
    if (at == end) {
      boolean complete = end == response.from() + response.length();
      channel
          .writeAndFlush(complete ? LastHttpContent.EMPTY_LAST_CONTENT : Unpooled.EMPTY_BUFFER)
          .addListener(written -> finish(written.isSuccess()));
      return;
    }
    Object piece = reading.piece(at, (int) Math.min(end - at, connection.regime().pieceBytes()));
    long bytes =
        piece instanceof FileRegion
            ? ((FileRegion) piece).count()
            : ((ByteBuf) piece).readableBytes();
    connection.afterSending(bytes, () -> send(piece, bytes));
  }

  private void send(Object piece, long bytes) {
    at += bytes;
    counters.sent(bytes);
    if (at == end) {
      channel.write(piece).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
      next();
      return;
    }
    channel
        .writeAndFlush(piece)
        .addListener(
            written -> {
              if (written.isSuccess()) {
                next();
              } else {
                finish(false);
              }
            });
  }

  private void finish(boolean sound) {
    try {
      reading.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connection.endSending();
    if (!sound) {
      connection.close();
    }
    afterwards.run();
  }
}
