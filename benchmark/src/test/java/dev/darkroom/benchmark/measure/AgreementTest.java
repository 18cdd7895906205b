package dev.darkroom.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  private static TrialRow row(Format format, String content, String names) {
    return Rows.row().format(format).contentHash(content).identityHash(names).build();
  }

  private static int breaches(Relation relation, boolean alike, TrialRow... rows) {
    return new Agreement(relation, alike).breaches(List.of(rows)).size();
  }

  @ParameterizedTest
  @CsvSource({
    // relation, gzip laid out alike, second format, its content, its names, breaches
    "SAME_BYTES, false, TFRECORD, c, n, 0",
    "SAME_BYTES, false, TFRECORD, x, n, 1",
    "SAME_BYTES, false, TFRECORD, c, x, 1",
    "SAME_NAMES, false, TFRECORD, x, n, 0",
    "SAME_NAMES, false, TFRECORD, x, x, 1",
    "SAME_NAMES, false, RAW, x, n, 1",
    "UNRELATED, false, TFRECORD, x, x, 0",
    "UNRELATED, false, RAW, c, x, 1",
    "SAME_BYTES, false, TFRECORD_GZIP, x, x, 0",
    "SAME_BYTES, true, TFRECORD_GZIP, x, n, 1",
  })
  void comparesWhatIsToBeEqual(
      Relation relation, boolean alike, Format format, String content, String names, int breaches) {
    TrialRow raw = row(Format.RAW, "c", "n");

    assertEquals(breaches, breaches(relation, alike, raw, row(format, content, names)));
  }

  @Test
  void otherWorkMayReadOtherImages() {
    TrialRow row = row(Format.RAW, "c", "n");
    TrialRow.Builder other = row(Format.RAW, "x", "x").toBuilder();

    for (TrialRow unlike :
        List.of(
            other.nominalImages(48).build(),
            other.nominalImages(24).concurrency(2).build(),
            other.concurrency(1).seed(8).build())) {
      assertEquals(0, breaches(Relation.SAME_BYTES, false, row, unlike));
    }
    assertEquals(2, breaches(Relation.SAME_BYTES, false, row, other.seed(7).build()));
  }

  @Test
  void failedTrialsHaveNoSay() {
    TrialRow failed = row(Format.RAW, "x", "x").toBuilder().failure("gone").build();

    assertEquals(0, breaches(Relation.SAME_BYTES, false, row(Format.RAW, "c", "n"), failed));
  }

  @Test
  void scansHaveAsManyImages() {
    TrialRow.Builder scan = Rows.row().mode(Mode.SCAN).depth(Depth.BYTES);
    TrialRow raw = scan.build();
    TrialRow packed =
        scan.format(Format.TFRECORD).images(23).contentHash("x").identityHash(null).build();

    List<String> breaches =
        new Agreement(Relation.SAME_BYTES, false).breaches(List.of(raw, packed));
    assertEquals(1, breaches.size(), breaches.toString());
    assertTrue(breaches.get(0).endsWith("images 24 and 23"), breaches.get(0));
  }
}
