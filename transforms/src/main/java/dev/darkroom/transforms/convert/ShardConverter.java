package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.dataset.Attempt;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.ListingDigest;
import dev.darkroom.transforms.dataset.SeededOrder;
import dev.darkroom.transforms.dataset.ShardFacts;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardResult;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.rejection.Rejection;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns the references of one shard into the shard. Thread-safe. */
public final class ShardConverter {
  /** Told of each image as it is done, for progress alone: the account is in the result. */
  public interface Observer {
    /** A record was written from a file of this many bytes. */
    void written(long sourceBytes, MadeRecord record);

    /** A file was rejected. */
    void rejected(Reason reason);
  }

  private final ConvertSettings settings;
  private final RecordMaker maker;
  private final SourceConverter sources;

  /** Converts {@code sources} as the settings and the plan say. */
  public ShardConverter(ConvertSettings settings, DatasetPlan plan, SourceConverter sources) {
    this.settings = settings;
    this.maker = RecordMaker.of(settings, plan);
    this.sources = sources;
  }

  /** Writes a shard to which no image fell. */
  public static ShardResult empty(ConvertSettings settings, ShardId shard) throws IOException {
    Attempt attempt = Attempt.in(settings.files().unfinished(settings.run()));
    try (ShardWriter writer = new ShardWriter(settings.files(), shard, attempt)) {
      return ShardResult.of(
          shard, attempt, writer.finish(), 0, 0, Map.of(), 0, new ListingDigest().toString());
    }
  }

  /**
   * Writes one shard under unpublished names.
   *
   * @param listed the references, in any order, possibly repeated
   * @throws IOException if the output cannot be written; inputs that cannot be read are rejections
   */
  public ShardResult convert(ShardId shard, Iterable<ImageRef> listed, Observer observer)
      throws IOException, InterruptedException {
    List<ImageRef> refs = SeededOrder.of(listed, settings.seed());
    Attempt attempt = Attempt.in(settings.files().unfinished(settings.run()));
    Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    ListingDigest digest = new ListingDigest();
    long sourceBytes = 0;
    long untouched = 0;
    try (ShardWriter writer = new ShardWriter(settings.files(), shard, attempt);
        ConvertAhead ahead = sources.convert(maker, refs.iterator())) {
      while (ahead.hasNext()) {
        Conversion converted = ahead.next();
        ImageRef ref = converted.ref();
        digest.add(ref);
        sourceBytes += ref.bytes();
        try {
          MadeRecord record = converted.record();
          writer.write(record.bytes(), ref.label());
          untouched += record.untouched() ? 1 : 0;
          observer.written(converted.sourceBytes(), record);
        } catch (RejectedException e) {
          writer.reject(
              Rejection.of(ref.uri(), ref.key(), ref.split(), e, ref.bytes(), converted.format()));
          rejected.merge(e.reason(), 1L, Long::sum);
          observer.rejected(e.reason());
        }
      }
      ShardFacts facts = writer.finish();
      return ShardResult.of(
          shard, attempt, facts, refs.size(), untouched, rejected, sourceBytes, digest.toString());
    }
  }
}
