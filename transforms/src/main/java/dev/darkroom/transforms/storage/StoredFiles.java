package dev.darkroom.transforms.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.Collections2;
import com.google.common.io.ByteStreams;
import dev.darkroom.transforms.dataset.ImageInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/** Operations on whole files of any registered file system. Thread-safe. */
public final class StoredFiles {
  private static final CreateOptions NEW =
      CreateOptions.StandardCreateOptions.builder()
          .setMimeType(MimeTypes.BINARY)
          .setExpectFileToNotExist(true)
          .build();

  private StoredFiles() {}

  /** Opens a file for writing, replacing what is there once closed. */
  public static WritableByteChannel create(String uri) throws IOException {
    return FileSystems.create(file(uri), MimeTypes.BINARY);
  }

  /** Opens a file for writing whose name nobody else has, so that nobody need be asked for it. */
  public static WritableByteChannel createNew(String uri) throws IOException {
    return FileSystems.create(file(uri), NEW);
  }

  /** Opens a file for reading from its start. */
  public static ReadableByteChannel open(String uri) throws IOException {
    return FileSystems.open(file(uri));
  }

  /** Opens a file for reading from byte {@code offset} on. */
  public static ReadableByteChannel open(String uri, long offset) throws IOException {
    ReadableByteChannel channel = open(uri);
    if (channel instanceof SeekableByteChannel) {
      return ((SeekableByteChannel) channel).position(offset);
    }
    ByteStreams.skipFully(Channels.newInputStream(channel), offset);
    return channel;
  }

  /**
   * Closes files side by side, where closing one waits for a request.
   *
   * @throws IOException the first failure, after all have been tried
   */
  public static void closeAll(List<? extends Channel> files) throws IOException {
    List<Optional<IOException>> failures =
        files.parallelStream().map(StoredFiles::close).collect(toList());
    for (Optional<IOException> failure : failures) {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  private static Optional<IOException> close(Channel file) {
    try {
      file.close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  /** Writes a small file. */
  public static void write(String uri, byte[] content) throws IOException {
    try (WritableByteChannel channel = create(uri)) {
      Channels.newOutputStream(channel).write(content);
    }
  }

  /** Writes a small file of UTF-8 text. */
  public static void write(String uri, String text) throws IOException {
    write(uri, text.getBytes(UTF_8));
  }

  /** The whole of a small file, or empty if there is none. */
  public static Optional<byte[]> readIfPresent(String uri) throws IOException {
    try (ReadableByteChannel channel = open(uri)) {
      return Optional.of(ByteStreams.toByteArray(Channels.newInputStream(channel)));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The whole of a small UTF-8 file, or empty if there is none. */
  public static Optional<String> textIfPresent(String uri) throws IOException {
    return readIfPresent(uri).map(content -> new String(content, UTF_8));
  }

  /** The whole of a small UTF-8 file. */
  public static String text(String uri) throws IOException {
    return textIfPresent(uri).orElseThrow(() -> new FileNotFoundException(uri));
  }

  /** Whether there is nothing in a folder, or no such folder. */
  public static boolean isEmpty(String folder) throws IOException {
    if (!ImageInput.isLocal(folder)) {
      return FileSystems.match(folder + "**", EmptyMatchTreatment.ALLOW).metadata().isEmpty();
    }
    if (!Files.isDirectory(Paths.get(folder))) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(Paths.get(folder))) {
      return !entries.iterator().hasNext();
    }
  }

  /** The files directly in a folder, by name, and their sizes in bytes; none if it is not there. */
  public static Map<String, Long> sizes(String folder) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    if (!ImageInput.isLocal(folder)) {
      for (MatchResult.Metadata file :
          FileSystems.match(folder + "*", EmptyMatchTreatment.ALLOW).metadata()) {
        sizes.put(file.resourceId().getFilename(), file.sizeBytes());
      }
    } else if (Files.isDirectory(Paths.get(folder))) {
      // A local folder's name may hold wildcard characters.
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(Paths.get(folder))) {
        for (Path entry : entries) {
          if (Files.isRegularFile(entry)) {
            sizes.put(entry.getFileName().toString(), Files.size(entry));
          }
        }
      }
    }
    return sizes;
  }

  /**
   * The folders directly in a folder whose names begin with {@code prefix}, with trailing slashes.
   */
  public static Set<String> folders(String folder, String prefix) throws IOException {
    Set<String> folders = new TreeSet<>();
    if (!ImageInput.isLocal(folder)) {
      for (MatchResult.Metadata file :
          FileSystems.match(folder + prefix + "*/*", EmptyMatchTreatment.ALLOW).metadata()) {
        folders.add(file.resourceId().getCurrentDirectory().toString());
      }
    } else if (Files.isDirectory(Paths.get(folder))) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(Paths.get(folder))) {
        for (Path entry : entries) {
          if (Files.isDirectory(entry) && entry.getFileName().toString().startsWith(prefix)) {
            folders.add(entry + "/");
          }
        }
      }
    }
    return folders;
  }

  /**
   * Moves files, replacing what is there. A source that is gone was moved by an earlier attempt at
   * the same work, so that repeating the call is safe.
   */
  public static void move(Iterable<String> sources, Iterable<String> destinations)
      throws IOException {
    FileSystems.rename(
        files(sources), files(destinations), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  /** Deletes files; one that is gone already is no error. */
  public static void delete(Iterable<String> uris) throws IOException {
    FileSystems.delete(files(uris), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  /**
   * Deletes the files directly in a folder, and the folder where folders are things of their own.
   */
  public static void deleteFolder(String folder) throws IOException {
    delete(Collections2.transform(sizes(folder).keySet(), name -> folder + name));
    if (ImageInput.isLocal(folder)) {
      Files.deleteIfExists(Paths.get(folder));
    }
  }

  private static List<ResourceId> files(Iterable<String> uris) {
    List<ResourceId> files = new ArrayList<>();
    uris.forEach(uri -> files.add(file(uri)));
    return files;
  }

  private static ResourceId file(String uri) {
    return FileSystems.matchNewResource(uri, false);
  }
}
