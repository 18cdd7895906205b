package dev.darkroom.transforms.storage;

import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.gcs.GcsObjects;
import dev.darkroom.transforms.gcs.GcsUri;
import dev.darkroom.transforms.gcs.Patience;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Optional;

/** Reads whole source files, up to a limit. Immutable, thread-safe. */
public final class SourceReader {
  /** What an array can hold, with room for a probe byte. */
  public static final long MOST_BYTES = Integer.MAX_VALUE - 16;

  /** Each thread keeps so much memory outside of the heap, since Java reads files by way of it. */
  private static final int AT_ONCE = 256 << 10;

  /** What Java puts in the place of bytes that are no character. */
  private static final char UNKNOWN_CHARACTER = '\uFFFD';

  private final long maxBytes;
  private final Optional<GcsObjects> objects;

  private SourceReader(long maxBytes, Optional<GcsObjects> objects) {
    this.maxBytes = maxBytes;
    this.objects = objects;
  }

  /**
   * Reads {@code gs://} as Beam does.
   *
   * @param maxBytes files larger than this are rejected; at most {@link #MOST_BYTES}
   */
  public SourceReader(long maxBytes) {
    this(maxBytes, Optional.empty());
  }

  /** Reads {@code gs://} by {@code objects}, and of each no other generation than was listed. */
  public SourceReader withObjects(GcsObjects objects) {
    return new SourceReader(maxBytes, Optional.of(objects));
  }

  /**
   * The file's bytes, however many there are now. A failure of the network that may pass is waited
   * for; one that does not pass is the run's, not the file's.
   *
   * @throws RejectedException at {@link dev.darkroom.transforms.rejection.Stage#READ}
   * @throws IOException if storage fails again and again
   */
  public byte[] read(ImageRef ref) throws RejectedException, IOException, InterruptedException {
    checkSize(ref.bytes());
    checkKind(ref.uri());
    boolean local = ImageInput.isLocal(ref.uri());
    if (!local && ref.bytes() == 0) {
      return new byte[0]; // A bucket refuses every range of an empty object.
    }
    try {
      Optional<byte[]> bytes =
          local ? readOnce(ref) : Patience.HALF_A_MINUTE.with(() -> readRemote(ref));
      return bytes.orElseThrow(() -> tooLarge(maxBytes + 1));
    } catch (InvalidPathException e) {
      throw new RejectedException(
          Reason.UNREADABLE, "this locale cannot express the name; set LC_ALL=C.UTF-8", e);
    } catch (IOException e) {
      if (local && ref.uri().indexOf(UNKNOWN_CHARACTER) >= 0) {
        throw new RejectedException(
            Reason.UNREADABLE, "the name is not of this locale's characters; rename the file", e);
      }
      if (local || Patience.isFinal(e)) {
        throw new RejectedException(reason(ref.uri(), e), describe(e), e);
      }
      throw e;
    }
  }

  private Optional<byte[]> readRemote(ImageRef ref) throws IOException {
    return objects.isPresent() && GcsUri.is(ref.uri())
        ? objects.get().read(GcsUri.parse(ref.uri()), ref.generation(), maxBytes)
        : readOnce(ref);
  }

  /** The bytes; empty if they are too many. */
  private Optional<byte[]> readOnce(ImageRef ref) throws IOException {
    try (InputStream in = Channels.newInputStream(StoredFiles.open(ref.uri()))) {
      byte[] bytes = new byte[(int) ref.bytes()];
      int size = fill(bytes, 0, in);
      int next = in.read();
      while (next >= 0) {
        if (size >= maxBytes) {
          return Optional.empty();
        }
        // It has grown since it was listed.
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * size + 1, maxBytes));
        bytes[size] = (byte) next;
        size = fill(bytes, size + 1, in);
        next = in.read();
      }
      return Optional.of(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
    }
  }

  /** Reads up to the end of the array or of the file; returns where that is. */
  private static int fill(byte[] bytes, int from, InputStream in) throws IOException {
    int to = from;
    while (to < bytes.length) {
      int read = in.read(bytes, to, Math.min(bytes.length - to, AT_ONCE));
      if (read < 0) {
        return to;
      }
      to += read;
    }
    return to;
  }

  private void checkSize(long bytes) throws RejectedException {
    if (bytes > maxBytes) {
      throw tooLarge(bytes);
    }
  }

  private RejectedException tooLarge(long bytes) {
    return new RejectedException(
        Reason.TOO_MANY_BYTES, bytes + " bytes or more; --maxFileBytes is " + maxBytes);
  }

  /** A pipe or a device would keep the reader waiting for ever. */
  private static void checkKind(String uri) throws RejectedException {
    if (ImageInput.isLocal(uri)) {
      File file = new File(uri);
      if (!file.isFile() && file.exists() && !file.isDirectory()) {
        throw new RejectedException(Reason.UNREADABLE, "neither a file nor a folder");
      }
    }
  }

  private static Reason reason(String uri, IOException failure) {
    if (ImageInput.isLocal(uri)) {
      Path path = Paths.get(uri);
      return Files.isDirectory(path) && Files.isReadable(path)
          ? Reason.DIRECTORY
          : Files.notExists(path) ? Reason.VANISHED : Reason.UNREADABLE;
    }
    return failure instanceof FileNotFoundException || failure instanceof NoSuchFileException
        ? Reason.VANISHED
        : Reason.UNREADABLE;
  }

  private static String describe(IOException failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
