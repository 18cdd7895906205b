package dev.darkroom.benchmark.report.summary;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.toList;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** Where one format's time goes in one setting. Immutable. */
@AutoValue
@JsonFields
public abstract class StageBreakdown {
  /** In which setting. */
  public abstract Setting setting();

  /** What was read. */
  public abstract Format format();

  /** The stages that occurred. A batch's time holds that of the others. */
  public abstract List<StageTime> stages();

  /**
   * Time of an image that no stage accounts for, in microseconds; absent with several reads at
   * once, whose times overlap.
   */
  @Nullable
  public abstract Double elsewhereMicrosPerImage();

  static StageBreakdown of(Setting setting, Format format, Trials trials) {
    double images = trials.stream().mapToLong(TrialRow::images).sum();
    ImmutableList<StageTime> stages =
        Stream.of(Stage.values())
            .flatMap(stage -> time(stage, trials, images))
            .collect(toImmutableList());
    double seconds = trials.stream().mapToDouble(TrialRow::seconds).sum();
    double elsewhere = seconds * 1e6 / images - accounted(stages);
    boolean serial = setting.concurrency() == 1 && setting.workers() == 1 && elsewhere >= 0;
    return new AutoValue_StageBreakdown(setting, format, stages, serial ? elsewhere : null);
  }

  private static Stream<StageTime> time(Stage stage, Trials trials, double images) {
    List<StageSummary> summaries =
        trials.stream()
            .filter(row -> row.stages().containsKey(stage))
            .map(row -> row.stages().get(stage))
            .collect(toList());
    return summaries.isEmpty() ? Stream.empty() : Stream.of(StageTime.of(stage, summaries, images));
  }

  private static double accounted(List<StageTime> stages) {
    return stages.stream()
        .filter(time -> time.stage() != Stage.BATCH)
        .mapToDouble(StageTime::microsPerImage)
        .sum();
  }
}
