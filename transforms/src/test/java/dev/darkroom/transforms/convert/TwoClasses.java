package dev.darkroom.transforms.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of two classes to a dataset, on the DirectRunner with all its checks. */
abstract class TwoClasses {
  @TempDir Path scratch;

  Path input;
  SmallDataset dataset;

  @BeforeEach
  void drawImages() throws IOException {
    input = scratch.resolve("photos");
    SmallDataset.draw(input, "asters", 9);
    SmallDataset.draw(input, "roses", 10);
    dataset = new SmallDataset(scratch.resolve("out"));
  }

  Set<String> drawn() {
    Set<String> keys = new TreeSet<>();
    for (int i = 0; i < 10; i++) {
      String name = i + (i % 2 == 0 ? ".jpg" : ".png");
      keys.add("roses/" + name);
      if (i < 9) {
        keys.add("asters/" + name);
      }
    }
    return keys;
  }

  static long counter(PipelineResult result, String name) {
    MetricQueryResults found =
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.named(ConvertMetrics.NAMESPACE, name))
                    .build());
    long sum = 0;
    for (var counter : found.getCounters()) {
      sum += counter.getAttempted();
    }
    return sum;
  }
}
