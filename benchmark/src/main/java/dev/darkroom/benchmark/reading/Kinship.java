package dev.darkroom.benchmark.reading;

import com.google.auto.value.AutoValue;
import javax.annotation.Nullable;

/** How the first records and the raw files they name are related. Immutable. */
@AutoValue
public abstract class Kinship {
  /** Records looked at. */
  public abstract int compared();

  /** How many of them hold their file's own bytes. */
  public abstract int untouched();

  /** Whether all of them name a file. */
  public abstract boolean named();

  /** A file that is named but not there, or null. */
  @Nullable
  public abstract String missing();

  static Kinship of(int compared, int untouched) {
    return new AutoValue_Kinship(compared, untouched, true, null);
  }

  static Kinship nameless(int compared) {
    return new AutoValue_Kinship(compared, 0, false, null);
  }

  static Kinship missing(int compared, String name) {
    return new AutoValue_Kinship(compared, 0, true, name);
  }
}
