package dev.darkroom.benchmark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that a conversion left out, so that a scan of the raw files leaves them out as well.
 */
final class RejectedKeys {
  private RejectedKeys() {}

  /**
   * Reads the rows on rejected files.
   *
   * @param records folders of datasets, or patterns of shards in them
   */
  static Set<String> read(List<String> records) throws IOException {
    Set<String> keys = new HashSet<>();
    for (String given : records) {
      String folder = ImageInput.of(given).root() + DatasetFiles.REJECTED;
      for (String name : StoredFiles.sizes(folder).keySet()) {
        for (String row :
            Splitter.on('\n').omitEmptyStrings().split(StoredFiles.text(folder + name))) {
          keys.add(Json.parse(row, JsonNode.class).path("key").asText());
        }
      }
    }
    return keys;
  }
}
