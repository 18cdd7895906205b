package dev.darkroom.pipeline;

import dev.darkroom.pipeline.cli.ExitCode;
import dev.darkroom.pipeline.cli.UserException;
import dev.darkroom.pipeline.convert.ConvertCommand;
import dev.darkroom.pipeline.convert.ConvertOptions;
import dev.darkroom.pipeline.verify.VerifyCommand;
import dev.darkroom.pipeline.verify.VerifyOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.PipelineOptions;

/** What the program can do. */
enum Verb {
  CONVERT("turns images into a dataset of TFRecords", ConvertOptions.class) {
    @Override
    ExitCode run(List<String> flags, PrintStream out, PrintStream err)
        throws UserException, IOException {
      return new ConvertCommand(out, err).run(flags);
    }
  },
  VERIFY("reads a dataset again and holds it against its manifest", VerifyOptions.class) {
    @Override
    ExitCode run(List<String> flags, PrintStream out, PrintStream err)
        throws UserException, IOException {
      return new VerifyCommand(out, err).run(flags);
    }
  };

  private final String meaning;
  private final Class<? extends PipelineOptions> options;

  Verb(String meaning, Class<? extends PipelineOptions> options) {
    this.meaning = meaning;
    this.options = options;
  }

  /** Does it. */
  abstract ExitCode run(List<String> flags, PrintStream out, PrintStream err)
      throws UserException, IOException;

  /** What it does, in a few words. */
  String meaning() {
    return meaning;
  }

  /** Its flags. */
  Class<? extends PipelineOptions> options() {
    return options;
  }

  /** The verb as it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Verb named(String name) throws UserException {
    return Arrays.stream(values())
        .filter(verb -> verb.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.USAGE,
                    "no such verb: "
                        + name
                        + "; there are "
                        + Arrays.stream(values())
                            .map(Verb::toString)
                            .collect(Collectors.joining(", "))));
  }
}
