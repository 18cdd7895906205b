package dev.darkroom.transforms.dataset;

import com.google.common.base.CharMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * What one pass over the references learns: how much there is, which labels, and a sample. Merging
 * is commutative and associative, so any runner may build it in any order. Mutable, not
 * thread-safe.
 */
public final class Survey {
  /** What was seen of one input. */
  public static final class InputTally {
    private final NavigableSet<String> labelsInRoot = new TreeSet<>();
    private final NavigableSet<String> labelsBelow = new TreeSet<>();

    /** Labels of the files that lie in the input's root: one at the most. */
    public NavigableSet<String> labelsInRoot() {
      return labelsInRoot;
    }

    /** Labels of the files in folders below the root. */
    public NavigableSet<String> labelsBelow() {
      return labelsBelow;
    }
  }

  /** What was seen of one split. */
  public static final class SplitTally {
    /** A file that overlapping inputs list twice stands for itself as the first input's. */
    private static final Comparator<ImageRef> SAME_DRAW =
        Comparator.comparing(ImageRef::uri).thenComparing(ImageRef::input);

    private long images;
    private final TreeMap<Long, ImageRef> sample = new TreeMap<>(Long::compareUnsigned);

    /** How many references fell to the split. */
    public long images() {
      return images;
    }

    /** The references with the smallest draws, by draw. */
    public NavigableMap<Long, ImageRef> sample() {
      return sample;
    }

    /** Counts {@code count} more images. */
    public void count(long count) {
      images += count;
    }

    /** Offers a reference to the sample. */
    public void offer(long draw, ImageRef ref) {
      sample.merge(draw, ref, BinaryOperator.minBy(SAME_DRAW));
      if (sample.size() > SAMPLE_SIZE) {
        sample.pollLastEntry();
      }
    }
  }

  /** References kept per split: enough for a mean record size within a few percent. */
  public static final int SAMPLE_SIZE = 64;

  private final TreeMap<Integer, InputTally> inputs = new TreeMap<>();
  private final TreeMap<String, SplitTally> splits = new TreeMap<>();

  /** By the position of the input; inputs of which nothing was seen are absent. */
  public NavigableMap<Integer, InputTally> inputs() {
    return inputs;
  }

  /** By the split's name; splits of which nothing was seen are absent. */
  public NavigableMap<String, SplitTally> splits() {
    return splits;
  }

  /** The tally of an input, made if need be. */
  public InputTally input(int index) {
    return inputs.computeIfAbsent(index, unseen -> new InputTally());
  }

  /** The tally of a split, made if need be. */
  public SplitTally split(String name) {
    return splits.computeIfAbsent(name, unseen -> new SplitTally());
  }

  /** Takes one reference in. */
  public Survey add(ImageRef ref) {
    InputTally input = input(ref.input());
    (ref.inRoot() ? input.labelsInRoot : input.labelsBelow).add(ref.label());
    SplitTally split = split(ref.split());
    split.count(1);
    split.offer(StableHash.SAMPLE.draw(ref.key(), 0), ref);
    return this;
  }

  /** Takes another survey in. */
  public Survey add(Survey other) {
    for (Map.Entry<Integer, InputTally> entry : other.inputs.entrySet()) {
      input(entry.getKey()).labelsInRoot.addAll(entry.getValue().labelsInRoot);
      input(entry.getKey()).labelsBelow.addAll(entry.getValue().labelsBelow);
    }
    for (Map.Entry<String, SplitTally> entry : other.splits.entrySet()) {
      SplitTally split = split(entry.getKey());
      split.count(entry.getValue().images);
      entry.getValue().sample.forEach(split::offer);
    }
    return this;
  }

  /**
   * Whether files that lie in an input's root are labelled by the root's own name: only where the
   * input has no folders below, for otherwise those are the classes and a stray README is not one.
   */
  public boolean rootNamesClass(int input) {
    InputTally tally = inputs.get(input);
    return tally != null && tally.labelsBelow.isEmpty();
  }

  /**
   * All class names seen, in natural order. One with a line break cannot stand in a list of names.
   */
  public List<String> labels() {
    TreeSet<String> labels = new TreeSet<>();
    for (InputTally input : inputs.values()) {
      labels.addAll(input.labelsBelow.isEmpty() ? input.labelsInRoot : input.labelsBelow);
    }
    labels.removeIf(CharMatcher.anyOf("\r\n")::matchesAnyOf);
    return List.copyOf(labels);
  }
}
