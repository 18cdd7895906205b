package dev.darkroom.transforms.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredFilesTest {
  @TempDir Path scratch;

  /** A folder's name may hold what is a wildcard elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "with space", "a [1]", "[x]", "what*", "q?", "{a,b}", "a%20b#c", "цветы"})
  void folderNamesMeanThemselves(String name) throws IOException {
    String folder = scratch.resolve(name) + "/";
    assertTrue(StoredFiles.isEmpty(folder));
    assertEquals(Map.of(), StoredFiles.sizes(folder));

    StoredFiles.write(folder + "a.txt", "aä");
    StoredFiles.write(folder + "sub/b.txt", new byte[] {1, 2, 3});
    assertFalse(StoredFiles.isEmpty(folder));
    assertEquals(Map.of("a.txt", 3L), StoredFiles.sizes(folder));
    assertEquals("aä", StoredFiles.text(folder + "a.txt"));

    StoredFiles.move(
        List.of(folder + "a.txt", folder + "sub/b.txt"),
        List.of(folder + "c.txt", folder + "new/d.txt"));
    assertEquals(Map.of("c.txt", 3L), StoredFiles.sizes(folder));
    assertEquals(Map.of("d.txt", 3L), StoredFiles.sizes(folder + "new/"));

    StoredFiles.delete(List.of(folder + "c.txt", folder + "gone.txt"));
    assertEquals(Map.of(), StoredFiles.sizes(folder));
    StoredFiles.deleteFolder(folder + "new/");
    StoredFiles.deleteFolder(folder + "sub/");
    StoredFiles.deleteFolder(folder);
    StoredFiles.deleteFolder(folder);
    assertFalse(Files.exists(scratch.resolve(name)));
  }

  @Test
  void movingAgainChangesNothing() throws IOException {
    String folder = scratch + "/";
    StoredFiles.write(folder + "a", "new a");
    StoredFiles.write(folder + "b", "new b");
    StoredFiles.write(folder + "x", "old x");
    List<String> sources = List.of(folder + "a", folder + "b");
    List<String> destinations = List.of(folder + "x", folder + "y");

    for (int attempt = 0; attempt < 3; attempt++) {
      StoredFiles.move(sources, destinations);
      assertEquals("new a", StoredFiles.text(folder + "x"));
      assertEquals("new b", StoredFiles.text(folder + "y"));
      assertEquals(Map.of("x", 5L, "y", 5L), StoredFiles.sizes(folder));
    }
  }

  @Test
  void movingTheRestCompletesAPartialMove() throws IOException {
    String folder = scratch + "/";
    StoredFiles.write(folder + "b", "b");
    StoredFiles.write(folder + "x", "moved before");

    StoredFiles.move(List.of(folder + "a", folder + "b"), List.of(folder + "x", folder + "y"));

    assertEquals("moved before", StoredFiles.text(folder + "x"));
    assertEquals("b", StoredFiles.text(folder + "y"));
  }

  @Test
  void sizesAreOfFilesAlone() throws IOException {
    Files.createDirectory(scratch.resolve("folder.jpg"));
    Files.write(scratch.resolve("empty"), new byte[0]);
    Files.write(scratch.resolve(".hidden"), new byte[5]);
    Files.createSymbolicLink(scratch.resolve("nothing"), scratch.resolve("nowhere"));

    assertEquals(Map.of("empty", 0L, ".hidden", 5L), StoredFiles.sizes(scratch + "/"));
  }

  @Test
  void deletingAFolderLeavesTheFoldersBelow() throws IOException {
    StoredFiles.write(scratch + "/f/a", "a");
    StoredFiles.write(scratch + "/f/sub/b", "b");

    assertThrows(IOException.class, () -> StoredFiles.deleteFolder(scratch + "/f/"));

    assertEquals("b", StoredFiles.text(scratch + "/f/sub/b"));
  }

  @Test
  void readsFromWhereItIsTold() throws IOException {
    StoredFiles.write(scratch + "/a", "0123456789");
    for (int offset : new int[] {0, 4, 10, 11}) {
      try (ReadableByteChannel channel = StoredFiles.open(scratch + "/a", offset)) {
        assertEquals(
            "0123456789".substring(Math.min(10, offset)),
            new String(Channels.newInputStream(channel).readAllBytes(), UTF_8));
      }
    }
  }

  @Test
  void whatIsNotThereIsEmptyOrNamed() throws IOException {
    String gone = scratch + "/gone";

    assertEquals(Optional.empty(), StoredFiles.readIfPresent(gone));
    assertEquals(Optional.empty(), StoredFiles.textIfPresent(gone));
    assertThrows(IOException.class, () -> StoredFiles.open(gone));
    FileNotFoundException e =
        assertThrows(FileNotFoundException.class, () -> StoredFiles.text(gone));
    assertEquals(gone, e.getMessage());
  }

  @Test
  void writingReplaces() throws IOException {
    StoredFiles.write(scratch + "/a", "much longer than what follows");
    StoredFiles.write(scratch + "/a", new byte[] {1});

    assertArrayEquals(new byte[] {1}, StoredFiles.readIfPresent(scratch + "/a").orElseThrow());
  }
}
