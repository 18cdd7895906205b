package dev.darkroom.benchmark.bucket;

import static java.util.stream.Collectors.joining;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * Opens a bucket until the process is told to end, and then prints what it was asked for.
 *
 * <pre>{@code
 * BucketServer [--input=DIR] [--bucket=photos,datasets] [--latency=80] ...
 * }</pre>
 *
 * <p>Exit codes: 1 the bucket could not be opened; 2 usage.
 */
public final class BucketServer {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /** There is nobody to authenticate. */
  private static final String NOBODY =
      "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory";

  private BucketServer() {}

  /** Runs the program. */
  public static void main(String[] args) throws InterruptedException {
    // What there is to say is printed; SLF4J would complain that nobody listens.
    InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
    BucketSettings settings;
    try {
      settings = BucketArguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
      return;
    }
    try {
      EmulatedBucket bucket = EmulatedBucket.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bucket)));
      System.out.println(greeting(settings, bucket));
    } catch (IOException e) {
      System.err.println(e);
      System.exit(FAILED);
    }
    new CountDownLatch(1).await();
  }

  private static void end(EmulatedBucket bucket) {
    System.out.println(bucket.counts());
    try {
      bucket.close();
    } catch (IOException | IllegalStateException e) {
      System.err.println(e + ": " + e.getCause());
    }
  }

  private static String greeting(BucketSettings settings, EmulatedBucket bucket) {
    String origin = settings.folder().map(folder -> " of " + folder).orElse("");
    String others =
        settings.buckets().stream()
            .skip(1)
            .map(name -> ", gs://" + name + "/ none")
            .collect(joining());
    String flags =
        "--gcsEndpoint=" + bucket.endpoint() + " --project=none --credentialFactoryClass=" + NOBODY;
    return String.join(
        System.lineSeparator(),
        bucket.uri("") + " has " + bucket.files() + " objects" + origin + others,
        "conditions: " + settings.conditions(),
        "endpoint: " + bucket.endpoint(),
        "for example: make run INPUT=" + bucket.uri("") + " ARGS=\"" + flags + "\"");
  }
}
