package dev.darkroom.benchmark.bucket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.Optional;

/** One connection's requests, one after the other. Reads on only when it can take more. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {
  private final Service service;
  private Connection connection;
  private Optional<Exchange> exchange = Optional.empty();

  ConnectionHandler(Service service) {
    this.service = service;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    connection = new Connection(ctx.channel(), service);
    ctx.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (!((HttpObject) message).decoderResult().isSuccess()) {
        connection.close(); // What is no HTTP gets no answer.
        return;
      }
      if (message instanceof HttpRequest) {
        connection.nextRequest();
        exchange = Optional.of(new Exchange(service, connection, (HttpRequest) message, ctx::read));
        ctx.read();
      } else {
        Exchange current = exchange.orElseThrow();
        current.receive(
            ((HttpContent) message).content(),
            message instanceof LastHttpContent ? current::answer : ctx::read);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    exchange.ifPresent(Exchange::abandon);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException || cause instanceof DecoderException)) {
      service.failed(cause);
    }
    connection.close();
  }
}
