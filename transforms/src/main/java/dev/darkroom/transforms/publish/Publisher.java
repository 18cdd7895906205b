package dev.darkroom.transforms.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.convert.ConvertSettings;
import dev.darkroom.transforms.convert.ShardConverter;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ShardId;
import dev.darkroom.transforms.dataset.ShardResult;
import dev.darkroom.transforms.example.TfdsMetadata;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts a finished dataset in its place, the mark of success last. Every step may be repeated. */
final class Publisher {
  private final ConvertSettings conversion;
  private final PublishSettings settings;
  private final DatasetPlan plan;
  private final DatasetFiles files;

  Publisher(ConvertSettings conversion, PublishSettings settings, DatasetPlan plan) {
    this.conversion = conversion;
    this.settings = settings;
    this.plan = plan;
    this.files = conversion.files();
  }

  void publish(Iterable<ShardResult> converted) throws IOException {
    Map<ShardId, ShardResult> results = withEmptyShards(converted);
    Manifest manifest = manifest(results);
    Map<String, String> origins = origins(results.values());
    if (settings.overwrite()) {
      new EarlierDataset(files).remove(origins.keySet(), conversion.run());
    }
    StoredFiles.move(origins.values(), Collections2.transform(origins.keySet(), files::at));
    checkInPlace(manifest, origins.keySet());
    writeMetadata(manifest);
    StoredFiles.write(files.at(DatasetFiles.MANIFEST), manifest.toJson());
    StoredFiles.write(files.at(DatasetFiles.SUCCESS), "");
    StoredFiles.deleteFolder(files.unfinished(conversion.run()));
  }

  /** A shard to which no image fell is a file without records: names promise all of their count. */
  private Map<ShardId, ShardResult> withEmptyShards(Iterable<ShardResult> converted)
      throws IOException {
    Map<ShardId, ShardResult> results = new TreeMap<>();
    converted.forEach(result -> results.put(result.shard(), result));
    for (Map.Entry<String, Integer> split : plan.shards().entrySet()) {
      for (int index = 0; index < split.getValue(); index++) {
        ShardId shard = ShardId.of(split.getKey(), index, split.getValue());
        if (!results.containsKey(shard)) {
          results.put(shard, ShardConverter.empty(conversion, shard));
        }
      }
    }
    return results;
  }

  /** Where each file to be published is now, by its name. */
  private Map<String, String> origins(Iterable<ShardResult> results) {
    Map<String, String> origins = new LinkedHashMap<>();
    for (ShardResult result : results) {
      for (String name : files.published(result)) {
        origins.put(name, result.attempt().uriOf(name));
      }
    }
    return origins;
  }

  private void checkInPlace(Manifest manifest, Set<String> published) throws IOException {
    Map<String, Long> sizes = new HashMap<>(StoredFiles.sizes(files.folder()));
    StoredFiles.sizes(files.at(DatasetFiles.REJECTED))
        .forEach((name, size) -> sizes.put(DatasetFiles.REJECTED + name, size));
    for (Manifest.Split split : manifest.splits()) {
      for (Manifest.Shard shard : split.shards()) {
        Long size = sizes.get(shard.file());
        if (size == null || size != shard.facts().bytes()) {
          throw new IllegalStateException(
              String.format(
                  "%s has %s bytes in place, %d were written",
                  shard.file(), size, shard.facts().bytes()));
        }
      }
    }
    for (String name : published) {
      if (!sizes.containsKey(name)) {
        throw new IllegalStateException(name + " is not in place");
      }
    }
  }

  private Manifest manifest(Map<ShardId, ShardResult> results) throws IOException {
    Bookkeeper total = new Bookkeeper();
    ImmutableList.Builder<Manifest.Split> splits = ImmutableList.builder();
    for (String split : plan.shards().keySet()) {
      Bookkeeper sums = new Bookkeeper();
      List<Manifest.Shard> shards = new ArrayList<>();
      for (ShardResult result : results.values()) {
        if (result.shard().split().equals(split)) {
          sums.enter(result);
          total.enter(result);
          shards.add(
              Manifest.Shard.of(
                  files.shard(result.shard()),
                  result.listed() - result.facts().records(),
                  result.untouched(),
                  result.facts()));
        }
      }
      splits.add(Manifest.Split.of(split, sums.books(), shards));
    }
    return Manifest.of(
        Manifest.VERSION,
        files.name(),
        conversion.schema().id(),
        Json.parse(settings.optionsJson(), JsonNode.class),
        plan.labels(),
        total.books(),
        total.listing(),
        splits.build());
  }

  private void writeMetadata(Manifest manifest) throws IOException {
    StoredFiles.write(
        files.at(DatasetFiles.labels(conversion.schema().classFeature())),
        DatasetFiles.labelLines(plan.labels()));
    if (files.gzip()) {
      return; // TensorFlow Datasets opens uncompressed shards only.
    }
    List<TfdsMetadata.SplitInfo> splits = new ArrayList<>();
    for (Manifest.Split split : manifest.splits()) {
      List<Long> lengths = new ArrayList<>();
      split.shards().forEach(shard -> lengths.add(shard.facts().records()));
      splits.add(new TfdsMetadata.SplitInfo(split.name(), lengths, split.books().bytes()));
    }
    StoredFiles.write(
        files.at(DatasetFiles.DATASET_INFO),
        TfdsMetadata.datasetInfo(files.name(), conversion.schema(), splits));
    StoredFiles.write(
        files.at(DatasetFiles.FEATURES),
        TfdsMetadata.features(
            conversion.schema(), conversion.image().outputForm(), plan.labels().size()));
  }
}
