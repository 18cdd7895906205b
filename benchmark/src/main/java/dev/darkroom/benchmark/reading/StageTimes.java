package dev.darkroom.benchmark.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.auto.value.AutoValue;
import com.google.common.io.BaseEncoding;
import dev.darkroom.benchmark.results.Stage;
import dev.darkroom.benchmark.results.StageSummary;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How often each stage took how long. Not thread-safe. */
final class StageTimes {
  private static final int DIGITS = 3;

  private static final class Times {
    private final Histogram histogram = new Histogram(DIGITS);
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max;

    void add(long micros) {
      histogram.recordValue(micros);
      sum += micros;
      min = Math.min(min, micros);
      max = Math.max(max, micros);
    }

    void add(Times other) {
      histogram.add(other.histogram);
      sum += other.sum;
      min = Math.min(min, other.min);
      max = Math.max(max, other.max);
    }

    private Encoded encode() {
      ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
      histogram.encodeIntoByteBuffer(bytes);
      byte[] used = Arrays.copyOf(bytes.array(), bytes.position());
      return Encoded.of(sum, min, max, BaseEncoding.base64().encode(used));
    }

    private static Times decode(Encoded encoded) {
      Times times = new Times();
      byte[] bytes = BaseEncoding.base64().decode(encoded.histogram());
      times.histogram.add(Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0));
      times.sum = encoded.sum();
      times.min = encoded.min();
      times.max = encoded.max();
      return times;
    }

    StageSummary summary() {
      return StageSummary.of(
          histogram.getTotalCount(), sum, min, max, percentile(50), percentile(90), percentile(99));
    }

    /** The histogram's answer is the upper edge of a cell. */
    private long percentile(double percent) {
      return Math.max(min, Math.min(max, histogram.getValueAtPercentile(percent)));
    }
  }

  /** One stage's times on their way between machines. Immutable. */
  @AutoValue
  abstract static class Encoded {
    @JsonProperty("sum")
    abstract long sum();

    @JsonProperty("min")
    abstract long min();

    @JsonProperty("max")
    abstract long max();

    @JsonProperty("histogram")
    abstract String histogram();

    @JsonCreator
    static Encoded of(
        @JsonProperty("sum") long sum,
        @JsonProperty("min") long min,
        @JsonProperty("max") long max,
        @JsonProperty("histogram") String histogram) {
      return new AutoValue_StageTimes_Encoded(sum, min, max, histogram);
    }
  }

  private final Map<Stage, Times> times = new EnumMap<>(Stage.class);

  Map<Stage, Encoded> encode() {
    Map<Stage, Encoded> encoded = new LinkedHashMap<>();
    times.forEach((stage, all) -> encoded.put(stage, all.encode()));
    return encoded;
  }

  static StageTimes decode(Map<Stage, Encoded> encoded) {
    StageTimes decoded = new StageTimes();
    encoded.forEach((stage, all) -> decoded.times.put(stage, Times.decode(all)));
    return decoded;
  }

  void add(Stage stage, long nanos) {
    times.computeIfAbsent(stage, any -> new Times()).add((nanos + 500) / 1000);
  }

  void add(StageNanos image) {
    image.forEach(this::add);
  }

  void add(StageTimes others) {
    others.times.forEach(
        (stage, other) -> times.computeIfAbsent(stage, any -> new Times()).add(other));
  }

  /** Of the stages that occurred. */
  Map<Stage, StageSummary> summaries() {
    Map<Stage, StageSummary> summaries = new LinkedHashMap<>();
    times.forEach((stage, all) -> summaries.put(stage, all.summary()));
    return summaries;
  }
}
