package dev.darkroom.benchmark.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Order;

/** What is varied: one point of the grid. Immutable. */
@AutoValue
abstract class Cell {
  @JsonProperty("format")
  abstract Format format();

  @JsonProperty("depth")
  abstract Depth depth();

  /** Images a batch. */
  @JsonProperty("batch_size")
  abstract int batchSize();

  /** Batches a pass. */
  @JsonProperty("batch_count")
  abstract int batchCount();

  /** Reads in flight. */
  @JsonProperty("concurrency")
  abstract int concurrency();

  @JsonProperty("order")
  abstract Order order();

  @JsonCreator
  static Cell of(
      @JsonProperty("format") Format format,
      @JsonProperty("depth") Depth depth,
      @JsonProperty("batch_size") int batchSize,
      @JsonProperty("batch_count") int batchCount,
      @JsonProperty("concurrency") int concurrency,
      @JsonProperty("order") Order order) {
    return new AutoValue_Cell(format, depth, batchSize, batchCount, concurrency, order);
  }

  /** Images that a pass asks for. */
  final long images() {
    return (long) batchSize() * batchCount();
  }

  /** What a trial of this cell warms up, whatever its batches. */
  final Cell withoutBatches() {
    return of(format(), depth(), 0, 0, concurrency(), order());
  }
}
