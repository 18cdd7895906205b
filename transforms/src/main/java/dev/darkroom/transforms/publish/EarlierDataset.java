package dev.darkroom.transforms.publish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A dataset that an earlier run left in the folder, whole or in part. Its files are those with
 * names that this program gives to a dataset of the same name or of the name in the manifest there;
 * whatever else lies in the folder stays.
 */
final class EarlierDataset {
  private final DatasetFiles files;

  EarlierDataset(DatasetFiles files) {
    this.files = files;
  }

  /**
   * Removes it, the mark of success first, but for files that are about to be replaced; and
   * whatever runs that came to no end have left.
   *
   * @param kept names of the files that stay
   * @param run the run whose unpublished files stay
   */
  void remove(Set<String> kept, String run) throws IOException {
    Pattern names = ownNames();
    StoredFiles.delete(List.of(files.at(DatasetFiles.SUCCESS)));
    List<String> own = new ArrayList<>();
    for (String folder : List.of("", DatasetFiles.REJECTED)) {
      for (String file : StoredFiles.sizes(files.at(folder)).keySet()) {
        String name = folder + file;
        if (names.matcher(name).matches() && !kept.contains(name)) {
          own.add(files.at(name));
        }
      }
    }
    StoredFiles.delete(own);
    for (String unfinished : StoredFiles.folders(files.folder(), DatasetFiles.UNFINISHED)) {
      if (!unfinished.equals(files.unfinished(run))) {
        StoredFiles.deleteFolder(unfinished);
      }
    }
  }

  private Pattern ownNames() throws IOException {
    Set<String> datasets = new TreeSet<>(Set.of(files.name()));
    Optional<String> manifest = StoredFiles.textIfPresent(files.at(DatasetFiles.MANIFEST));
    if (manifest.isPresent()) {
      datasets.add(Json.parse(manifest.get(), JsonNode.class).path("name").asText());
    }
    List<String> patterns = new ArrayList<>();
    for (String dataset : datasets) {
      patterns.add(Pattern.quote(dataset) + "-\\w+-\\d{5}-of-\\d{5}\\.tfrecord(\\.gz|\\.idx)?");
    }
    patterns.add(DatasetFiles.REJECTED + "\\w+-\\d{5}-of-\\d{5}\\.jsonl");
    for (Schema schema : Schema.values()) {
      patterns.add(Pattern.quote(DatasetFiles.labels(schema.classFeature())));
    }
    patterns.add(Pattern.quote(DatasetFiles.MANIFEST));
    patterns.add(Pattern.quote(DatasetFiles.DATASET_INFO));
    patterns.add(Pattern.quote(DatasetFiles.FEATURES));
    return Pattern.compile(String.join("|", patterns));
  }
}
