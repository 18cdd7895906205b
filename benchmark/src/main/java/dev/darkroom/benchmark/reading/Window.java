package dev.darkroom.benchmark.reading;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** How much a trial must read at least; passes are repeated until both are met. Immutable. */
@AutoValue
public abstract class Window implements Serializable {
  /** Seconds on the clock. */
  public abstract double seconds();

  /** Images read. */
  public abstract long images();

  /** All arguments as the accessors of the same names describe them. */
  public static Window of(double seconds, long images) {
    return new AutoValue_Window(seconds, images);
  }
}
