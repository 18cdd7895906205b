package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.conditions.Pace;
import dev.darkroom.benchmark.bucket.conditions.Regime;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A client's connection, at its bandwidth. Used by its event loop's thread alone. */
final class Connection {
  private final Channel channel;
  private final Service service;
  private Regime regime;
  private Pace sending;
  private Pace receiving;

  Connection(Channel channel, Service service) {
    this.channel = channel;
    this.service = service;
    nextRequest();
  }

  /** What is in force now holds until the next request. */
  void nextRequest() {
    Regime inForce = service.regime();
    if (!inForce.equals(regime)) {
      regime = inForce;
      sending = inForce.newConnection();
      receiving = inForce.newConnection();
    }
  }

  Regime regime() {
    return regime;
  }

  Channel channel() {
    return channel;
  }

  void beginReceiving() {
    begin(receiving, regime.receiving());
  }

  void endReceiving() {
    receiving.end();
    regime.receiving().end();
  }

  /** Does something when so many more bytes have been received. */
  void afterReceiving(long bytes, Runnable then) {
    after(receiving, regime.receiving(), bytes, then);
  }

  void beginSending() {
    begin(sending, regime.sending());
  }

  void endSending() {
    sending.end();
    regime.sending().end();
  }

  /** Does something when so many more bytes may have been sent. */
  void afterSending(long bytes, Runnable then) {
    after(sending, regime.sending(), bytes, then);
  }

  private static void begin(Pace own, Pace all) {
    long now = System.nanoTime();
    own.begin(now);
    all.begin(now);
  }

  /** The common bandwidth is claimed when the connection's own allows it, lest it lie idle. */
  private void after(Pace own, Pace all, long bytes, Runnable then) {
    at(
        own.reserve(bytes, System.nanoTime()),
        () -> at(all.reserve(bytes, System.nanoTime()), then));
  }

  /** Does something at an instant of {@link System#nanoTime}, at once if that is past. */
  void at(long instant, Runnable action) {
    long wait = instant - System.nanoTime();
    if (wait <= 0) {
      run(action);
    } else {
      channel.flush();
      Future<?> unused =
          channel.eventLoop().schedule(() -> run(action), wait, TimeUnit.NANOSECONDS);
    }
  }

  private void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      service.failed(e);
      close();
    }
  }

  /** Ends the connection so that the client sees an error at once. */
  void reset() {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    close();
  }

  void close() {
    channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
  }
}
