package dev.darkroom.transforms.convert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * What one worker process has done, under its name: which worker is slow, and whether all have
 * work.
 */
public final class WorkerMetrics {
  /** The namespace of counters of images, one for each worker. */
  public static final String IMAGES = "convert_worker_images";

  /**
   * The namespace of distributions of instants, one for each worker: its shards' begins and ends.
   */
  public static final String AT = "convert_worker_at_epoch_millis";

  private final Counter images;
  private final Distribution at;

  private WorkerMetrics(String worker) {
    this.images = Metrics.counter(IMAGES, worker);
    this.at = Metrics.distribution(AT, worker);
  }

  /** Of this process. */
  static WorkerMetrics here() throws UnknownHostException {
    return new WorkerMetrics(
        InetAddress.getLocalHost().getHostName() + ":" + ProcessHandle.current().pid());
  }

  /** A shard was converted from an instant of {@link System#nanoTime} on until now. */
  void converted(long listed, long begunNanos) {
    long now = System.currentTimeMillis();
    at.update(now - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos));
    at.update(now);
    images.inc(listed);
  }
}
