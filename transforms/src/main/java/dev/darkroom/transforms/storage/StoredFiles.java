package dev.darkroom.transforms.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteStreams;
import dev.darkroom.transforms.dataset.ImageInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/** Operations on whole files of any registered file system. Thread-safe. */
public final class StoredFiles {
  private StoredFiles() {}

  /** Opens a file for writing, replacing what is there once closed. */
  public static WritableByteChannel create(String uri) throws IOException {
    return FileSystems.create(file(uri), MimeTypes.BINARY);
  }

  /** Opens a file for reading from its start. */
  public static ReadableByteChannel open(String uri) throws IOException {
    return FileSystems.open(file(uri));
  }

  /** Writes a small file of UTF-8 text. */
  public static void write(String uri, String text) throws IOException {
    try (WritableByteChannel channel = create(uri)) {
      Channels.newOutputStream(channel).write(text.getBytes(UTF_8));
    }
  }

  /** The whole of a small UTF-8 file, or empty if there is none. */
  public static Optional<String> readIfPresent(String uri) throws IOException {
    try (ReadableByteChannel channel = open(uri)) {
      return Optional.of(new String(ByteStreams.toByteArray(Channels.newInputStream(channel)), UTF_8));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The files a pattern matches, and their sizes in bytes. */
  public static Map<String, Long> sizes(String pattern) throws IOException {
    ImmutableMap.Builder<String, Long> sizes = ImmutableMap.builder();
    for (MatchResult.Metadata file :
        FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata()) {
      sizes.put(file.resourceId().toString(), file.sizeBytes());
    }
    return sizes.buildOrThrow();
  }

  /**
   * Moves files, replacing what is there. A source that is gone was moved by an earlier attempt at the
   * same work, so that repeating the call is safe.
   */
  public static void move(Map<String, String> sourceToDestination) throws IOException {
    List<ResourceId> sources = new ArrayList<>();
    List<ResourceId> destinations = new ArrayList<>();
    sourceToDestination.forEach(
        (source, destination) -> {
          sources.add(file(source));
          destinations.add(file(destination));
        });
    FileSystems.rename(sources, destinations, StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  /** Deletes files; one that is gone already is no error. */
  public static void delete(Iterable<String> uris) throws IOException {
    List<ResourceId> files = new ArrayList<>();
    uris.forEach(uri -> files.add(file(uri)));
    FileSystems.delete(files, StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  /** Deletes the files directly in a folder, and the folder where folders are things of their own. */
  public static void deleteFolder(String folder) throws IOException {
    delete(sizes(folder + "*").keySet());
    if (ImageInput.isLocal(folder)) {
      Files.deleteIfExists(Paths.get(folder));
    }
  }

  private static ResourceId file(String uri) {
    return FileSystems.matchNewResource(uri, false);
  }
}
