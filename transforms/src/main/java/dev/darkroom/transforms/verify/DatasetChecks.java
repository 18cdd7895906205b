package dev.darkroom.transforms.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What can be wrong with a dataset beside its shards: books, names, and what other readers go by.
 */
public final class DatasetChecks {
  private final DatasetFiles files;
  private final Manifest manifest;
  private final List<Fault> faults = new ArrayList<>();

  /** Checks the dataset that {@code manifest} describes. */
  public DatasetChecks(DatasetFiles files, Manifest manifest) {
    this.files = files;
    this.manifest = manifest;
  }

  /** Runs all checks. */
  public Verdict run() throws IOException {
    Set<String> present = StoredFiles.sizes(files.folder()).keySet();
    if (!present.contains(DatasetFiles.SUCCESS)) {
      fault(DatasetFiles.SUCCESS, "is missing: the dataset was not completed");
    }
    checkBooks();
    checkNames(present);
    checkLabels();
    if (!files.gzip()) {
      checkDatasetInfo();
    }
    return Verdict.of(faults);
  }

  private void checkBooks() {
    if (manifest.version() != Manifest.VERSION) {
      fault(
          DatasetFiles.MANIFEST,
          "version is " + manifest.version() + ", this program reads " + Manifest.VERSION);
    }
    List<Manifest.Books> parts = new ArrayList<>();
    for (Manifest.Split split : manifest.splits()) {
      String what = "split " + split.name();
      Manifest.Books books = split.books();
      List<Manifest.Shard> shards = split.shards();
      checkBalance(what, books);
      checkSum(what, "written", books.written(), sum(shards, s -> s.facts().records()));
      checkSum(what, "rejected", books.rejected(), sum(shards, Manifest.Shard::rejected));
      checkSum(what, "untouched", books.untouched(), sum(shards, Manifest.Shard::untouched));
      checkSum(what, "bytes", books.bytes(), sum(shards, s -> s.facts().bytes()));
      checkSum(what, "classes", books.classes(), merged(shards, s -> s.facts().classes()));
      parts.add(books);
    }
    Manifest.Books total = manifest.total();
    checkBalance("total", total);
    checkSum("total", "listed", total.listed(), sum(parts, Manifest.Books::listed));
    checkSum("total", "written", total.written(), sum(parts, Manifest.Books::written));
    checkSum("total", "rejected", total.rejected(), sum(parts, Manifest.Books::rejected));
    checkSum("total", "untouched", total.untouched(), sum(parts, Manifest.Books::untouched));
    checkSum("total", "bytes", total.bytes(), sum(parts, Manifest.Books::bytes));
    checkSum("total", "reasons", total.reasons(), merged(parts, Manifest.Books::reasons));
    checkSum("total", "classes", total.classes(), merged(parts, Manifest.Books::classes));
  }

  private void checkBalance(String what, Manifest.Books books) {
    if (books.listed() != books.written() + books.rejected()) {
      fault(
          DatasetFiles.MANIFEST,
          String.format(
              "%s: %d listed, but %d written and %d rejected",
              what, books.listed(), books.written(), books.rejected()));
    }
    checkSum(what, "rejected", books.rejected(), sum(books.reasons().values(), Long::longValue));
  }

  private void checkSum(String what, String number, Object stated, Object sum) {
    if (!stated.equals(sum)) {
      fault(
          DatasetFiles.MANIFEST,
          what + ": " + number + " is " + stated + ", but its parts add up to " + sum);
    }
  }

  private static <T> long sum(Collection<T> parts, ToLongFunction<T> number) {
    return parts.stream().mapToLong(number).sum();
  }

  private static <T, K> Map<K, Long> merged(
      Collection<T> parts, Function<T, ? extends Map<K, Long>> counts) {
    Map<K, Long> merged = new TreeMap<>();
    for (T part : parts) {
      counts.apply(part).forEach((key, count) -> merged.merge(key, count, Long::sum));
    }
    return merged;
  }

  /** A reader takes every file that is named like a shard for one. */
  private void checkNames(Set<String> present) {
    Set<String> expected = new HashSet<>();
    for (Manifest.Split split : manifest.splits()) {
      int count = split.shards().size();
      for (int index = 0; index < count; index++) {
        String name = files.shard(ShardId.of(split.name(), index, count));
        expected.add(name);
        if (!split.shards().get(index).file().equals(name)) {
          fault(
              DatasetFiles.MANIFEST, "names " + split.shards().get(index).file() + ", not " + name);
        }
      }
    }
    for (String name : present) {
      if (name.startsWith(files.name() + "-")
          && name.matches(".*\\.tfrecord(\\.gz)?")
          && !expected.contains(name)) {
        fault(name, "is not in the manifest");
      }
    }
  }

  private void checkLabels() throws IOException {
    Schema schema = Schema.withId(manifest.schema());
    String name = DatasetFiles.labels(schema.classFeature());
    String expected = DatasetFiles.labelLines(manifest.labels());
    if (!StoredFiles.textIfPresent(files.at(name)).orElse("").equals(expected)) {
      fault(name, "does not hold the manifest's labels");
    }
  }

  private void checkDatasetInfo() throws IOException {
    JsonNode info =
        Json.parse(
            StoredFiles.textIfPresent(files.at(DatasetFiles.DATASET_INFO)).orElse("{}"),
            JsonNode.class);
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Manifest.Split split : manifest.splits()) {
      expected.add(split.name());
      split.shards().forEach(shard -> expected.add(Long.toString(shard.facts().records())));
    }
    for (JsonNode split : info.path("splits")) {
      found.add(split.path("name").asText());
      split.path("shardLengths").forEach(length -> found.add(length.asText()));
    }
    if (!found.equals(expected)) {
      fault(DatasetFiles.DATASET_INFO, "does not hold the manifest's shard lengths");
    }
  }

  private void fault(String file, String problem) {
    faults.add(Fault.of(file, problem));
  }
}
