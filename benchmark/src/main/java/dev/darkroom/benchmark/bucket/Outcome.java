package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.conditions.Fault;
import java.util.Locale;

/** How a request ended. */
public enum Outcome {
  /** Answered as asked. */
  OK,
  /** Answered 404. */
  NOT_FOUND,
  /** Answered 412: another generation has the name. */
  PRECONDITION_FAILED,
  /** Answered otherwise in 400 to 499: the request is wrong. */
  REFUSED,
  /** Answered 500: the bucket is wrong. */
  FAILED,
  /** Answered 429, by the limit of requests. */
  OVER_LIMIT,
  /** Answered 429, by chance. */
  TOO_MANY_REQUESTS,
  /** Answered 503, by chance. */
  UNAVAILABLE,
  /** The connection was reset, by chance. */
  RESET,
  /** The content ended too early, by chance. */
  TRUNCATED;

  static Outcome of(Fault fault, ApiResponse response) {
    switch (fault) {
      case OVER_LIMIT:
        return OVER_LIMIT;
      case TOO_MANY_REQUESTS:
        return TOO_MANY_REQUESTS;
      case UNAVAILABLE:
        return UNAVAILABLE;
      case RESET_UNHEARD:
      case RESET:
        return RESET;
      case TRUNCATED:
        return response.isMedia() ? TRUNCATED : of(response.status());
      default:
        return of(response.status());
    }
  }

  private static Outcome of(int status) {
    if (status < 400) {
      return OK;
    }
    switch (status) {
      case 404:
        return NOT_FOUND;
      case 412:
        return PRECONDITION_FAILED;
      default:
        return status < 500 ? REFUSED : FAILED;
    }
  }

  /** For people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
