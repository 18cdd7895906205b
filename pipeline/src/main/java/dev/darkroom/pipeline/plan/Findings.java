package dev.darkroom.pipeline.plan;

import dev.darkroom.pipeline.convert.ConvertChecks;
import dev.darkroom.pipeline.convert.ConvertConfig;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.dataset.Census;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.listing.ListImages;
import dev.darkroom.transforms.planning.PlanDataset;
import dev.darkroom.transforms.planning.Rehearsal;
import dev.darkroom.transforms.planning.SavedCensuses;
import dev.darkroom.transforms.planning.TakeCensus;
import dev.darkroom.transforms.run.Job;
import dev.darkroom.transforms.run.ProcessUsage;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/** What was found out of the inputs, and what it took to find out. Immutable. */
final class Findings {
  private final Forecast forecast;
  private final Measured measured;

  private Findings(Forecast forecast, Measured measured) {
    this.forecast = forecast;
    this.measured = measured;
  }

  Forecast forecast() {
    return forecast;
  }

  Measured measured() {
    return measured;
  }

  /**
   * Lists all inputs and converts a sample.
   *
   * @param scratch a folder of this machine, with a trailing slash
   * @throws UserException if an input matches nothing
   */
  static Findings of(PlanOptions options, ConvertConfig config, String scratch)
      throws UserException, IOException {
    SavedCensuses censuses = SavedCensuses.in(scratch);
    Pipeline pipeline = Pipeline.create(options);
    PCollection<ImageRef> refs =
        pipeline.apply("List images", ListImages.of(config.inputs(), config.plan().splits()));
    PCollectionView<DatasetPlan> view =
        refs.apply("Plan dataset", PlanDataset.of(config.plan(), config.conversion()))
            .apply("Share the plan", View.asSingleton());
    refs.apply(
            "Take census",
            TakeCensus.of(view, config.conversion().maxFileBytes(), options.getSample()))
        .apply("Save censuses", censuses);
    Job.runInSilence(pipeline);
    double startUp = (System.currentTimeMillis() - ProcessUsage.beganAtMillis()) / 1e3;

    String planUri = config.conversion().files().plan(config.conversion().run());
    DatasetPlan plan = DatasetPlan.parse(StoredFiles.text(planUri));
    ConvertChecks.requireMatches(plan, config);
    Map<String, Census> splits = new LinkedHashMap<>();
    for (String split : plan.shards().keySet()) {
      splits.put(split, censuses.of(split).orElseGet(() -> new Census(options.getSample())));
    }
    Rehearsal rehearsal = new Rehearsal(config.conversion(), plan, options);
    return rehearse(rehearsal, plan, splits, startUp);
  }

  private static Findings rehearse(
      Rehearsal rehearsal, DatasetPlan plan, Map<String, Census> splits, double startUp)
      throws IOException {
    List<SplitForecast> forecasts = new ArrayList<>();
    double cpuSeconds = 0;
    try {
      rehearsal.warmUp(splits.values());
      for (Map.Entry<String, Census> split : splits.entrySet()) {
        int shards = plan.shards().get(split.getKey());
        SplitForecast forecast =
            SplitForecast.of(
                split.getKey(), split.getValue(), rehearsal.of(split.getValue()), shards);
        forecasts.add(forecast);
        cpuSeconds += forecast.cpuSeconds();
      }
      cpuSeconds *= rehearsal.overhead();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while converting a sample", e);
    }
    return new Findings(
        Forecast.of(forecasts, plan.labels()),
        Measured.of(
            cpuSeconds,
            Runtime.getRuntime().availableProcessors(),
            ProcessUsage.peakResidentBytes().orElse(Runtime.getRuntime().totalMemory()),
            startUp));
  }
}
