package dev.darkroom.transforms.planning;

import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableMap;
import dev.darkroom.transforms.convert.ConvertAhead;
import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.convert.RecordMaker;
import dev.darkroom.transforms.convert.SourceConverter;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.Survey;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/** The survey's conclusions. */
final class PlanFn extends DoFn<Integer, DatasetPlan> {
  private final PlanSettings settings;
  private final ConvertSettings conversion;
  private final PCollectionView<List<Survey>> surveys;

  PlanFn(PlanSettings settings, ConvertSettings conversion, PCollectionView<List<Survey>> surveys) {
    this.settings = settings;
    this.conversion = conversion;
    this.surveys = surveys;
  }

  @ProcessElement
  public void plan(ProcessContext context, PipelineOptions options)
      throws IOException, InterruptedException {
    Survey survey = new Survey();
    context.sideInput(surveys).forEach(survey::add);
    List<Integer> inputs = IntStream.range(0, settings.inputs()).boxed().collect(toList());
    DatasetPlan plan =
        DatasetPlan.of(
            settings.givenLabels().isEmpty() ? survey.labels() : settings.givenLabels(),
            ImmutableMap.of(),
            survey.splits().values().stream().mapToLong(Survey.SplitTally::images).sum(),
            inputs.stream().filter(i -> !survey.inputs().containsKey(i)).collect(toList()),
            inputs.stream().filter(survey::rootNamesClass).collect(toList()));
    DatasetPlan complete =
        plan.withShards(shards(survey, plan, SourceConverter.of(conversion, options)));
    StoredFiles.write(conversion.files().plan(conversion.run()), complete.toJson());
    context.output(complete);
  }

  private ImmutableMap<String, Integer> shards(
      Survey survey, DatasetPlan plan, SourceConverter sources) throws InterruptedException {
    ImmutableMap.Builder<String, Integer> shards = ImmutableMap.builder();
    for (String name : settings.splits().percentages().keySet()) {
      Survey.SplitTally split = survey.split(name);
      double bytes = settings.sizing().needsRecordSize() ? bytesPerImage(split, plan, sources) : 0;
      shards.put(name, settings.sizing().shards(split.images(), bytes));
    }
    return shards.buildOrThrow();
  }

  /** The mean over the sample; an image that cannot be converted takes no room. */
  private double bytesPerImage(Survey.SplitTally split, DatasetPlan plan, SourceConverter sources)
      throws InterruptedException {
    if (split.sample().isEmpty()) {
      return 0;
    }
    RecordSize size = new RecordSize(false);
    long bytes = 0;
    try (ConvertAhead ahead =
        sources.convert(RecordMaker.of(conversion, plan), split.sample().values().iterator())) {
      while (ahead.hasNext()) {
        bytes += size.of(ahead.next());
      }
    }
    return (double) bytes / split.sample().size();
  }
}
