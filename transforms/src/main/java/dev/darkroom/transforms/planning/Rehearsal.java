package dev.darkroom.transforms.planning;

import dev.darkroom.transforms.convert.Conversion;
import dev.darkroom.transforms.convert.ConvertAhead;
import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.convert.MadeRecord;
import dev.darkroom.transforms.convert.RecordMaker;
import dev.darkroom.transforms.convert.SourceConverter;
import dev.darkroom.transforms.dataset.Census;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.SeededOrder;
import dev.darkroom.transforms.image.Allowance;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.run.ProcessUsage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Converts samples as a run would, to see what becomes of them, and keeps nothing. Not thread-safe.
 */
public final class Rehearsal {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Code that has just been loaded is slow; it is run this long before it is measured. */
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ConvertSettings settings;
  private final RecordMaker maker;
  private final SourceConverter sources;
  private final Map<ImageRef, Double> cpuSeconds = new ConcurrentHashMap<>();
  private double processSeconds;
  private double conversionSeconds;

  /**
   * Converts as {@code settings} and {@code plan} say.
   *
   * @param options how to reach {@code gs://}
   */
  public Rehearsal(ConvertSettings settings, DatasetPlan plan, PipelineOptions options) {
    this.settings = settings;
    this.sources = SourceConverter.of(settings, options);
    RecordMaker made = RecordMaker.of(settings, plan);
    this.maker = (ref, source, allowance) -> timed(made, ref, source, allowance);
  }

  private MadeRecord timed(RecordMaker made, ImageRef ref, byte[] source, Allowance allowance)
      throws RejectedException {
    long begun = THREADS.getCurrentThreadCpuTime();
    try {
      return made.make(ref, source, allowance);
    } finally {
      cpuSeconds.put(ref, (THREADS.getCurrentThreadCpuTime() - begun) / 1e9);
    }
  }

  /** Runs code for a while that has just been loaded, so that its speed is that of a long run. */
  public void warmUp(Collection<Census> censuses) throws InterruptedException {
    long begun = System.nanoTime();
    for (Census census : censuses) {
      try (ConvertAhead ahead = ahead(shuffled(census.sample()))) {
        while (System.nanoTime() - begun < WARM_UP_NANOS && ahead.hasNext()) {
          ahead.next();
        }
      }
    }
  }

  /** Converts the sample of one split. */
  public SplitEstimate of(Census census) throws InterruptedException {
    Map<Integer, List<ImageRef>> sample = census.sample();
    Map<ImageRef, Trial.Outcome> outcomes = new HashMap<>();
    double begun = ProcessUsage.cpuSeconds();
    RecordSize size = new RecordSize(settings.files().gzip());
    try (ConvertAhead ahead = ahead(shuffled(sample))) {
      while (ahead.hasNext()) {
        Conversion conversion = ahead.next();
        outcomes.put(conversion.ref(), outcome(conversion, size));
      }
    }
    processSeconds += ProcessUsage.cpuSeconds() - begun;
    List<Trial> trials = new ArrayList<>();
    sample.forEach(
        (digits, refs) -> {
          List<Trial.Outcome> ofStratum = new ArrayList<>();
          refs.forEach(ref -> ofStratum.add(outcomes.get(ref)));
          trials.add(Trial.of(census.strata().get(digits).images(), ofStratum));
        });
    return SplitEstimate.of(trials);
  }

  /**
   * Processor time of the process for each second of conversions: reading, collecting garbage and
   * compiling cost as well.
   */
  public double overhead() {
    return conversionSeconds == 0 ? 1 : Math.max(1, processSeconds / conversionSeconds);
  }

  private Trial.Outcome outcome(Conversion conversion, RecordSize size) {
    double seconds = cpuSeconds.getOrDefault(conversion.ref(), 0.0);
    conversionSeconds += seconds;
    try {
      return Trial.Outcome.of(size.of(conversion.record().bytes()), seconds, Optional.empty());
    } catch (RejectedException e) {
      return Trial.Outcome.of(0, seconds, Optional.of(e.reason()));
    }
  }

  private ConvertAhead ahead(List<ImageRef> refs) {
    return sources.convert(maker, refs.iterator());
  }

  private static List<ImageRef> shuffled(Map<Integer, List<ImageRef>> sample) {
    List<ImageRef> refs = new ArrayList<>();
    sample.values().forEach(refs::addAll);
    return SeededOrder.of(refs, 0);
  }
}
