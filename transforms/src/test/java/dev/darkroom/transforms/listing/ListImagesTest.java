package dev.darkroom.transforms.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.darkroom.transforms.coders.ImageRefCoder;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.SeededOrder;
import dev.darkroom.transforms.dataset.SplitRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(TestPipelineExtension.class)
class ListImagesTest {
  private static final SplitRule SPLITS = SplitRule.parse("train:50,test:50");
  private static final List<String> ODD_NAMES =
      List.of(
          "plain.jpg",
          "with space.jpg",
          "%20.jpg",
          "a#b?.jpg",
          "цветок.jpg",
          "[x].jpg",
          "{a,b}.jpg",
          "star*.jpg",
          "back\\slash.jpg",
          "line\nbreak.jpg",
          "no-extension",
          "dots...jpg",
          "trailing.");

  @TempDir Path scratch;

  @Test
  void listsNamesOfEveryKind(TestPipeline pipeline) throws IOException {
    List<ImageRef> expected = new ArrayList<>();
    for (String folder : List.of("roses", "with space", "[x] {a,b}", "цветы", "line\nbreak")) {
      for (String name : ODD_NAMES) {
        write(folder + "/" + name, 3);
        expected.add(ref(scratch, folder + "/" + name, folder, 3, 0, false));
      }
    }

    assertListed(pipeline, expected, scratch.toString());
  }

  @Test
  void hidesWhatBeginsWithADot(TestPipeline pipeline) throws IOException {
    write("roses/1.jpg", 3);
    write("roses/.hidden.jpg", 3);
    write("roses/.thumbnails/1.jpg", 3);
    write(".git/roses/1.jpg", 3);
    write(".DS_Store", 3);
    Files.createDirectory(scratch.resolve(".folder.jpg"));

    assertListed(
        pipeline, List.of(ref(scratch, "roses/1.jpg", "roses", 3, 0, false)), scratch.toString());
  }

  /** What the user names is not hidden from them. */
  @Test
  void aRootMayBeHiddenItself(TestPipeline pipeline) throws IOException {
    write(".cache/.photos/roses/1.jpg", 3);
    Path root = scratch.resolve(".cache/.photos");

    assertListed(
        pipeline, List.of(ref(root, "roses/1.jpg", "roses", 3, 0, false)), root.toString());
  }

  @Test
  void losesNothingThatLooksLikeAnImage(TestPipeline pipeline) throws IOException {
    write("roses/1.jpg", 3);
    write("roses/folder.JPG/inside.jpg", 3);
    Files.createDirectories(scratch.resolve("roses/plain folder"));
    Files.createSymbolicLink(scratch.resolve("roses/nothing.jpg"), scratch.resolve("nowhere"));
    Files.createSymbolicLink(scratch.resolve("roses/loop.jpg"), scratch.resolve("roses"));
    Files.createSymbolicLink(
        scratch.resolve("roses/itself.jpg"), scratch.resolve("roses/itself.jpg"));
    Files.createSymbolicLink(scratch.resolve("roses/twin.jpg"), scratch.resolve("roses/1.jpg"));
    Files.write(scratch.resolve("roses/empty.jpg"), new byte[0]);

    assertListed(
        pipeline,
        List.of(
            ref(scratch, "roses/1.jpg", "roses", 3, 0, false),
            ref(scratch, "roses/folder.JPG", "roses", 0, 0, false),
            ref(scratch, "roses/folder.JPG/inside.jpg", "folder.JPG", 3, 0, false),
            ref(scratch, "roses/nothing.jpg", "roses", 0, 0, false),
            ref(scratch, "roses/loop.jpg", "roses", 0, 0, false),
            ref(scratch, "roses/itself.jpg", "roses", 0, 0, false),
            ref(scratch, "roses/twin.jpg", "roses", 3, 0, false),
            ref(scratch, "roses/empty.jpg", "roses", 0, 0, false)),
        scratch.toString());
  }

  @Test
  void followsALinkedFolder(TestPipeline pipeline) throws IOException {
    write("store/1.jpg", 3);
    Files.createDirectory(scratch.resolve("photos"));
    Files.createSymbolicLink(scratch.resolve("photos/roses"), scratch.resolve("store"));
    Path root = scratch.resolve("photos");

    assertListed(
        pipeline, List.of(ref(root, "roses/1.jpg", "roses", 3, 0, false)), root.toString());
  }

  @Test
  void aRootMayBeNamedLikeAPattern(TestPipeline pipeline) throws IOException {
    write("a [1]/roses/1.jpg", 3);
    write("a 1/roses/2.jpg", 3);
    write("a [1]/beside.jpg", 4);
    Path root = scratch.resolve("a [1]");

    assertListed(
        pipeline,
        List.of(
            ref(root, "roses/1.jpg", "roses", 3, 0, false),
            ref(root, "beside.jpg", "a [1]", 4, 0, true)),
        root.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.jpg                 | 1.jpg",
        "**                    | 1.jpg,roses/2.jpg,roses/3.png,roses/deep/4.jpg,tulips/5.jpg",
        "**.jpg                | 1.jpg,roses/2.jpg,roses/deep/4.jpg,tulips/5.jpg",
        "*/*.jpg               | roses/2.jpg,tulips/5.jpg",
        "**/*.jpg              | roses/2.jpg,roses/deep/4.jpg,tulips/5.jpg",
        "r*/*                  | roses/2.jpg,roses/3.png",
        "{roses,tulips}/?.jpg  | roses/2.jpg,tulips/5.jpg",
        "roses/[23].*          | roses/2.jpg,roses/3.png",
        "roses                 | roses/2.jpg,roses/3.png,roses/deep/4.jpg",
        "roses/2.jpg           | roses/2.jpg",
        "roses/9.jpg           | ''",
        "asters/*              | ''",
      })
  void matchesGlobs(String glob, String keys, TestPipeline pipeline) throws IOException {
    for (String key :
        List.of("1.jpg", "roses/2.jpg", "roses/3.png", "roses/deep/4.jpg", "tulips/5.jpg")) {
      write(key, 3);
    }
    PCollection<String> found =
        list(pipeline, scratch + "/" + glob)
            .apply(
                org.apache.beam.sdk.transforms.MapElements.into(
                        org.apache.beam.sdk.values.TypeDescriptors.strings())
                    .via(ImageRef::uri));
    List<String> expected =
        Arrays.stream(keys.split(","))
            .filter(key -> !key.isEmpty())
            .map(key -> scratch + "/" + key)
            .toList();

    PAssert.that(found).containsInAnyOrder(expected);
    pipeline.run();
  }

  /** Every input lists the file; its key, split and shard are the same, so that one remains. */
  @Test
  void overlappingInputsAgreeOnAFilesKey(TestPipeline pipeline) throws IOException {
    write("photos/roses/1.jpg", 3);
    write("photos/tulips/2.jpg", 3);
    String root = scratch.resolve("photos").toString();
    List<ImageRef> expected =
        List.of(
            ref(Path.of(root), "roses/1.jpg", "roses", 3, 0, false),
            ref(Path.of(root), "tulips/2.jpg", "tulips", 3, 0, false),
            ref(Path.of(root), "roses/1.jpg", "roses", 3, 1, true),
            ref(Path.of(root), "roses/1.jpg", "roses", 3, 2, true));

    assertListed(pipeline, expected, root, root + "/roses", root + "/roses/*.jpg");

    List<ImageRef> once = SeededOrder.of(expected, 42);
    assertEquals(2, once.size());
    once.forEach(ref -> assertEquals(0, ref.input()));
  }

  @Test
  void keysOfSeveralInputsTellThemApart(TestPipeline pipeline) throws IOException {
    write("roses/1.jpg", 3);
    write("roses2/1.jpg", 3);

    assertListed(
        pipeline,
        List.of(
            ref(scratch, "roses/1.jpg", "roses", 3, 0, true),
            ref(scratch, "roses2/1.jpg", "roses2", 3, 1, true)),
        scratch.resolve("roses") + "/",
        scratch.resolve("roses2").toString());
  }

  @Test
  void fileUrisAreLocalFiles(TestPipeline pipeline) throws IOException {
    write("roses/1.jpg", 3);

    assertListed(
        pipeline,
        List.of(ref(scratch, "roses/1.jpg", "roses", 3, 0, false)),
        "file://" + scratch + "/");
  }

  private void assertListed(TestPipeline pipeline, List<ImageRef> expected, String... inputs) {
    PAssert.that(list(pipeline, inputs)).containsInAnyOrder(expected);
    pipeline.run();
  }

  private static PCollection<ImageRef> list(TestPipeline pipeline, String... inputs) {
    List<ImageInput> given = Arrays.stream(inputs).map(ImageInput::of).toList();
    return pipeline.apply(ListImages.of(given, SPLITS)).setCoder(ImageRefCoder.of());
  }

  private void write(String name, int bytes) throws IOException {
    Path file = scratch.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }

  private static ImageRef ref(
      Path root, String key, String label, long bytes, int input, boolean inRoot) {
    return ImageRef.of(root + "/" + key, key, label, SPLITS.splitOf(key), bytes, input, inRoot);
  }
}
