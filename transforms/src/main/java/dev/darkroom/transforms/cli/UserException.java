package dev.darkroom.transforms.cli;

import java.util.List;

/** The user can mend it: the messages say how, and no stack trace is shown. */
public final class UserException extends Exception {
  private final ExitCode exitCode;
  private final List<String> messages;

  /**
   * @param messages at least one, each complete in itself
   */
  public UserException(ExitCode exitCode, List<String> messages) {
    super(String.join("; ", messages));
    this.exitCode = exitCode;
    this.messages = List.copyOf(messages);
  }

  /** With a single message. */
  public UserException(ExitCode exitCode, String message) {
    this(exitCode, List.of(message));
  }

  /** How the program is to end. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What to tell the user, a line each. */
  public List<String> messages() {
    return messages;
  }
}
