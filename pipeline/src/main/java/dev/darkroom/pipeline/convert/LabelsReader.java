package dev.darkroom.pipeline.convert;

import com.google.common.base.Splitter;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code --labels}: names, or a file of them. */
final class LabelsReader {
  private static final String FLAG = "labels";

  private final FlagChecks check;

  LabelsReader(FlagChecks check) {
    this.check = check;
  }

  List<String> read(String given) {
    List<String> labels =
        isFile(given) ? lines(given) : Splitter.on(',').trimResults().splitToList(given);
    if (labels.isEmpty() || labels.contains("")) {
      check.fail(FLAG, "'" + given + "' holds no name, or an empty one");
    }
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        check.fail(FLAG, "'" + label + "' is given twice");
      }
    }
    return labels;
  }

  private static boolean isFile(String given) {
    return given.contains("/") || Files.isRegularFile(Paths.get(given));
  }

  private List<String> lines(String given) {
    String uri = ImageInput.isLocal(given) ? Paths.get(given).toAbsolutePath().toString() : given;
    try {
      Optional<String> text = StoredFiles.textIfPresent(uri);
      if (!text.isPresent()) {
        check.fail(FLAG, "there is no file " + given);
      }
      return text.orElse("-").lines().map(String::trim).collect(Collectors.toList());
    } catch (IOException e) {
      check.fail(FLAG, "cannot read " + given + ": " + e.getMessage());
      return List.of("-");
    }
  }
}
