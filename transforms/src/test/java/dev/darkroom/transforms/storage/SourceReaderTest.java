package dev.darkroom.transforms.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
  private static final SourceReader READER = new SourceReader(1000);

  @TempDir Path folder;

  /** What was listed is a hint, what is there now is read: unchanged, grown, shrunk, emptied. */
  @ParameterizedTest
  @CsvSource({
    "10, 10",
    "0, 0",
    "1000, 1000",
    "10, 11",
    "0, 1",
    "0, 1000",
    "10, 999",
    "100, 3",
    "100, 0",
    "999, 1000"
  })
  void readsWhatIsThere(int listed, int present) throws Exception {
    byte[] bytes = bytes(present);

    assertArrayEquals(bytes, READER.read(ref(file(bytes), listed)));
  }

  @ParameterizedTest
  @CsvSource({
    "1001, 1001, 1001 bytes or more; --maxFileBytes is 1000",
    "1001, 10, 1001 bytes or more; --maxFileBytes is 1000",
    "9223372036854775807, 10, 9223372036854775807 bytes or more; --maxFileBytes is 1000",
    "1000, 1001, 1001 bytes or more; --maxFileBytes is 1000",
    "10, 5000, 1001 bytes or more; --maxFileBytes is 1000",
  })
  void stopsAtTheLimit(long listed, int present, String message) throws IOException {
    RejectedException e = rejected(ref(file(bytes(present)), listed));

    assertEquals(Reason.TOO_MANY_BYTES, e.reason());
    // A file that outgrows the limit is read one byte beyond it, in steps of its own.
    assertEquals(message, e.getMessage());
  }

  @Test
  void aLargeFileTakesNoMemoryButTheHeaps() throws Exception {
    Path file = file(bytes(32 << 20));
    SourceReader reader = new SourceReader(64 << 20);
    BufferPoolMXBean direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .findAny()
            .orElseThrow();
    long before = direct.getMemoryUsed();

    assertEquals(32 << 20, reader.read(ref(file, 32 << 20)).length);

    long kept = direct.getMemoryUsed() - before;
    assertTrue(kept < 16 << 20, kept + " bytes are kept outside of the heap");
  }

  @Test
  void theLimitMayBeWhatAnArrayHolds() throws Exception {
    byte[] bytes = bytes(100);

    assertArrayEquals(bytes, new SourceReader(SourceReader.MOST_BYTES).read(ref(file(bytes), 7)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b.jpg", "%20.jpg", "a#b.jpg", "цветок.jpg", "[x].jpg", "{a,b}*.jpg"})
  void readsFilesOfAnyName(String name) throws Exception {
    Files.write(folder.resolve(name), bytes(5));

    assertArrayEquals(bytes(5), READER.read(ref(folder.resolve(name), 5)));
  }

  @Test
  void aFileThatIsGoneHasVanished() throws IOException {
    Path file = file(bytes(5));
    Files.delete(file);

    assertEquals(Reason.VANISHED, rejected(ref(file, 5)).reason());
  }

  @Test
  void aLinkToNothingHasVanished() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("x.jpg"), folder.resolve("nothing"));

    assertEquals(Reason.VANISHED, rejected(ref(link, 0)).reason());
  }

  @Test
  void aNameOfOtherBytesThanCharactersIsUnreadable() throws IOException {
    RejectedException e = rejected(ref(folder.resolve("x\uFFFD.jpg"), 0));

    assertEquals(Reason.UNREADABLE, e.reason());
    assertEquals("the name is not of this locale's characters; rename the file", e.getMessage());
  }

  @Test
  void aFolderIsADirectory() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("x.jpg"));
    Path link = Files.createSymbolicLink(folder.resolve("y.jpg"), directory);

    assertEquals(Reason.DIRECTORY, rejected(ref(directory, 0)).reason());
    assertEquals(Reason.DIRECTORY, rejected(ref(link, 0)).reason());
  }

  @Test
  @Timeout(10)
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.jpg");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo");

    assertEquals(Reason.UNREADABLE, rejected(ref(pipe, 0)).reason());
  }

  @Test
  void aFileWithoutPermissionIsUnreadable() throws IOException {
    Path file = file(bytes(5));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "permissions do not bind this user");

    assertEquals(Reason.UNREADABLE, rejected(ref(file, 5)).reason());
  }

  /** It is there, or may be, and the file system refuses it. */
  @Test
  void whatNeitherIsThereNorGoneIsUnreadable() throws IOException {
    Path loop = folder.resolve("loop.jpg");
    Files.createSymbolicLink(loop, loop);
    Path belowAFile = file(bytes(5)).resolve("x.jpg");

    for (Path path : new Path[] {loop, belowAFile}) {
      RejectedException e = rejected(ref(path, 0));
      assertEquals(Reason.UNREADABLE, e.reason());
      assertTrue(e.getMessage().startsWith("FileNotFoundException: "), e.getMessage());
      assertTrue(e.getCause() instanceof IOException);
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("image.jpg"), bytes);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 7);
    }
    return bytes;
  }

  private static ImageRef ref(Path path, long bytes) {
    return ImageRef.of(path.toString(), "k", "l", "s", bytes, 0, false);
  }

  private static RejectedException rejected(ImageRef ref) {
    return assertThrows(RejectedException.class, () -> READER.read(ref));
  }
}
