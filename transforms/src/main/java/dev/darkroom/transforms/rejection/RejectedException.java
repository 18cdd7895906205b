package dev.darkroom.transforms.rejection;

/**
 * One input cannot become a record, and that is the input's fault. It ends as a rejection row;
 * every other exception is a fault of the program or its surroundings and fails the work loudly.
 */
public final class RejectedException extends Exception {
  private final Reason reason;

  /**
   * @param reason the code under which the input is counted
   * @param message for a person: what is wrong with this one input, without its name
   */
  public RejectedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** As the other constructor, keeping what gave the verdict. */
  public RejectedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The code under which the input is counted. */
  public Reason reason() {
    return reason;
  }
}
