package dev.darkroom.pipeline.convert;

import dev.darkroom.transforms.cli.ExitCode;
import dev.darkroom.transforms.cli.UserException;
import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.gcs.GcsAccess;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.stream.Collectors;

/** What must hold of the places that flags name, before and after they are listed. */
public final class ConvertChecks {
  private ConvertChecks() {}

  /**
   * Every input must be listable.
   *
   * @throws UserException if one is not
   */
  public static void requireReadable(GcsAccess access, ConvertConfig config) throws UserException {
    for (ImageInput input : config.inputs()) {
      access.requireReadable("input", input.root());
    }
  }

  /**
   * Nothing may be in the output's folder that {@code --overwrite} does not give up.
   *
   * @throws UserException if there is
   */
  public static void requireEmpty(ConvertOptions options, String folder)
      throws UserException, IOException {
    if (!options.isOverwrite() && !StoredFiles.isEmpty(folder)) {
      throw new UserException(
          ExitCode.OUTPUT_EXISTS,
          "--output: "
              + options.getOutput()
              + " is not empty; --overwrite replaces a dataset there");
    }
  }

  /**
   * Every input must have matched a file.
   *
   * @throws UserException that names the others
   */
  public static void requireMatches(DatasetPlan plan, ConvertConfig config) throws UserException {
    if (!plan.unmatchedInputs().isEmpty()) {
      throw new UserException(
          ExitCode.INPUT,
          plan.unmatchedInputs().stream()
              .map(i -> "--input: nothing matches " + config.inputs().get(i).given())
              .collect(Collectors.toList()));
    }
  }
}
