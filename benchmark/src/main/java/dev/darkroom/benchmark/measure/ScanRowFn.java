package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.reading.ScanSum;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Machine;
import dev.darkroom.benchmark.results.PageCache;
import dev.darkroom.benchmark.results.TrialRow;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;

/** Makes the row of a scan of what all its parts came to. */
final class ScanRowFn extends DoFn<String, Void> {
  private final MeasureSettings settings;
  private final String trial;
  private final boolean warm;
  private final MeasureMetrics metrics = new MeasureMetrics();

  /**
   * @param warm whether everything was read just before, on this machine
   */
  ScanRowFn(MeasureSettings settings, Trial trial, boolean warm) {
    this.settings = settings;
    this.trial = trial.toJson();
    this.warm = warm;
  }

  @ProcessElement
  public void write(@Element String json) throws IOException {
    Trial scanned = Trial.parse(trial);
    TrialRow row = row(scanned, ScanSum.parse(json));
    metrics.trialDone();
    StoredFiles.write(settings.row(scanned.place()), row.toJson());
  }

  private TrialRow row(Trial scanned, ScanSum sum) throws IOException {
    Cell cell = scanned.cell();
    String data = cell.format() == Format.RAW ? settings.rawRoot() : settings.records().get(0);
    String failure = sum.images() == 0 ? "there was nothing to read" : null;
    return TrialRow.builder()
        .run(settings.run())
        .trial(scanned.place())
        .planned(scanned.planned())
        .phase(scanned.phase())
        .mode(settings.mode())
        .concurrentTrials(1)
        .format(cell.format())
        .depth(cell.depth())
        .batchSize(0)
        .batchCount(0)
        .repetition(scanned.repetition())
        .concurrency(cell.concurrency())
        .workers(Math.max(1, sum.mostAtOnce()))
        .order(cell.order())
        .seed(settings.seed())
        .pageCache(cache(data))
        .startedAtEpochMillis(sum.begunAtMillis())
        .seconds(sum.seconds())
        .passes(1)
        .nominalImages(sum.images())
        .images(sum.images())
        .bytes(sum.bytes())
        .imageBytes(sum.imageBytes())
        .requests(sum.requests())
        .errors(sum.errors())
        .contentHash(sum.contentHash())
        .identityHash(sum.identityHash())
        .failure(sum.failure() == null ? failure : sum.failure())
        .stages(sum.stages())
        .environment(Machine.describe(data, settings.runner()))
        .settings(settings.flags())
        .build();
  }

  private PageCache cache(String data) {
    if (!ImageInput.isLocal(data)) {
      return PageCache.REMOTE;
    }
    return warm ? PageCache.WARM : PageCache.UNKNOWN;
  }
}
