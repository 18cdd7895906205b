package dev.darkroom.transforms.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.example.RecordChecker;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.OutputForm;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.publish.Manifest;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** What a worker must know to verify shards. Immutable. */
@AutoValue
public abstract class VerifySettings implements Serializable {
  /** The dataset. */
  public abstract DatasetFiles files();

  /** What its records are. */
  public abstract Schema schema();

  /** What its images have in common. */
  public abstract OutputForm form();

  /** Class names, in the order of their ids. */
  public abstract List<String> labels();

  /** The folder for what this verification leaves to be read, with a trailing slash. */
  public abstract String unfinished();

  /** Where the verdict is to be written. */
  public final String verdictUri() {
    return unfinished() + "verdict.json";
  }

  /**
   * The settings for the dataset that {@code manifest} describes.
   *
   * @param folder where it lies, with a trailing slash
   * @param run the name of this verification
   */
  public static VerifySettings of(String folder, Manifest manifest, String run) {
    boolean gzip = manifest.options().path("compression").asText().equals("gzip");
    DatasetFiles files = DatasetFiles.of(folder, manifest.name(), gzip);
    return new AutoValue_VerifySettings(
        files,
        Schema.withId(manifest.schema()),
        form(manifest.options()),
        manifest.labels(),
        files.unfinished(run));
  }

  private static OutputForm form(JsonNode options) {
    return OutputForm.of(
        options.path("width").asInt(),
        options.path("height").asInt(),
        Fit.parse(options.path("fit").asText("cover")),
        options.path("enlarge").asBoolean(true),
        OutputFormat.valueOf(options.path("format").asText("jpeg").toUpperCase(Locale.ROOT)));
  }

  ShardVerifier verifier() {
    return new ShardVerifier(files(), new RecordChecker(schema(), form(), labels()));
  }
}
