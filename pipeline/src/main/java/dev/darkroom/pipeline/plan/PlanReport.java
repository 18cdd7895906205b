package dev.darkroom.pipeline.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import dev.darkroom.pipeline.convert.ConvertConfig;
import dev.darkroom.transforms.dataset.Survey;
import dev.darkroom.transforms.gcs.GcsUri;
import dev.darkroom.transforms.json.Json;
import java.util.List;
import java.util.Optional;

/** All that there is to tell of a conversion before it begins. Immutable. */
final class PlanReport {
  private final Forecast forecast;
  private final Measured measured;
  private final PlanFlags flags;
  private final double maxRejectRatio;
  private final RunForecast run;
  private final Requests requests;
  private final long egressBytes;

  PlanReport(Findings findings, PlanOptions options, ConvertConfig config, PlanFlags flags) {
    this.forecast = findings.forecast();
    this.measured = findings.measured();
    this.flags = flags;
    this.maxRejectRatio = config.maxRejectRatio();
    this.run =
        RunForecast.of(
            flags.shape(),
            forecast.total(SplitForecast::listed),
            forecast.total(SplitForecast::shards),
            flags.startUpSeconds(measured.startUpSeconds()),
            measured);
    boolean readsGcs = config.conversion().readsGcs();
    boolean writesGcs = options.getOutput() == null ? readsGcs : GcsUri.is(options.getOutput());
    this.requests =
        (readsGcs ? toRead(config) : Requests.NONE)
            .and(writesGcs ? toWrite(config.conversion().files().gzip()) : Requests.NONE);
    this.egressBytes = readsGcs ? forecast.total(SplitForecast::sourceBytes) : 0;
  }

  private Requests toRead(ConvertConfig config) {
    long again =
        config.plan().sizing().needsRecordSize()
            ? forecast.total(split -> Math.min(split.read(), Survey.SAMPLE_SIZE))
            : 0;
    return Requests.toRead(
        forecast.total(SplitForecast::listed), forecast.total(SplitForecast::read) + again);
  }

  private Requests toWrite(boolean gzip) {
    Requests sum = Requests.toWrite(forecast.total(split -> split.files(gzip)), gzip);
    for (SplitForecast split : forecast.splits()) {
      sum = sum.and(Requests.chunksBeyondFirst(split.shards(), split.bytesPerShard()));
    }
    return sum;
  }

  Forecast forecast() {
    return forecast;
  }

  Measured measured() {
    return measured;
  }

  Shape shape() {
    return flags.shape();
  }

  RunForecast run() {
    return run;
  }

  List<String> uncheckedQuotas() {
    return flags.unchecked();
  }

  /** What is asked of {@code gs://}, if anything. */
  Optional<Requests> requests() {
    return requests.equals(Requests.NONE) ? Optional.empty() : Optional.of(requests);
  }

  /** Bytes that leave a bucket. */
  long egressBytes() {
    return egressBytes;
  }

  /** Whether the conversion would end with the exit code for too many rejections. */
  boolean rejectsTooMany() {
    return forecast.rejectRatio() > maxRejectRatio;
  }

  double maxRejectRatio() {
    return maxRejectRatio;
  }

  Optional<String> currency() {
    return flags.prices().map(Prices::currency);
  }

  /** What the run costs, if prices are given. */
  ImmutableMap<String, Double> bill() {
    return flags
        .prices()
        .map(p -> p.bill(run.totalSeconds() / 3600, flags.shape(), requests, egressBytes))
        .orElse(ImmutableMap.of());
  }

  String json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("listed", forecast.total(SplitForecast::listed));
    node.put("sourceBytes", forecast.total(SplitForecast::sourceBytes));
    node.putPOJO("records", forecast.totalOf(SplitForecast::records));
    node.putPOJO("rejected", forecast.totalOf(SplitForecast::rejected));
    node.putPOJO("reasons", forecast.reasons());
    node.put("rejectsTooMany", rejectsTooMany());
    node.put("shards", forecast.total(SplitForecast::shards));
    node.putPOJO("outputBytes", forecast.totalOf(SplitForecast::outputBytes));
    node.putPOJO("classes", forecast.classes());
    node.putPOJO("splits", forecast.splits());
    node.putPOJO("shape", flags.shape());
    node.putPOJO("run", run);
    node.putPOJO("measured", measured);
    requests()
        .ifPresent(
            asked -> {
              node.putPOJO("requests", asked);
              node.put("egressBytes", egressBytes);
            });
    currency()
        .ifPresent(
            currency -> {
              node.put("currency", currency);
              node.putPOJO("price", bill());
            });
    node.putPOJO("uncheckedQuotas", uncheckedQuotas());
    return Json.line(node) + System.lineSeparator();
  }
}
