package dev.darkroom.benchmark.reading;

import java.io.IOException;

/** Reads that follow one another in one thread. Can be run again and again. Thread-safe. */
interface ReadTask {
  /** Receives images one by one; between two of them nothing is being read. */
  interface Sink {
    void accept(ReadImage image) throws IOException;
  }

  /** How many images a run yields. */
  long images();

  /** Reads them all. */
  void run(ImageWork work, Sink sink) throws IOException;
}
