package dev.darkroom.benchmark.reader;

import dev.darkroom.transforms.run.Job;
import dev.darkroom.transforms.run.JobMetrics;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.TFRecordIO;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.ParDo;

/**
 * Beam's {@code TFRecordIO.read} on DirectRunner. A file is read by one thread; others of the
 * runner, without which it hardly moves, do the bookkeeping. What is timed is the whole run; its
 * start-up is a fraction of a second once the process is warm.
 */
final class BeamReader implements Contender {
  /** Without the copies that DirectRunner makes of every record to find out who changes it. */
  private static final String[] FLAGS = {
    "--runner=DirectRunner", "--enforceImmutability=false", "--enforceEncodability=false"
  };

  @Override
  public String name() {
    return "TFRecordIO.read";
  }

  @Override
  public Reading read(String uri) {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.fromArgs(FLAGS).create());
    pipeline.apply(TFRecordIO.read().from(uri)).apply(ParDo.of(new MeasureRecordFn()));
    Reading.Stopwatch watch = new Reading.Stopwatch();
    JobMetrics metrics = Job.runInSilence(pipeline);
    DistributionResult bytes =
        metrics
            .distribution(MeasureRecordFn.NAMESPACE, MeasureRecordFn.BYTES)
            .orElse(DistributionResult.IDENTITY_ELEMENT);
    return watch.stop(bytes.getCount(), bytes.getSum());
  }
}
