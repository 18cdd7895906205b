package dev.darkroom.benchmark.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {
  private static final String PRICES =
      "{'currency':'EUR','class_a_per_10000':0.05,'class_b_per_10000':0.004,'egress_per_gb':0.1,"
          + "'storage_per_gb_month':0.02,'worker_per_hour':0.36,'images':1000000,'months':2%s}";
  private static final String CONVERSION =
      ",'conversion':{'images_per_second':500,'workers':2,'shards':100}";

  private static Prices prices(String conversion) throws JsonProcessingException {
    return Prices.parse(String.format(PRICES, conversion).replace('\'', '"'));
  }

  /** Raw: 10 images/s, a request and 100 kB each. Records: {@code packed}/s, 0.01 requests. */
  private static Cost cost(Prices prices, double packed) {
    List<TrialRow> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      rows.add(trial(Format.RAW, 10, 100, 1));
      rows.add(trial(Format.RAW, 40, 100, 8));
      rows.add(trial(Format.TFRECORD, packed, 1, 1));
    }
    return Results.of(Trials.of(rows), List.of(), prices, null).cost();
  }

  private static TrialRow trial(Format format, double rate, long requests, int concurrency) {
    return Rows.row()
        .format(format)
        .concurrency(concurrency)
        .images(100)
        .seconds(100 / rate)
        .bytes(100 * 100_000L)
        .requests(requests)
        .build();
  }

  @Test
  void anEpochCostsWorkersRequestsAndBytes() throws JsonProcessingException {
    EpochCost epoch = cost(prices(""), 200).epochs().get(0);

    assertEquals(100_000, epoch.seconds().value(), 1e-6);
    assertEquals(1_000_000, epoch.requests(), 1e-6);
    assertEquals(100, epoch.gigabytes(), 1e-9);
    assertEquals(10, epoch.workerCost(), 1e-9);
    assertEquals(0.4, epoch.requestCost(), 1e-9);
    assertEquals(10, epoch.egressCost(), 1e-9);
    assertEquals(20.4, epoch.total(), 1e-9);
  }

  @Test
  void aSlowerRateIsALongerEpoch() throws JsonProcessingException {
    List<TrialRow> rows = new ArrayList<>();
    for (double rate = 10; rate < 20; rate++) {
      rows.add(trial(Format.RAW, rate, 1, 1));
    }
    Results results = Results.of(Trials.of(rows), List.of(), prices(""), null);

    EpochCost epoch = results.cost().epochs().get(0);

    double slowest = results.formats().get(0).imagesPerSecond().interval().low();
    assertEquals(1e6 / slowest, epoch.seconds().interval().high(), 1e-6);
  }

  @Test
  void theConversionPaysWhenItHasBeenSaved() throws JsonProcessingException {
    BreakEven pays = cost(prices(CONVERSION), 200).breakEvens().get(0);

    // 2,000 s of two workers, a million reads, 100 GB read, 100 writes.
    assertEquals(0.4 + 0.4 + 10 + 0.0005, pays.conversionCost(), 1e-9);
    assertEquals(100 * 0.02 * 2, pays.storageCost(), 1e-9);
    assertEquals(2000, pays.conversionSeconds(), 1e-9);
    // Raw files at their fastest, 40/s: 2.5 + 0.4 + 10. Records: 0.5 + 0.004 + 10.
    assertEquals(8, pays.raw().setting().concurrency());
    assertEquals((long) Math.ceil(14.8005 / (12.9 - 10.504)), pays.epochsByCost());
    assertEquals(1, pays.epochsByTime());
  }

  @Test
  void whatSavesNothingNeverPays() throws JsonProcessingException {
    BreakEven never = cost(prices(CONVERSION), 5).breakEvens().get(0);

    assertNull(never.epochsByCost());
    assertNull(never.epochsByTime());
  }

  @Test
  void withoutAConversionThereIsNoBreakEven() throws JsonProcessingException {
    List<TrialRow> rows = List.of(trial(Format.RAW, 10, 1, 1), trial(Format.TFRECORD, 20, 1, 1));
    Results results = Results.of(Trials.of(rows), List.of(), prices(""), null);

    assertEquals(List.of(), results.cost().breakEvens());
    assertTrue(
        results.notMeasured().contains("break-even epochs: the prices tell of no conversion"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|currency",
        "{'currency':'EUR'}|class_a_per_10000",
        "[]|Prices",
        "nonsense|nonsense",
      })
  void whatIsNoPricesSaysWhy(String json, String reason) {
    JsonProcessingException problem =
        assertThrows(JsonProcessingException.class, () -> Prices.parse(json.replace('\'', '"')));

    assertTrue(problem.getOriginalMessage().contains(reason), problem::getOriginalMessage);
  }

  @Test
  void aPriceThatNobodyKnowsIsRefused() {
    String json = String.format(PRICES, ",'egres':1").replace('\'', '"');

    JsonProcessingException problem =
        assertThrows(JsonProcessingException.class, () -> Prices.parse(json));

    assertTrue(problem.getOriginalMessage().contains("egres"), problem::getOriginalMessage);
  }

  @Test
  void readsFilesOfThePlanAsWell() throws JsonProcessingException {
    Prices prices = prices(",'vcpu_per_hour':0.03,'memory_gb_per_hour':0.004");

    assertEquals(prices(""), prices);
  }

  @Test
  void aNegativePriceIsRefused() {
    String json = String.format(PRICES, "").replace("0.36", "-1").replace('\'', '"');

    JsonProcessingException problem =
        assertThrows(JsonProcessingException.class, () -> Prices.parse(json));

    assertTrue(problem.getMessage().contains("worker_per_hour must not be negative"));
  }
}
