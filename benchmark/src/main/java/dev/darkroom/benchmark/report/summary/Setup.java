package dev.darkroom.benchmark.report.summary;

import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Environment;
import dev.darkroom.benchmark.results.TrialRow;
import java.util.Map;
import javax.annotation.Nullable;

/** A machine, and the data that it read. Trials of different setups are never pooled. Immutable. */
@AutoValue
@JsonFields
public abstract class Setup {
  /** The raw files, if the run's flags tell. */
  @Nullable
  public abstract String input();

  /** The records, if the run's flags tell. */
  @Nullable
  public abstract String records();

  /** The size that images were scaled to, if the run's flags tell. */
  @Nullable
  public abstract String imageSize();

  /** What it ran on. */
  public abstract Environment environment();

  /** That of a trial. */
  public static Setup of(TrialRow row) {
    Map<String, String> flags = row.settings();
    String size =
        flags.containsKey("width") ? flags.get("width") + "x" + flags.get("height") : null;
    return new AutoValue_Setup(flags.get("input"), flags.get("records"), size, row.environment());
  }
}
