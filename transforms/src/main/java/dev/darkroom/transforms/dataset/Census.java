package dev.darkroom.transforms.dataset;

import dev.darkroom.transforms.rejection.Reason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a listing tells of a split: how much there is, in which classes, what is certain to be
 * rejected, and a sample of the rest. Merging is commutative and associative. Mutable, not
 * thread-safe.
 *
 * <p>The sample is stratified by size, a power of two to a stratum: the files with the smallest
 * draws of all, and as many more as give every stratum some.
 */
public final class Census {
  /** Files that every stratum has in the sample, or all if there are fewer. */
  static final int LEAST_PER_STRATUM = 16;

  private final TreeMap<String, Long> classes = new TreeMap<>();
  private final EnumMap<Reason, Long> rejected = new EnumMap<>(Reason.class);
  private final TreeMap<Integer, Stratum> strata = new TreeMap<>();
  private final int sampleSize;
  private long listed;
  private long sourceBytes;

  /**
   * @param sampleSize how many files to draw of all strata together
   */
  public Census(int sampleSize) {
    this.sampleSize = sampleSize;
  }

  /** How many files to draw. */
  public int sampleSize() {
    return sampleSize;
  }

  /** How many files were listed. */
  public long listed() {
    return listed;
  }

  /** Bytes of the files that will be read. */
  public long sourceBytes() {
    return sourceBytes;
  }

  /** Files in each class, without those certain to be rejected. */
  public NavigableMap<String, Long> classes() {
    return classes;
  }

  /** Files that are certain to be rejected. */
  public Map<Reason, Long> rejected() {
    return rejected;
  }

  /** The other files, by the number of binary digits of their size. */
  public NavigableMap<Integer, Stratum> strata() {
    return strata;
  }

  /** How many files may become records. */
  public long candidates() {
    return strata.values().stream().mapToLong(Stratum::images).sum();
  }

  /** Takes a file in that may become a record. */
  public Census add(ImageRef ref) {
    count(1, ref.bytes());
    classes.merge(ref.label(), 1L, Long::sum);
    Stratum stratum = stratum(Long.SIZE - Long.numberOfLeadingZeros(ref.bytes()));
    stratum.count(1);
    stratum.offer(StableHash.SAMPLE.draw(ref.key(), 0), ref, mostPerStratum());
    return this;
  }

  /**
   * Takes a file in that cannot become a record.
   *
   * @param read whether its bytes are read before that is found out
   */
  public Census reject(ImageRef ref, Reason reason, boolean read) {
    count(1, read ? ref.bytes() : 0);
    rejected.merge(reason, 1L, Long::sum);
    return this;
  }

  /** Counts files whatever becomes of them. */
  public void count(long files, long bytes) {
    listed += files;
    sourceBytes += bytes;
  }

  /** A stratum, made if need be. */
  public Stratum stratum(int digits) {
    return strata.computeIfAbsent(digits, unseen -> new Stratum());
  }

  /** The most files that a stratum has to keep. */
  public int mostPerStratum() {
    return Math.max(sampleSize, LEAST_PER_STRATUM);
  }

  /** Takes another census of the same split in. */
  public Census add(Census other) {
    count(other.listed, other.sourceBytes);
    other.classes.forEach((label, files) -> classes.merge(label, files, Long::sum));
    other.rejected.forEach((reason, files) -> rejected.merge(reason, files, Long::sum));
    other.strata.forEach(
        (digits, theirs) -> {
          Stratum ours = stratum(digits);
          ours.count(theirs.images());
          theirs.drawn().forEach((draw, ref) -> ours.offer(draw, ref, mostPerStratum()));
        });
    return this;
  }

  /** The files to try, by stratum. */
  public Map<Integer, List<ImageRef>> sample() {
    TreeSet<Long> draws = new TreeSet<>(Long::compareUnsigned);
    strata.values().forEach(stratum -> draws.addAll(stratum.drawn().keySet()));
    long limit = draws.stream().limit(sampleSize).reduce(0L, (before, draw) -> draw);
    Map<Integer, List<ImageRef>> sample = new HashMap<>();
    strata.forEach(
        (digits, stratum) -> sample.put(digits, stratum.sample(limit, LEAST_PER_STRATUM)));
    return sample;
  }
}
