package dev.darkroom.benchmark.reading;

import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Stage;
import java.io.IOException;
import javax.annotation.Nullable;

/** Takes what was read as far as the depth asks, and takes the time of each stage. Thread-safe. */
final class ImageWork {
  private final Depth depth;
  private final int width;
  private final int height;
  @Nullable private final ImageDecoder decoder;

  /**
   * Opens a decoder where the depth needs one.
   *
   * @param width of the resized image, in pixels
   * @param height of the resized image, in pixels
   */
  ImageWork(Depth depth, int width, int height) {
    this.depth = depth;
    this.width = width;
    this.height = height;
    this.decoder = depth.compareTo(Depth.DECODE) >= 0 ? TensorFlowDecoder.open() : null;
  }

  /** Of a file, which is its image. */
  ReadImage file(byte[] file, String name, long storageBytes, StageNanos nanos) throws IOException {
    decode(file, name, nanos);
    return ReadImage.image(file, name, storageBytes, nanos);
  }

  /** Of a record. */
  ReadImage record(byte[] record, long storageBytes, StageNanos nanos) throws IOException {
    if (depth == Depth.BYTES) {
      return ReadImage.record(record, storageBytes, nanos);
    }
    long before = System.nanoTime();
    ImageRecord parsed = ImageRecord.parse(record);
    nanos.set(Stage.PARSE, System.nanoTime() - before);
    decode(parsed.image(), parsed.name(), nanos);
    return ReadImage.image(parsed.image(), parsed.name(), storageBytes, nanos);
  }

  private void decode(byte[] image, @Nullable String name, StageNanos nanos) throws IOException {
    if (decoder == null) {
      return;
    }
    long before = System.nanoTime();
    try (ImageDecoder.Pixels pixels = decoder.decode(image)) {
      nanos.set(Stage.DECODE, System.nanoTime() - before);
      if (depth == Depth.RESIZE) {
        resize(pixels, nanos);
      }
    } catch (IOException e) {
      throw new IOException((name == null ? "an image" : name) + ": " + e.getMessage(), e);
    }
  }

  private void resize(ImageDecoder.Pixels pixels, StageNanos nanos) {
    long before = System.nanoTime();
    try (ImageDecoder.Pixels resized = pixels.resize(width, height)) {
      nanos.set(Stage.RESIZE, System.nanoTime() - before);
      if (resized.width() != width || resized.height() != height) {
        throw new IllegalStateException(resized.width() + "x" + resized.height() + " pixels");
      }
    }
  }
}
