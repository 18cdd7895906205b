package dev.darkroom.transforms.dataset;

import com.google.auto.value.AutoValue;
import java.util.UUID;

/**
 * One try at writing one shard. A bundle may run twice, even at once, so every try has names of its
 * own; those of the try whose result is committed are published. Immutable.
 */
@AutoValue
public abstract class Attempt {
  /** What the attempt's file names begin with, the run's unpublished folder included. */
  public abstract String prefix();

  /** A new attempt whose files lie in {@code folder}. */
  public static Attempt in(String folder) {
    return new AutoValue_Attempt(folder + UUID.randomUUID() + "-");
  }

  /** An attempt made elsewhere. */
  public static Attempt of(String prefix) {
    return new AutoValue_Attempt(prefix);
  }

  /** Where this attempt keeps what will be published as {@code name}. */
  public String uriOf(String name) {
    return prefix() + name.replace('/', '.');
  }
}
