package dev.darkroom.pipeline.samples;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.Locale;
import java.util.Optional;

/**
 * Which files there are: the subjects by turns, in the sizes and orientations of a real collection,
 * and three bad files to every 400 images.
 */
final class SampleCollection {
  private static final HashFunction SEEDS = Hashing.sipHash24(0xda2c, 0x2007);

  private static final ImmutableList<Subject> SUBJECTS = ImmutableList.copyOf(Subject.values());
  private static final ImmutableList<Defect> DEFECTS = ImmutableList.copyOf(Defect.values());

  private static final int[][] SIZES = {
    {500, 375}, {375, 500}, {500, 333}, {320, 240}, {640, 480}, {240, 160}, {333, 500}, {400, 300},
    {500, 375}, {360, 360}, {480, 320}, {240, 320}, {1024, 768}, {300, 400}, {500, 375}, {375, 500},
    {320, 213}, {240, 180}, {500, 375}, {375, 500}, {400, 267}, {500, 333}, {267, 400},
  };
  private static final ImmutableList<Orientation> TURNED =
      ImmutableList.of(Orientation.TURN_RIGHT, Orientation.TURN_LEFT, Orientation.TURN_HALF);

  private static final int PNG_EVERY = 20;
  private static final int TURNED_EVERY = 9;
  private static final int IMAGES_PER_DEFECT = 400 / DEFECTS.size();

  /** Names that need care: one with spaces, one beyond ASCII. */
  private static final String SPACED = "after the rain.jpg";

  private static final String CYRILLIC = "\u0432\u043e\u043b\u043d\u044b.jpg";

  private SampleCollection() {}

  /**
   * @param images number of good images, not negative
   */
  static ImmutableList<Sample> of(int images) {
    ImmutableList.Builder<Sample> samples = ImmutableList.builder();
    for (int i = 0; i < images; i++) {
      samples.add(image(i));
    }
    for (int i = 0; i < images / IMAGES_PER_DEFECT; i++) {
      samples.add(badFile(i));
    }
    return samples.build();
  }

  private static Sample image(int index) {
    int turn = index % SUBJECTS.size();
    int number = index / SUBJECTS.size();
    Subject subject = SUBJECTS.get(turn);
    boolean png = number % PNG_EVERY == PNG_EVERY / 2;
    boolean turned = !png && number % TURNED_EVERY == TURNED_EVERY / 2;
    int[] size = png ? new int[] {240, 160} : SIZES[(number + 3 * turn) % SIZES.length];
    return new Sample(
        subject,
        name(subject, number, png),
        SEEDS.hashInt(index).asLong(),
        size[0],
        size[1],
        turned ? TURNED.get(number / TURNED_EVERY % TURNED.size()) : Orientation.UPRIGHT,
        Optional.empty());
  }

  private static String name(Subject subject, int number, boolean png) {
    if (number == 1 && subject == Subject.LEAVES) {
      return SPACED;
    }
    if (number == 1 && subject == Subject.WAVES) {
      return CYRILLIC;
    }
    return String.format(
        Locale.ROOT, "%s-%04d.%s", subject.folder(), number + 1, png ? "png" : "jpg");
  }

  private static Sample badFile(int index) {
    Defect defect = DEFECTS.get(index % DEFECTS.size());
    Subject subject = SUBJECTS.get((2 * index + 1) % SUBJECTS.size());
    return new Sample(
        subject,
        String.format(Locale.ROOT, "%s-%d.jpg", defect.stem(), index + 1),
        SEEDS.hashInt(-1 - index).asLong(),
        500,
        375,
        Orientation.UPRIGHT,
        Optional.of(defect));
  }
}
