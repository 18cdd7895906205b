package dev.darkroom.benchmark.measure;

import dev.darkroom.benchmark.Photos;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Photos, records of their own bytes, and an empty folder for the results of each test. */
abstract class MeasureFixture {
  static final int PHOTOS = 24;

  @TempDir static Path shared;
  @TempDir Path folder;

  static Photos photos;
  static Path records;

  MeasureRuns runs;

  @BeforeAll
  static void makeData() throws IOException {
    photos = Photos.draw(shared.resolve("photos"), 8, "asters", "roses", "tulips");
    records = photos.pack(shared.resolve("records"), 3);
  }

  @BeforeEach
  void prepare() {
    runs = new MeasureRuns(photos.folder(), records, folder.resolve("out"));
  }
}
