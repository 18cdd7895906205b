package dev.darkroom.benchmark.measure;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.annotation.Nullable;

/**
 * Whether trials that were to read the same images did. Images are compared by name between
 * formats, by content within one, and by content between formats where records hold the files' own
 * bytes.
 */
final class Agreement {
  /** Trials with equal work have read the same. */
  @AutoValue
  abstract static class Work {
    /** The formats that share the work, told by one of them. */
    abstract Format format();

    abstract long images();

    abstract int streams();

    abstract Order order();

    abstract long seed();

    static Work of(TrialRow row, Format format) {
      boolean scan = row.mode() == Mode.SCAN;
      long images = scan ? 0 : row.nominalImages() / Math.max(1, row.passes());
      int streams = scan ? 1 : row.concurrency();
      return new AutoValue_Agreement_Work(format, images, streams, row.order(), row.seed());
    }
  }

  private final Relation relation;
  private final boolean gzipLaidOutAlike;

  /**
   * @param relation of the raw files to the records
   * @param gzipLaidOutAlike whether both kinds of shards hold the same images in the same places
   */
  Agreement(Relation relation, boolean gzipLaidOutAlike) {
    this.relation = relation;
    this.gzipLaidOutAlike = gzipLaidOutAlike;
  }

  /** All disagreements, a sentence each; failed trials have no say. */
  List<String> breaches(List<TrialRow> rows) {
    List<String> breaches = new ArrayList<>();
    check(rows, "images", this::family, row -> row.images() / row.passes() + "", breaches);
    check(rows, "names", this::family, TrialRow::identityHash, breaches);
    check(rows, "content", this::copies, Agreement::imageContent, breaches);
    return breaches;
  }

  /** A scan to bytes hashes whole records, which no other trial does. */
  @Nullable
  private static String imageContent(TrialRow row) {
    boolean unparsed =
        row.mode() == Mode.SCAN && row.depth() == Depth.BYTES && row.format() != Format.RAW;
    return unparsed ? null : row.contentHash();
  }

  /** Formats that read the same images. */
  private Format family(TrialRow row) {
    switch (row.format()) {
      case RAW:
        return relation == Relation.UNRELATED ? Format.RAW : Format.TFRECORD;
      case TFRECORD_GZIP:
        return gzipLaidOutAlike ? Format.TFRECORD : Format.TFRECORD_GZIP;
      default:
        return Format.TFRECORD;
    }
  }

  /** Formats that read the same bytes. */
  private Format copies(TrialRow row) {
    return row.format() == Format.RAW && relation != Relation.SAME_BYTES ? Format.RAW : family(row);
  }

  private static void check(
      List<TrialRow> rows,
      String what,
      Function<TrialRow, Format> group,
      Function<TrialRow, String> hash,
      List<String> breaches) {
    Map<Work, TrialRow> seen = new HashMap<>();
    for (TrialRow row : rows) {
      if (row.failure() != null || hash.apply(row) == null) {
        continue;
      }
      TrialRow first = seen.putIfAbsent(Work.of(row, group.apply(row)), row);
      if (first != null && !Objects.equals(hash.apply(first), hash.apply(row))) {
        breaches.add(
            String.format(
                "trials %d (%s) and %d (%s) were to read the same images and did not: %s %s and %s",
                first.trial(),
                first.format(),
                row.trial(),
                row.format(),
                what,
                hash.apply(first),
                hash.apply(row)));
      }
    }
  }
}
