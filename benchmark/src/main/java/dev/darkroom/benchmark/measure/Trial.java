package dev.darkroom.benchmark.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.auto.value.AutoValue;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.transforms.json.Json;

/** One measurement to be made; an element of the pipeline, as JSON. Immutable. */
@AutoValue
abstract class Trial {
  /** Its place in the order of execution, from 0. */
  @JsonProperty("place")
  abstract int place();

  /** Its place in the plan, from 0; a warm-up has that of a trial it is for. */
  @JsonProperty("planned")
  abstract int planned();

  @JsonProperty("phase")
  abstract Phase phase();

  @JsonProperty("repetition")
  abstract int repetition();

  @JsonProperty("cell")
  abstract Cell cell();

  @JsonCreator
  static Trial of(
      @JsonProperty("place") int place,
      @JsonProperty("planned") int planned,
      @JsonProperty("phase") Phase phase,
      @JsonProperty("repetition") int repetition,
      @JsonProperty("cell") Cell cell) {
    return new AutoValue_Trial(place, planned, phase, repetition, cell);
  }

  final Trial at(int place) {
    return of(place, planned(), phase(), repetition(), cell());
  }

  static Trial parse(String json) {
    try {
      return Json.parse(json, Trial.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a trial: " + json, e);
    }
  }

  final String toJson() {
    return Json.line(this);
  }
}
