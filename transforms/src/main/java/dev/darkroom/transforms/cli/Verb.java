package dev.darkroom.transforms.cli;

import com.google.auto.value.AutoValue;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/** One thing a program can do. Immutable. */
@AutoValue
public abstract class Verb {
  /** Does it. */
  public interface Action {
    /**
     * Runs to the end.
     *
     * @param flags what was typed after the verb
     * @param out for results
     * @param err for progress and complaints
     * @throws UserException if the user can mend what is wrong
     * @throws IOException if storage fails
     */
    ExitCode run(List<String> flags, PrintStream out, PrintStream err)
        throws UserException, IOException;
  }

  /** The verb as it is typed. */
  abstract String name();

  /** What it does, in a few words. */
  abstract String meaning();

  /** Its flags. */
  abstract Class<? extends PipelineOptions> options();

  abstract Action action();

  /**
   * A verb.
   *
   * @param meaning what it does, in a few words
   * @param options its flags; their descriptions and defaults are its help text
   */
  public static Verb of(
      String name, String meaning, Class<? extends PipelineOptions> options, Action action) {
    return new AutoValue_Verb(name, meaning, options, action);
  }
}
