package dev.darkroom.transforms.publish;

import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A dataset that an earlier run left in the folder, whole or in part. Only files with names this
 * program gives are its; whatever else lies there stays.
 */
final class EarlierDataset {
  private static final Pattern OWN =
      Pattern.compile(
          "[a-zA-Z]\\w*-\\w+-\\d{5}-of-\\d{5}\\.tfrecord(\\.gz|\\.idx)?"
              + "|\\w+\\.labels\\.txt"
              + "|rejected/\\w+-\\d{5}-of-\\d{5}\\.jsonl"
              + "|"
              + String.join(
                  "|",
                  Pattern.quote(DatasetFiles.MANIFEST),
                  Pattern.quote(DatasetFiles.DATASET_INFO),
                  Pattern.quote(DatasetFiles.FEATURES)));

  private final DatasetFiles files;

  EarlierDataset(DatasetFiles files) {
    this.files = files;
  }

  /** Removes it, the mark of success first. */
  void remove() throws IOException {
    StoredFiles.delete(List.of(files.at(DatasetFiles.SUCCESS)));
    List<String> own = new ArrayList<>();
    for (String pattern : List.of(files.at("*"), files.at("rejected/*"))) {
      for (String uri : StoredFiles.sizes(pattern).keySet()) {
        if (OWN.matcher(uri.substring(files.folder().length())).matches()) {
          own.add(uri);
        }
      }
    }
    StoredFiles.delete(own);
  }
}
