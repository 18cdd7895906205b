package dev.darkroom.benchmark.reading;

import com.google.common.collect.Iterables;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What there is to read, in each format. Where there are records, raw trials read the files that
 * the same cell's records were made from, in the order of these records: the same work. Not
 * thread-safe.
 */
public final class Workload {
  private final String rawRoot;
  private final Optional<RawNames> unrelated;
  private final Map<Format, RecordSet> sets;
  private final Map<List<List<RecordRange>>, List<String>> names = new HashMap<>();

  /**
   * @param rawRoot the folder that raw files' names begin at, with a trailing slash
   * @param unrelated the raw files to read, where they are not to be those of the records
   * @param sets at most one a format
   */
  public Workload(String rawRoot, Optional<RawNames> unrelated, List<RecordSet> sets) {
    this.rawRoot = rawRoot;
    this.unrelated = unrelated;
    this.sets = sets.stream().collect(Collectors.toMap(RecordSet::format, set -> set));
  }

  /**
   * The reading of one trial, prepared.
   *
   * @param streams reads in flight
   * @param images how many a pass has, all if there are no more
   * @throws IllegalArgumentException if the data cannot be read so
   */
  public Measurement prepare(
      Format format, Order order, long seed, int streams, long images, ImageTarget target)
      throws IOException {
    List<ReadTask> tasks =
        format == Format.RAW
            ? files(order, seed, streams, images)
            : records(sets.get(format), order, seed, streams, images);
    return Measurement.of(tasks, target.work());
  }

  /** The same reading once more, to bytes, to be thrown away. */
  public void prime(Format format, Order order, long seed, int streams, long images)
      throws IOException, InterruptedException {
    ImageTarget target = ImageTarget.of(Depth.BYTES, 1, 1);
    prepare(format, order, seed, streams, images, target)
        .run(1, Integer.MAX_VALUE, Window.of(0, 1), () -> {}, () -> true);
  }

  private static List<ReadTask> records(
      RecordSet set, Order order, long seed, int streams, long images) {
    boolean exact = order == Order.RANDOM || streams > set.size();
    return new RecordSelection(set)
        .select(order, seed, streams, images).stream()
            .map(ranges -> new RecordTask(set, ranges, exact))
            .collect(Collectors.toList());
  }

  private List<ReadTask> files(Order order, long seed, int streams, long images)
      throws IOException {
    List<String> files;
    if (unrelated.isPresent()) {
      RawNames raw = unrelated.get();
      files = order == Order.SEQUENTIAL ? raw.first() : raw.drawn();
      files = files.subList(0, (int) Math.min(images, files.size()));
    } else {
      files = namesOf(new RecordSelection(reference()).select(order, seed, streams, images));
    }
    if (files.size() < streams) {
      throw new IllegalArgumentException(
          files.size() + " files cannot keep " + streams + " reads in flight");
    }
    return files.stream().map(name -> new FileTask(rawRoot, name)).collect(Collectors.toList());
  }

  /** The records that raw files follow. */
  private RecordSet reference() {
    return sets.getOrDefault(Format.TFRECORD, sets.get(Format.TFRECORD_GZIP));
  }

  private List<String> namesOf(List<List<RecordRange>> selected) throws IOException {
    List<String> known = names.get(selected);
    if (known == null) {
      known = new ArrayList<>();
      for (ImageRecord record : read(Iterables.concat(selected))) {
        if (record.name() == null) {
          throw new IOException("the records do not name the files they were made from");
        }
        known.add(record.name());
      }
      names.put(selected, known);
    }
    return known;
  }

  private List<ImageRecord> read(Iterable<RecordRange> ranges) throws IOException {
    List<ImageRecord> records = new ArrayList<>();
    ImageWork asTheyAre = ImageTarget.of(Depth.BYTES, 1, 1).work();
    for (RecordRange range : ranges) {
      new RecordTask(reference(), List.of(range), reference().indexed())
          .run(asTheyAre, image -> records.add(ImageRecord.parse(image.bytes)));
    }
    return records;
  }

  /**
   * Holds the first records against the files they name.
   *
   * @param most how many to look at
   */
  public Kinship compare(int most) throws IOException {
    List<List<RecordRange>> first =
        new RecordSelection(reference()).select(Order.SEQUENTIAL, 0, 1, most);
    List<ImageRecord> records = read(Iterables.concat(first));
    int untouched = 0;
    for (ImageRecord record : records) {
      if (record.name() == null) {
        return Kinship.nameless(records.size());
      }
      try {
        byte[][] file = new byte[1][];
        new FileTask(rawRoot, record.name())
            .run(ImageTarget.of(Depth.BYTES, 1, 1).work(), image -> file[0] = image.bytes);
        untouched += Arrays.equals(file[0], record.image()) ? 1 : 0;
      } catch (IOException e) {
        return Kinship.missing(records.size(), record.name());
      }
    }
    return Kinship.of(records.size(), untouched);
  }
}
