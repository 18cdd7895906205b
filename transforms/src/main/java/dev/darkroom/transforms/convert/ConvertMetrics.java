package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.rejection.Reason;
import java.io.Serializable;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Metrics;

/** Counters of the conversion, for progress: retried work counts again, the manifest's does not. */
public final class ConvertMetrics implements ShardConverter.Observer, Serializable {
  /** The namespace of all of them. */
  public static final String NAMESPACE = "convert";

  /** Records appended to shards. */
  public static final String IMAGES_WRITTEN = "images_written";

  /** Inputs that became rejection rows. */
  public static final String IMAGES_REJECTED = "images_rejected";

  /**
   * Shards converted, each attempt counting: more than there are shards means work was repeated.
   */
  public static final String SHARDS_CONVERTED = "shards_converted";

  /**
   * Instants at which the conversion of a shard began or ended: the span of the work, on all
   * workers.
   */
  public static final String SHARD_AT = "shard_at_epoch_millis";

  private final Distribution shardAt = Metrics.distribution(NAMESPACE, SHARD_AT);
  private final Counter written = counter(IMAGES_WRITTEN);
  private final Counter untouched = counter("images_untouched");
  private final Counter rejected = counter(IMAGES_REJECTED);
  private final Counter sourceBytes = counter("source_read_bytes");
  private final Counter recordBytes = counter("records_written_bytes");
  private final Counter shards = counter(SHARDS_CONVERTED);

  private static Counter counter(String name) {
    return Metrics.counter(NAMESPACE, name);
  }

  @Override
  public void written(long source, MadeRecord record) {
    written.inc();
    untouched.inc(record.untouched() ? 1 : 0);
    sourceBytes.inc(source);
    recordBytes.inc(record.bytes().length);
  }

  @Override
  public void rejected(Reason reason) {
    rejected.inc();
  }

  /** The conversion of a shard begins. */
  void shardBegins() {
    shardAt.update(System.currentTimeMillis());
  }

  /** The conversion of a shard has ended. */
  void shardEnds() {
    shardAt.update(System.currentTimeMillis());
    shards.inc();
  }
}
