package dev.darkroom.benchmark.report;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** What a report is made from, and where it goes. Folders end with a slash. Immutable. */
@AutoValue
public abstract class ReportSettings {
  /** The folder of trials. */
  public abstract String results();

  /** The folder of the report. */
  public abstract String output();

  /** The folder of other trials to compare with. */
  public abstract Optional<String> compareWith();

  /** The file of prices. */
  public abstract Optional<String> prices();

  /** All arguments as the accessors of the same names describe them. */
  public static ReportSettings of(
      String results, String output, Optional<String> compareWith, Optional<String> prices) {
    return new AutoValue_ReportSettings(results, output, compareWith, prices);
  }

  /** A report beside its trials, without prices or comparison. */
  public static ReportSettings beside(String results) {
    return of(results, results, Optional.empty(), Optional.empty());
  }
}
