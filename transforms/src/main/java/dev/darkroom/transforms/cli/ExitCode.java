package dev.darkroom.transforms.cli;

/** How the program ends, for schedulers and scripts. */
public enum ExitCode {
  /** All is done as asked. */
  DONE(0, "done"),
  /** The program or its surroundings failed. */
  FAILURE(1, "failed for another reason than the following"),
  /** The command line is wrong. */
  USAGE(2, "the command line is wrong; the message names the flag"),
  /** The input is not there. */
  INPUT(3, "an input matched nothing, or could not be read as a whole"),
  /** More images were rejected than allowed; everything is written all the same. */
  REJECTIONS(4, "done, but more inputs were rejected than --maxRejectRatio allows"),
  /** The output is not empty; nothing was touched. */
  OUTPUT_EXISTS(5, "the output exists; nothing was touched"),
  /** The dataset is damaged. */
  VERIFICATION(6, "the dataset is not what its manifest says");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The process's exit status. */
  public int code() {
    return code;
  }

  /** What it means, for the help text. */
  public String meaning() {
    return meaning;
  }
}
