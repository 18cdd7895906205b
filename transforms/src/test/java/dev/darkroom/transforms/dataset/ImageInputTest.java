package dev.darkroom.transforms.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageInputTest {
  private static final String HERE = Path.of("").toAbsolutePath() + "/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // given | root | glob
        "gs://bucket             | gs://bucket/        | **",
        "gs://bucket/            | gs://bucket/        | **",
        "gs://bucket/photos/     | gs://bucket/photos/ | **",
        "gs://bucket/photos      | gs://bucket/        | photos",
        "gs://bucket/a/rose.jpg  | gs://bucket/a/      | rose.jpg",
        "gs://bucket/a*/x/       | gs://bucket/        | a*/x/**",
        "gs://bucket/a/*.jpg     | gs://bucket/a/      | *.jpg",
        "gs://bucket/a/**/x.jpg  | gs://bucket/a/      | **/x.jpg",
        "gs://bucket/a/x?.jpg    | gs://bucket/a/      | x?.jpg",
        "gs://bucket/a/[ab]/x    | gs://bucket/a/      | [ab]/x",
        "gs://bucket/{a,b}/x     | gs://bucket/        | {a,b}/x",
        "s3://bucket/my photos/  | s3://bucket/my photos/ | **",
        "/no-such/*.jpg          | /no-such/           | *.jpg",
        "/no-such/a/b            | /no-such/a/         | b",
        "/no-such/a/b/           | /no-such/a/         | b",
        "/no-such/../x/./y/*     | /x/y/               | *",
        "/                       | /                   | **",
      })
  void splitsIntoRootAndGlob(String given, String root, String glob) {
    ImageInput input = ImageInput.of(given);

    assertEquals(given, input.given());
    assertEquals(root, input.root());
    assertEquals(glob, input.glob());
    assertEquals(root + glob, input.pattern());
    assertEquals(glob.equals("**"), input.isFolder());
    assertEquals(given.startsWith("/"), input.isLocal());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-such/*.jpg | no-such/ | *.jpg",
        "*.jpg         | ''       | *.jpg",
        "no-such.jpg   | ''       | no-such.jpg",
        "no-such/../x* | ''       | x*",
        "no-such:80/*  | no-such:80/ | *",
      })
  void aRelativePathIsBelowHere(String given, String root, String glob) {
    ImageInput input = ImageInput.of(given);

    assertEquals(HERE + root, input.root());
    assertEquals(glob, input.glob());
    assertTrue(input.isLocal());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "./", "src", "src/", "src/../src", "src/test/.."})
  void aRelativeFolderIsAFolder(String given) {
    ImageInput input = ImageInput.of(given);

    assertEquals(Path.of(HERE, given).normalize() + "/", input.root());
    assertTrue(input.isFolder());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a [1]",
        "what*",
        "what?",
        "{a,b}",
        "a#b",
        "a%20b",
        "tab\there",
        "line\nbreak",
        "back\\slash",
        "цветы"
      })
  void anExistingThingIsMeantWhateverItsName(String name, @TempDir Path scratch)
      throws IOException {
    Path folder = Files.createDirectories(scratch.resolve(name));
    Path file = Files.writeString(folder.resolve(name + ".jpg"), "x", UTF_8);

    for (String given : new String[] {folder.toString(), folder + "/"}) {
      ImageInput input = ImageInput.of(given);
      assertEquals(folder + "/", input.root());
      assertTrue(input.isFolder());
    }
    ImageInput input = ImageInput.of(file.toString());
    assertEquals(folder + "/", input.root());
    assertFalse(input.isFolder());
    // The glob is the name and no other's.
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + input.glob());
    assertTrue(matcher.matches(Path.of(name + ".jpg")));
    assertFalse(matcher.matches(Path.of("a.jpg")));
    assertFalse(matcher.matches(Path.of("whatever.jpg")));
  }

  @Test
  void aFileUriIsALocalPath(@TempDir Path scratch) {
    ImageInput input = ImageInput.of("file://" + scratch + "/");

    assertTrue(input.isLocal());
    assertEquals(scratch + "/", input.root());
    assertTrue(input.isFolder());
    assertEquals("/no-such/", ImageInput.of("file:///no-such/*.jpg").root());
  }

  @ParameterizedTest
  @CsvSource({
    "/a, true",
    "a, true",
    "c:/a, true",
    "gs:/a, true",
    "gs://b/a, false",
    "s3://b/a, false",
    "hdfs://host:80/a, false",
  })
  void aSchemeIsNotLocal(String uri, boolean local) {
    assertEquals(local, ImageInput.isLocal(uri));
  }

  @Test
  void aLineBreakHidesNoScheme() {
    assertFalse(ImageInput.isLocal("s3://bucket/line\nbreak.jpg"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gs://b/a/                       | gs://b/a/",
        "gs://b/a/roses/,gs://b/a/tulips/ | gs://b/a/",
        "gs://b/a/roses/,gs://b/a/roses2/ | gs://b/a/",
        "gs://b/a/,gs://b/a/roses/        | gs://b/a/",
        "gs://b/a/roses/,gs://b/a/        | gs://b/a/",
        "gs://b/a/,gs://b2/a/             | gs://",
        "gs://b/a/,s3://b/a/              | ''",
        "gs://b/a/,/no-such/x             | ''",
        "/no-such/a/x*,/no-such/b/x*      | /no-such/",
        "/no-such/a/x*,/elsewhere/b/x*    | /",
        "gs://b/a/x/,gs://b/a/y/,gs://b/z/ | gs://b/",
      })
  void commonRootIsAFolder(String given, String root) {
    assertEquals(
        root, ImageInput.commonRoot(Arrays.stream(given.split(",")).map(ImageInput::of).toList()));
  }
}
