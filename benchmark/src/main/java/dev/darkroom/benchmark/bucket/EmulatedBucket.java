package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.conditions.Conditions;
import dev.darkroom.benchmark.bucket.conditions.Regime;
import dev.darkroom.benchmark.bucket.store.ObjectStore;
import dev.darkroom.benchmark.bucket.store.SourceFolder;
import dev.darkroom.benchmark.bucket.store.StoredBucket;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A bucket, or several, that speak the JSON API of Google Cloud Storage as far as Beam and its kin
 * use it, over plain HTTP and to everyone who can reach them. Thread-safe.
 *
 * <pre>{@code
 * try (EmulatedBucket bucket = EmulatedBucket.start(settings)) {
 *   options.setGcsEndpoint(bucket.endpoint());
 *   FileSystems.match(bucket.uri("**"));
 * }
 * }</pre>
 */
public final class EmulatedBucket implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;
  private static final int WORKERS = 4;
  private static final int BACKLOG = 1024;

  /** An object's name has at most 1,024 bytes, and each may take three in a URL. */
  private static final int MOST_LINE_BYTES = 16 << 10;

  private static final int MOST_HEADER_BYTES = 32 << 10;
  private static final int MOST_CHUNK_BYTES = 64 << 10;

  private final BucketSettings settings;
  private final ObjectStore store;
  private final long files;
  private final Counters counters = new Counters();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(WORKERS, new DefaultThreadFactory("bucket-worker", true));
  private final EventLoopGroup eventLoops =
      new NioEventLoopGroup(EVENT_LOOPS, new DefaultThreadFactory("bucket", true));
  private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Service service;
  private final int port;

  private EmulatedBucket(BucketSettings settings) throws IOException {
    this.settings = settings;
    this.store = new ObjectStore(settings.buckets(), settings.writes());
    this.service =
        new Service(
            new BucketApi(store, counters, settings.requesterPays()),
            counters,
            workers,
            new Regime(settings.conditions()));
    boolean started = false;
    try {
      this.files =
          settings.folder().isPresent()
              ? SourceFolder.register(settings.folder().get(), first())
              : 0;
      this.port = listen();
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  /**
   * Opens a bucket.
   *
   * @throws IOException if the folder cannot be listed, or the port is taken
   */
  public static EmulatedBucket start(BucketSettings settings) throws IOException {
    return new EmulatedBucket(settings);
  }

  private StoredBucket first() {
    return store.bucket(settings.buckets().get(0)).orElseThrow();
  }

  private int listen() {
    Channel listening =
        new ServerBootstrap()
            .group(eventLoops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    connect(channel);
                  }
                })
            .bind(settings.host(), settings.port())
            .syncUninterruptibly()
            .channel();
    channels.add(listening);
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  private void connect(SocketChannel channel) {
    channels.add(channel);
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(MOST_LINE_BYTES, MOST_HEADER_BYTES, MOST_CHUNK_BYTES),
            new HttpServerKeepAliveHandler(),
            new HttpServerExpectContinueHandler(),
            new HttpContentDecompressor(),
            new FlowControlHandler(),
            new ConnectionHandler(service));
  }

  /** What Beam's {@code --gcsEndpoint} wants. */
  public String endpoint() {
    String host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
    return "http://" + host + ":" + port + "/storage/v1/";
  }

  /** The {@code gs://} form of a name in the first bucket, or of a pattern. */
  public String uri(String name) {
    return "gs://" + first().name() + "/" + name;
  }

  /** How many objects the folder has given to the first bucket. */
  public long files() {
    return files;
  }

  /** What has been asked for so far. */
  public RequestCounts counts() {
    return counters.snapshot();
  }

  /** Puts other conditions in force, for requests that begin from now on. */
  public void setConditions(Conditions conditions) {
    service.setRegime(new Regime(conditions));
  }

  /**
   * Ends all connections and forgets what was written.
   *
   * @throws IllegalStateException if a request failed by the bucket's own fault
   */
  @Override
  public void close() throws IOException {
    channels.close().awaitUninterruptibly();
    eventLoops.shutdownGracefully(0, 10, TimeUnit.SECONDS).awaitUninterruptibly();
    workers.shutdownNow();
    store.close();
    if (service.failure().isPresent()) {
      throw new IllegalStateException("the bucket failed", service.failure().get());
    }
  }
}
