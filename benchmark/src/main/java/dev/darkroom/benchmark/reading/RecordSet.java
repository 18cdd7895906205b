package dev.darkroom.benchmark.reading;

import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.storage.StoredFiles;
import dev.darkroom.transforms.tfrecord.format.RecordReader;
import dev.darkroom.transforms.tfrecord.format.ShardIndex;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.Compression;

/** The shards of one format in one folder, in the order of their names. Thread-safe. */
public final class RecordSet {
  private static final Pattern SHARD =
      Pattern.compile(".*\\.tfrec(ord|ords)?(-\\d+-of-\\d+)?(\\.gz)?");
  private static final String INDEX = ".idx";

  private final Format format;
  private final ImmutableList<Shard> shards;
  private final boolean indexed;
  private final Map<Integer, ShardIndex> indexes = new ConcurrentHashMap<>();

  private RecordSet(Format format, List<Shard> shards, boolean indexed) {
    this.format = format;
    this.shards = ImmutableList.copyOf(shards);
    this.indexed = indexed;
  }

  /**
   * Lists shards and counts their records: by the manifest beside them, else by their indexes, else
   * by reading them.
   *
   * @param given a dataset's folder, or a pattern of shards in one folder
   * @return one set a format found; none if nothing matches
   */
  public static List<RecordSet> find(String given) throws IOException {
    ImageInput input = ImageInput.of(given);
    Map<String, Long> files = StoredFiles.sizes(input.root());
    Map<String, Long> counts = manifestCounts(input.root(), files);
    List<RecordSet> sets = new ArrayList<>();
    for (Format format : new Format[] {Format.TFRECORD, Format.TFRECORD_GZIP}) {
      List<String> names =
          files.keySet().stream()
              .filter(name -> isShard(name, input) && formatOf(name) == format)
              .collect(Collectors.toList());
      if (!names.isEmpty()) {
        sets.add(of(format, input.root(), names, files, counts));
      }
    }
    return sets;
  }

  private static boolean isShard(String name, ImageInput input) {
    if (input.isFolder()) {
      return SHARD.matcher(name).matches();
    }
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + input.glob());
    return glob.matches(Paths.get(name)) && !name.endsWith(INDEX);
  }

  private static Format formatOf(String name) {
    return name.endsWith(".gz") ? Format.TFRECORD_GZIP : Format.TFRECORD;
  }

  private static Map<String, Long> manifestCounts(String folder, Map<String, Long> files)
      throws IOException {
    Map<String, Long> counts = new HashMap<>();
    if (files.containsKey(DatasetFiles.MANIFEST)) {
      Manifest manifest = Manifest.parse(StoredFiles.text(folder + DatasetFiles.MANIFEST));
      manifest.splits().stream()
          .flatMap(split -> split.shards().stream())
          .forEach(shard -> counts.put(shard.file(), shard.facts().records()));
    }
    return counts;
  }

  private static RecordSet of(
      Format format,
      String folder,
      List<String> names,
      Map<String, Long> files,
      Map<String, Long> counts)
      throws IOException {
    boolean indexed = names.stream().allMatch(name -> files.containsKey(name + INDEX));
    List<Shard> shards = new ArrayList<>();
    for (String name : names) {
      String uri = folder + name;
      long records =
          counts.containsKey(name)
              ? counts.get(name)
              : indexed ? readIndex(uri).count() : countByReading(uri, format);
      shards.add(Shard.of(uri, files.get(name), records));
    }
    return new RecordSet(format, shards, indexed);
  }

  private static ShardIndex readIndex(String uri) throws IOException {
    Optional<byte[]> text = StoredFiles.readIfPresent(uri + INDEX);
    return ShardIndex.parse(text.orElseThrow(() -> new IOException("no index " + uri + INDEX)));
  }

  private static long countByReading(String uri, Format format) throws IOException {
    try (RecordReader reader = new RecordReader(decompressed(StoredFiles.open(uri), format))) {
      while (reader.next() != null) {}
      return reader.index() + 1;
    }
  }

  private static ReadableByteChannel decompressed(ReadableByteChannel channel, Format format)
      throws IOException {
    return format == Format.TFRECORD_GZIP ? Compression.GZIP.readDecompressed(channel) : channel;
  }

  /** How the records are stored. */
  public Format format() {
    return format;
  }

  /** Whether every shard has an index, so that reading can begin at any record. */
  public boolean indexed() {
    return indexed;
  }

  ImmutableList<Shard> shards() {
    return shards;
  }

  /** How many shards there are. */
  public int size() {
    return shards.size();
  }

  /** Records of all shards. */
  public long records() {
    return shards.stream().mapToLong(Shard::records).sum();
  }

  /** Bytes of all shards. */
  public long bytes() {
    return shards.stream().mapToLong(Shard::bytes).sum();
  }

  /** Whether equal places in both sets hold the same image, as far as counts can tell. */
  public boolean isLaidOutLike(RecordSet other) {
    return shards.stream()
        .map(Shard::records)
        .collect(Collectors.toList())
        .equals(other.shards.stream().map(Shard::records).collect(Collectors.toList()));
  }

  /**
   * Checks that a pass can be read.
   *
   * @throws IllegalArgumentException if not, saying why
   */
  public void checkPass(Order order, int streams, long images) {
    new RecordSelection(this).select(order, 0, streams, images);
  }

  /**
   * Checks that a shard can be read in pieces.
   *
   * @throws IllegalArgumentException if not, saying why
   */
  public void checkPieces(int streams) {
    if (streams > 1 && !indexed) {
      throw new IllegalArgumentException(
          "shards without an index cannot be read in " + streams + " pieces at once");
    }
  }

  /**
   * Opens a shard at a record; what the storage delivers passes through the meter.
   *
   * @param exact whether to ask the storage for no more than the range holds; needs an index
   */
  ReadableByteChannel open(RecordRange range, MeteredChannel.Meter meter, boolean exact)
      throws IOException {
    long most = exact ? framedBytes(range) : Long.MAX_VALUE;
    String uri = shards.get(range.shard()).uri();
    long offset = range.first() == 0 ? 0 : index(range.shard()).offset((int) range.first());
    ReadableByteChannel file = offset == 0 ? StoredFiles.open(uri) : StoredFiles.open(uri, offset);
    return decompressed(new MeteredChannel(file, meter, most), format);
  }

  private long framedBytes(RecordRange range) throws IOException {
    ShardIndex index = index(range.shard());
    int last = (int) (range.first() + range.count() - 1);
    return index.offset(last) + index.size(last) - index.offset((int) range.first());
  }

  private ShardIndex index(int shard) throws IOException {
    ShardIndex known = indexes.get(shard);
    if (known == null) {
      known = readIndex(shards.get(shard).uri());
      indexes.put(shard, known);
    }
    return known;
  }
}
