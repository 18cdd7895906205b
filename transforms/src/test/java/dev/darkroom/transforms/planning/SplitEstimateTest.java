package dev.darkroom.transforms.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.transforms.planning.Trial.Outcome;
import dev.darkroom.transforms.rejection.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitEstimateTest {
  private static final Outcome BROKEN = Outcome.of(0, 0.5, Optional.of(Reason.CORRUPT));

  private static Outcome record(long bytes) {
    return Outcome.of(bytes, 1, Optional.empty());
  }

  @Test
  void whatWasTriedAsAWholeIsKnown() {
    SplitEstimate estimate =
        SplitEstimate.of(
            List.of(
                Trial.of(3, List.of(record(10), BROKEN, record(20))),
                Trial.of(1, List.of(record(1000)))));

    assertEquals(4, estimate.sampled());
    assertEquals(Estimate.exactly(1030), estimate.recordBytes());
    assertEquals(Estimate.exactly(1), estimate.rejections());
    assertEquals(3.5, estimate.cpuSeconds());
  }

  @Test
  void nothingIsNothing() {
    SplitEstimate estimate = SplitEstimate.of(List.of());

    assertEquals(Estimate.exactly(0), estimate.recordBytes());
    assertEquals(Estimate.exactly(0), estimate.rejections());
  }

  @Test
  void everyStratumStandsForItself() {
    SplitEstimate estimate =
        SplitEstimate.of(
            List.of(
                Trial.of(1000, List.of(record(10), record(10), BROKEN, record(10))),
                Trial.of(20, List.of(record(5000), record(7000)))));

    assertEquals(7_500 + 120_000, estimate.recordBytes().value(), 1e-9);
    assertEquals(250, estimate.rejections().value(), 1e-9);
    assertEquals(250, estimate.rejected().get(Reason.CORRUPT), 1e-9);
    assertEquals(875 + 20, estimate.cpuSeconds(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    // files, tried, rejected; Wilson's interval, with the tried ones taken out
    "1000000, 512, 0, 0, 7443",
    "1000000, 512, 154, 262633, 341799",
    "1000, 500, 0, 0, 3.83",
    "512, 512, 100, 100, 100",
  })
  void rejectionsHaveAnIntervalThatHoldsForNone(
      long images, int tried, int rejected, double low, double high) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < tried; i++) {
      outcomes.add(i < rejected ? BROKEN : record(1));
    }

    Estimate estimate = SplitEstimate.of(List.of(Trial.of(images, outcomes))).rejections();

    assertEquals((double) images * rejected / tried, estimate.value(), 1e-6);
    assertEquals(low, estimate.low(), 0.001 * high);
    assertEquals(high, estimate.high(), 0.001 * high);
  }

  /** Of 400 samples of records whose sizes are as skewed as photos' files are. */
  @Test
  void intervalsCoverTheTruth() {
    Random random = new Random(1);
    int covered = 0;
    for (int round = 0; round < 400; round++) {
      List<Trial> trials = new ArrayList<>();
      double truth = 0;
      for (int stratum = 0; stratum < 4; stratum++) {
        List<Outcome> outcomes = new ArrayList<>();
        int images = 4000 >> stratum;
        for (int i = 0; i < images; i++) {
          boolean broken = random.nextInt(10) == 0;
          long bytes = Math.round(Math.exp(random.nextGaussian() * 0.4 + 9 + stratum * 0.7));
          truth += broken ? 0 : bytes;
          if (i < images / 10) {
            outcomes.add(broken ? BROKEN : record(bytes));
          }
        }
        trials.add(Trial.of(images, outcomes));
      }
      Estimate bytes = SplitEstimate.of(trials).recordBytes();
      covered += bytes.low() <= truth && truth <= bytes.high() ? 1 : 0;
    }
    assertTrue(covered >= 365 && covered <= 395, covered + " of 400");
  }

  @Test
  void independentErrorsPartlyCancel() {
    Estimate sum = Estimate.sum(List.of(Estimate.of(10, 7, 16), Estimate.of(20, 16, 28)));

    assertEquals(Estimate.of(30, 25, 40), sum);
    assertEquals(Estimate.of(31, 26, 41), sum.plus(1));
    assertEquals(Estimate.of(70, 60, 75), sum.takenFrom(100));
  }
}
