package dev.darkroom.transforms.verify;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.example.RecordChecker;
import dev.darkroom.transforms.example.Schema;
import java.io.Serializable;
import java.util.List;

/** What a worker must know to verify shards. Immutable. */
@AutoValue
public abstract class VerifySettings implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The dataset. */
  public abstract DatasetFiles files();

  /** What its records are. */
  public abstract Schema schema();

  /** The width of its images, in pixels. */
  public abstract int width();

  /** Their height, in pixels. */
  public abstract int height();

  /** Class names, in the order of their ids. */
  public abstract ImmutableList<String> labels();

  /** Where the verdict is to be written. */
  public abstract String verdictUri();

  /** All arguments as the accessors of the same names describe them. */
  public static VerifySettings of(
      DatasetFiles files,
      Schema schema,
      int width,
      int height,
      List<String> labels,
      String verdictUri) {
    return new AutoValue_VerifySettings(
        files, schema, width, height, ImmutableList.copyOf(labels), verdictUri);
  }

  ShardVerifier verifier() {
    return new ShardVerifier(files(), new RecordChecker(schema(), width(), height(), labels()));
  }
}
