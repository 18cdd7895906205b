package dev.darkroom.transforms.run;

import java.io.Console;

/** Whether a person is watching. */
final class Terminal {
  private Terminal() {}

  /** Whether the process is attached to a terminal. */
  @SuppressWarnings(
      "SystemConsoleNull") // Since Java 22 there is always a console, which can be asked.
  static boolean isAttached() {
    Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Console.isTerminal is part of Java 22", e);
    }
  }
}
