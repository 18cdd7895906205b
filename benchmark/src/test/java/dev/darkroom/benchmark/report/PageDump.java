package dev.darkroom.benchmark.report;

import dev.darkroom.benchmark.report.page.Page;
import dev.darkroom.benchmark.report.summary.Comparison;
import dev.darkroom.benchmark.report.summary.Prices;
import dev.darkroom.benchmark.report.summary.Results;
import dev.darkroom.benchmark.report.summary.Trials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class PageDump {
  public static void main(String[] args) throws Exception {
    Trials trials = Trials.of(SyntheticRun.complete("run-a", 1).rows());
    Results r =
        Results.of(
            trials,
            List.of(),
            Prices.parse(
                "{\"currency\":\"USD\",\"class_a_per_10000\":0.05,\"class_b_per_10000\":0.004,\"egress_per_gb\":0,\"storage_per_gb_month\":0.02,\"worker_per_hour\":0.4,\"images\":1281167,\"months\":3,\"conversion\":{\"images_per_second\":540,\"workers\":1,\"shards\":1024}}"),
            Comparison.of("b", trials, Trials.of(SyntheticRun.complete("b", 2).rows()), 0));
    Files.writeString(Path.of(args[0]), Page.of(r, trials));
  }
}
