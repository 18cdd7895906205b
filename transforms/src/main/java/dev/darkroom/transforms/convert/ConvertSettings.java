package dev.darkroom.transforms.convert;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.dataset.DatasetFiles;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.image.spec.ImageSpec;
import java.io.Serializable;

/** Everything a worker must know to write shards. Immutable. */
@AutoValue
public abstract class ConvertSettings implements Serializable {
  /** Where the dataset goes. */
  public abstract DatasetFiles files();

  /** The name of this run, which keeps what it has not yet published apart from other runs'. */
  public abstract String run();

  /** The images to make. */
  public abstract ImageSpec image();

  /** What makes them. */
  public abstract EngineChoice engine();

  /** The records to make. */
  public abstract Schema schema();

  /** The seed of shards and order. */
  public abstract long seed();

  /** The largest source file read, in bytes. */
  public abstract long maxFileBytes();

  /** How long the conversion of one image may take, in seconds. */
  public abstract long maxImageSeconds();

  /** Whether any source file lies behind {@code gs://}. */
  public abstract boolean readsGcs();

  /** A builder without defaults: the command line has them. */
  public static Builder builder() {
    return new AutoValue_ConvertSettings.Builder();
  }

  /** Sets what the accessors of the same names describe. */
  @AutoValue.Builder
  public abstract static class Builder {
    /** See {@link ConvertSettings#files}. */
    public abstract Builder files(DatasetFiles files);

    /** See {@link ConvertSettings#run}. */
    public abstract Builder run(String run);

    /** See {@link ConvertSettings#image}. */
    public abstract Builder image(ImageSpec image);

    /** See {@link ConvertSettings#engine}. */
    public abstract Builder engine(EngineChoice engine);

    /** See {@link ConvertSettings#schema}. */
    public abstract Builder schema(Schema schema);

    /** See {@link ConvertSettings#seed}. */
    public abstract Builder seed(long seed);

    /** See {@link ConvertSettings#maxFileBytes}. */
    public abstract Builder maxFileBytes(long bytes);

    /** See {@link ConvertSettings#maxImageSeconds}. */
    public abstract Builder maxImageSeconds(long seconds);

    /** See {@link ConvertSettings#readsGcs}. */
    public abstract Builder readsGcs(boolean readsGcs);

    /** The settings. */
    public abstract ConvertSettings build();
  }
}
