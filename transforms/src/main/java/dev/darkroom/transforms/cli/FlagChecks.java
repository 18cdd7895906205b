package dev.darkroom.transforms.cli;

import dev.darkroom.transforms.dataset.ImageInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** Checks values of flags; what is wrong goes to a list, so that all of it is told of at once. */
public final class FlagChecks {
  private final List<String> errors;

  /**
   * @param errors receives the messages
   */
  public FlagChecks(List<String> errors) {
    this.errors = errors;
  }

  /** The flag is wrong for a reason of its own. */
  public void fail(String flag, String problem) {
    errors.add("--" + flag + ": " + problem);
  }

  /** Whether a required flag is there. */
  public boolean given(String flag, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      fail(flag, "is required");
      return false;
    }
    return true;
  }

  /** The value must match a regular expression, described by {@code expected}. */
  public void matches(String flag, String value, String regex, String expected) {
    if (!value.matches(regex)) {
      fail(flag, "'" + value + "' is not of the form: " + expected);
    }
  }

  /** The value must lie between the bounds, both included. */
  public void range(String flag, long value, long least, long most) {
    if (value < least || value > most) {
      fail(flag, value + " is not from " + least + " to " + most);
    }
  }

  /** The value must lie between the bounds, both included. */
  public void range(String flag, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      fail(flag, value + " is not from " + least + " to " + most);
    }
  }

  /**
   * The constant of that name in lower case, with hyphens; null, and an error, if there is none.
   */
  @Nullable
  public <E extends Enum<E>> E oneOf(String flag, String value, Class<E> choices) {
    for (E choice : choices.getEnumConstants()) {
      if (lowerCase(choice).equals(value)) {
        return choice;
      }
    }
    String known =
        Arrays.stream(choices.getEnumConstants())
            .map(FlagChecks::lowerCase)
            .collect(Collectors.joining(", "));
    fail(flag, "'" + value + "' is none of " + known);
    return null;
  }

  /** What the parser makes of the value; null, and the parser's complaint, if it refuses. */
  @Nullable
  public <T> T parsed(String flag, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      fail(flag, e.getMessage());
      return null;
    }
  }

  /** The folder in full, with a trailing slash; an error if it is a file. */
  public String folder(String flag, String value) {
    String full = ImageInput.withoutFileScheme(value);
    if (ImageInput.isLocal(full)) {
      Path path = Paths.get(full).toAbsolutePath().normalize();
      if (Files.exists(path) && !Files.isDirectory(path)) {
        fail(flag, value + " is a file, not a folder");
      }
      full = path.toString();
    }
    return full.endsWith("/") ? full : full + "/";
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
