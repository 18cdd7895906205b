package dev.darkroom.transforms.gcs;

/**
 * How many idle connections this process keeps to each bucket's host. Java keeps five: where more
 * reads than that are made at once, most would open a connection, and TLS takes as long as a read.
 */
final class KeptConnections {
  private static final String PROPERTY = "http.maxConnections";
  private static final String COUNT = "256";

  private KeptConnections() {}

  /** Keeps many, unless the user has said how many; to be called before the first request. */
  static void allow() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, COUNT);
    }
  }
}
