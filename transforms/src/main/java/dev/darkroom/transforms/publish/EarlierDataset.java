package dev.darkroom.transforms.publish;

import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  /**
   * Removes it, the mark of success first, but for files that are about to be replaced; and
   * whatever runs that came to no end have left.
   *
   * @param kept names of the files that stay
   * @param run the run whose unpublished files stay
   */
  void remove(Set<String> kept, String run) throws IOException {
    StoredFiles.delete(List.of(files.at(DatasetFiles.SUCCESS)));
    List<String> own = new ArrayList<>();
    for (String folder : List.of("", DatasetFiles.REJECTED)) {
      for (String file : StoredFiles.sizes(files.at(folder)).keySet()) {
        String name = folder + file;
        if (OWN.matcher(name).matches() && !kept.contains(name)) {
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
}
