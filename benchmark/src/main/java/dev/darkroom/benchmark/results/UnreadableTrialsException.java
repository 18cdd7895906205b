package dev.darkroom.benchmark.results;

import java.io.IOException;
import javax.annotation.Nullable;

/** A file of trials holds something else; the message says which, where, and what. */
public final class UnreadableTrialsException extends IOException {
  UnreadableTrialsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
