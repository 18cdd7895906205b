package dev.darkroom.transforms.example;

/** A record's frame is sound but its content is not what the schema says. */
public final class MalformedRecordException extends Exception {
  MalformedRecordException(String message) {
    super(message);
  }

  MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
