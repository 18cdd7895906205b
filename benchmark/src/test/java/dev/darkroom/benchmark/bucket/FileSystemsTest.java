package dev.darkroom.benchmark.bucket;

import org.junit.jupiter.api.AfterEach;

/** Beam on the emulated bucket. */
class FileSystemsTest extends FileSystemsContract {
  private final EmulatedBucket bucket;

  FileSystemsTest() throws Exception {
    bucket = EmulatedBucket.start(BucketSettings.builder().build());
  }

  @Override
  String endpoint() {
    return bucket.endpoint();
  }

  @AfterEach
  void close() throws Exception {
    bucket.close();
  }
}
