package dev.darkroom.transforms.publish;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** What publishing must know beyond what converting does. Immutable. */
@AutoValue
public abstract class PublishSettings implements Serializable {
  /** The settings that shaped the records, as a JSON object, for the manifest. */
  public abstract String optionsJson();

  /** Whether an earlier dataset in the same folder gives way. */
  public abstract boolean overwrite();

  /** All arguments as the accessors of the same names describe them. */
  public static PublishSettings of(String optionsJson, boolean overwrite) {
    return new AutoValue_PublishSettings(optionsJson, overwrite);
  }
}
