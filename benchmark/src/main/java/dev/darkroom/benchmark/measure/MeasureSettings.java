package dev.darkroom.benchmark.measure;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.darkroom.benchmark.reading.Window;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.transforms.dataset.ImageInput;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** What a worker must know to carry out trials. Immutable. */
@AutoValue
abstract class MeasureSettings implements Serializable {
  /** The name of this run. */
  abstract String run();

  /** The folder of results, with a trailing slash. */
  abstract String output();

  /** The raw images; none if there are only records. */
  abstract ImmutableList<ImageInput> inputs();

  /** Folders or patterns of shards; none if there are only raw images. */
  abstract ImmutableList<String> records();

  abstract Relation relation();

  abstract Mode mode();

  /** How many trials run at once. */
  abstract int lanes();

  /** How many of these are threads of one call; the others are calls of their own. */
  abstract int lanesPerCall();

  abstract Window window();

  /** Into how many parts a scan deals raw files. */
  abstract int parts();

  abstract long seed();

  /** Of resized images, in pixels. */
  abstract int width();

  /** Of resized images, in pixels. */
  abstract int height();

  abstract boolean dropCaches();

  /** The simple name of the runner's class. */
  abstract String runner();

  /** The flags as the rows are to hold them. */
  abstract ImmutableMap<String, String> flags();

  /** The folder that raw files' names begin at; empty if there are none. */
  final String rawRoot() {
    return inputs().isEmpty() ? "" : ImageInput.commonRoot(inputs());
  }

  /** Whether all lanes are threads of one call. */
  final boolean isOneCall() {
    return lanesPerCall() == lanes();
  }

  /** Whether any of the data is in Google's object store. */
  final boolean readsGcs() {
    return Stream.concat(records().stream(), inputs().stream().map(ImageInput::root))
        .anyMatch(uri -> uri.startsWith("gs://"));
  }

  /** The folder for what workers leave to be collected, with a trailing slash. */
  final String unfinished() {
    return output() + ".measure-" + run() + "/";
  }

  /** Where the listing of raw files is summed up. */
  final String listing() {
    return unfinished() + "listing.json";
  }

  /** Where workers meet before they begin together, with a trailing slash. */
  final String meetingPlace() {
    return output() + ".measure-" + run() + "-meeting/";
  }

  /** Where a trial's row is left. */
  final String row(int trial) {
    return unfinished() + String.format("trial-%06d.json", trial);
  }

  static Builder builder() {
    return new AutoValue_MeasureSettings.Builder();
  }

  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder run(String run);

    abstract Builder output(String folder);

    abstract Builder inputs(List<ImageInput> inputs);

    abstract Builder records(List<String> records);

    abstract Builder relation(Relation relation);

    abstract Builder mode(Mode mode);

    abstract Builder lanes(int lanes);

    abstract Builder lanesPerCall(int lanes);

    abstract Builder window(Window window);

    abstract Builder parts(int parts);

    abstract Builder seed(long seed);

    abstract Builder width(int width);

    abstract Builder height(int height);

    abstract Builder dropCaches(boolean drop);

    abstract Builder runner(String runner);

    abstract Builder flags(ImmutableMap<String, String> flags);

    abstract MeasureSettings build();
  }
}
