package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.RawNames;
import dev.darkroom.benchmark.reading.RecordSet;
import dev.darkroom.benchmark.reading.Workload;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.gcs.GcsReads;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call carries out one lane of trials, or all lanes side by side, and leaves each trial's row
 * in a file. In isolation there is one lane, hence one call in the whole pipeline, and nothing
 * beside it.
 */
final class RunTrialsFn extends DoFn<KV<Integer, Iterable<String>>, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(RunTrialsFn.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final MeasureSettings settings;
  private final PCollectionView<String> raw;
  private final MeasureMetrics metrics = new MeasureMetrics();

  RunTrialsFn(MeasureSettings settings, PCollectionView<String> raw) {
    this.settings = settings;
    this.raw = raw;
  }

  /**
   * Carries trials out.
   *
   * @param call its first lane, and the trials of all its lanes
   */
  @ProcessElement
  public void run(@Element KV<Integer, Iterable<String>> call, ProcessContext context)
      throws IOException, InterruptedException {
    if (settings.readsGcs()) {
      GcsReads.useOneRequest(context.getPipelineOptions());
    }
    List<Trial> trials = new ArrayList<>();
    call.getValue().forEach(json -> trials.add(Trial.parse(json)));
    trials.sort(Comparator.comparingInt(Trial::place));
    RawNames names = Json.parse(context.sideInput(raw), RawNames.class);
    int lane = call.getKey();
    if (lane == 0) {
      StoredFiles.write(
          settings.listing(),
          Json.line(RawNames.of(names.files(), names.bytes(), List.of(), List.of())));
    }
    if (!settings.inputs().isEmpty() && names.files() == 0) {
      return;
    }
    if (settings.isOneCall()) {
      run(trials, names, lane, Optional.empty());
      return;
    }
    Meeting meeting = new Meeting(settings.meetingPlace(), settings.lanes(), PATIENCE);
    try {
      run(trials, names, lane, Optional.of(meeting));
    } catch (IOException | InterruptedException | RuntimeException e) {
      meeting.callOff(lane, e);
      throw e;
    }
  }

  private void run(List<Trial> trials, RawNames names, int first, Optional<Meeting> meeting)
      throws IOException, InterruptedException {
    List<Lanes.Lane> here = new ArrayList<>();
    for (int lane = first; lane < first + settings.lanesPerCall(); lane++) {
      here.add(lane(lane, new TrialRunner(settings, workload(names)), meeting));
    }
    try (Lanes lanes = new Lanes(here)) {
      for (Trial trial : trials) {
        for (TrialRow row : lanes.run(trial)) {
          metrics.add(row);
          StoredFiles.write(settings.row(row.trial()), row.toJson());
          if (meeting.isEmpty()) {
            int all = trials.size() * settings.lanes();
            LOG.info("trial {} of {}: {}", row.trial() + 1, all, TrialSummary.of(row));
          }
        }
      }
    }
  }

  private Lanes.Lane lane(int lane, TrialRunner runner, Optional<Meeting> meeting) {
    return (trial, together, enough) ->
        runner.run(
            trial,
            trial.place() * settings.lanes() + lane,
            meeting.isEmpty() ? together : () -> meeting.get().attend(trial.place(), lane),
            enough);
  }

  private Workload workload(RawNames names) throws IOException {
    List<RecordSet> sets = new ArrayList<>();
    for (String records : settings.records()) {
      sets.addAll(RecordSet.find(records));
    }
    boolean follow = settings.relation() != Relation.UNRELATED;
    return new Workload(settings.rawRoot(), follow ? Optional.empty() : Optional.of(names), sets);
  }
}
