package dev.darkroom.transforms.dataset;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Key to split, by whole percentages. An image keeps its split whatever else is in the collection.
 * Immutable, thread-safe.
 */
public final class SplitRule implements Serializable {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");

  private final ImmutableMap<String, Integer> percentages;

  private SplitRule(ImmutableMap<String, Integer> percentages) {
    this.percentages = percentages;
  }

  /**
   * Parses {@code train:80,validation:10,test:10}; a lone name means all of the images.
   *
   * @throws IllegalArgumentException naming the part that is no name, no whole percentage from 1 to
   *     100 or a repetition, or the sum if it is not 100
   */
  public static SplitRule parse(String text) {
    if (NAME.matcher(text).matches()) {
      return new SplitRule(ImmutableMap.of(text, 100));
    }
    Map<String, Integer> percentages = new LinkedHashMap<>();
    int sum = 0;
    for (String part : Splitter.on(',').split(text)) {
      List<String> pair = Splitter.on(':').splitToList(part);
      if (pair.size() != 2
          || !NAME.matcher(pair.get(0)).matches()
          || !pair.get(1).matches("[1-9]\\d?|100")) {
        throw new IllegalArgumentException(
            "'" + part + "' is not of the form name:percent, a whole percentage from 1 to 100");
      }
      int percent = Integer.parseInt(pair.get(1));
      if (percentages.put(pair.get(0), percent) != null) {
        throw new IllegalArgumentException(
            "'" + pair.get(0) + "' is named twice in '" + text + "'");
      }
      sum += percent;
    }
    if (sum != 100) {
      throw new IllegalArgumentException(
          "the percentages of '" + text + "' add up to " + sum + ", not 100");
    }
    return new SplitRule(ImmutableMap.copyOf(percentages));
  }

  /** Split names to percentages, in the order given. */
  public Map<String, Integer> percentages() {
    return percentages;
  }

  /** The split of the image with this key. */
  public String splitOf(String key) {
    int draw = StableHash.SPLIT.draw(key, 0, 100);
    for (Map.Entry<String, Integer> split : percentages.entrySet()) {
      draw -= split.getValue();
      if (draw < 0) {
        return split.getKey();
      }
    }
    throw new AssertionError("percentages sum to 100");
  }
}
