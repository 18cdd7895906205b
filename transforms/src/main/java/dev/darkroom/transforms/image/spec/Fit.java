package dev.darkroom.transforms.image.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an image comes to fit the width and height asked for, called the box. */
public enum Fit {
  /** Fills the box, and cuts off what sticks out on both sides. */
  COVER("center_crop"),
  /** Lies whole within the box, with bars of the background on both sides. */
  CONTAIN("border"),
  /** Lies whole within the box, without bars: one side is the box's, the other at most. */
  INSIDE(""),
  /** Takes the shape of the box, whatever its own is. */
  STRETCH(""),
  /** Its shorter side becomes as long as the box's shorter side; the longer one follows. */
  SHORTEST("keep_ratio"),
  /** Its longer side becomes as long as the box's longer side; the shorter one follows. */
  LONGEST("keep_ratio_largest"),
  /** Keeps its size, whatever the box. */
  NONE("no");

  private final String alias;

  Fit(String alias) {
    this.alias = alias;
  }

  /**
   * The fit of that name in lower case, or of the name that img2dataset has for it.
   *
   * @throws IllegalArgumentException with all names, if there is none
   */
  public static Fit parse(String name) {
    return Arrays.stream(values())
        .filter(fit -> fit.toString().equals(name) || (!name.isEmpty() && fit.alias.equals(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + name
                        + "' is none of "
                        + Arrays.stream(values())
                            .flatMap(fit -> Stream.of(fit.toString(), fit.alias))
                            .filter(known -> !known.isEmpty())
                            .collect(Collectors.joining(", "))));
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
