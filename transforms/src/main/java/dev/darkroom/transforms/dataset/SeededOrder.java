package dev.darkroom.transforms.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of images within a shard: a shuffle that depends on their keys and the seed alone. */
public final class SeededOrder {
  private static final class Drawn {
    private final long draw;
    private final ImageRef ref;

    private Drawn(long draw, ImageRef ref) {
      this.draw = draw;
      this.ref = ref;
    }
  }

  /** Ties are settled by name, so that the order never depends on how the files were listed. */
  private static final Comparator<Drawn> ORDER =
      Comparator.<Drawn>comparingLong(drawn -> drawn.draw)
          .thenComparing(drawn -> drawn.ref.key())
          .thenComparing(drawn -> drawn.ref.uri())
          .thenComparing(drawn -> drawn.ref.input());

  private SeededOrder() {}

  /** The references in order, each file once however often it was listed. */
  public static List<ImageRef> of(Iterable<ImageRef> listed, long seed) {
    List<Drawn> drawn = new ArrayList<>();
    listed.forEach(ref -> drawn.add(new Drawn(StableHash.ORDER.draw(ref.key(), seed), ref)));
    drawn.sort(ORDER);
    List<ImageRef> ordered = new ArrayList<>(drawn.size());
    String last = "";
    for (Drawn next : drawn) {
      if (!next.ref.uri().equals(last)) {
        ordered.add(next.ref);
      }
      last = next.ref.uri();
    }
    return ordered;
  }
}
