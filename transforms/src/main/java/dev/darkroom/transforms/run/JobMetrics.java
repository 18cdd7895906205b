package dev.darkroom.transforms.run;

import com.google.common.collect.Iterables;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * A job's metrics, attempted values: not every runner has committed ones. Retried work counts
 * again, so they serve progress and timing; the account of the data is its manifest.
 */
public final class JobMetrics {
  private final PipelineResult result;

  /** Of one run. */
  public JobMetrics(PipelineResult result) {
    this.result = result;
  }

  /** The counter's value so far, 0 where it has not been touched. */
  public long counter(String namespace, String name) {
    return touchedCounter(namespace, name).orElse(0);
  }

  /** The counter's value so far, or empty where it has not been touched. */
  public OptionalLong touchedCounter(String namespace, String name) {
    MetricResult<Long> counter =
        Iterables.getOnlyElement(query(namespace, name).getCounters(), null);
    return counter == null ? OptionalLong.empty() : OptionalLong.of(counter.getAttempted());
  }

  /** The distribution so far, or empty where it has not been touched. */
  public Optional<DistributionResult> distribution(String namespace, String name) {
    return Optional.ofNullable(
            Iterables.getOnlyElement(query(namespace, name).getDistributions(), null))
        .map(MetricResult::getAttempted);
  }

  /** The counters of a namespace by their names. */
  public Map<String, Long> counters(String namespace) {
    Map<String, Long> counters = new TreeMap<>();
    for (MetricResult<Long> counter :
        query(MetricNameFilter.inNamespace(namespace)).getCounters()) {
      counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return counters;
  }

  private MetricQueryResults query(String namespace, String name) {
    return query(MetricNameFilter.named(namespace, name));
  }

  private MetricQueryResults query(MetricNameFilter name) {
    return result.metrics().queryMetrics(MetricsFilter.builder().addNameFilter(name).build());
  }
}
