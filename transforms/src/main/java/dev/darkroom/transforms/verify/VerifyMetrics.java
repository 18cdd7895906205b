package dev.darkroom.transforms.verify;

/** The names under which a verification can be watched. */
public final class VerifyMetrics {
  /** The namespace of all of them. */
  public static final String NAMESPACE = "verify";

  /** Sound records read. */
  public static final String RECORDS_READ = "records_read";

  /** Faults found. */
  public static final String FAULTS = "faults_found";

  private VerifyMetrics() {}
}
