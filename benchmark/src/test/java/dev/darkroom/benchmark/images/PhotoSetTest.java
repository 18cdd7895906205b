package dev.darkroom.benchmark.images;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.darkroom.benchmark.conversion.ImageFolder;
import dev.darkroom.transforms.image.source.SourceImage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoSetTest {
  @TempDir Path input;
  @TempDir Path target;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(input.resolve("class"));
    write("landscape.jpg", Photos.jpeg(500, 333));
    write("class/portrait.jpg", Photos.jpeg(375, 500));
    write("class/panorama.jpg", Photos.jpeg(500, 190));
    write("grey.jpg", Photos.jpeg(500, 375, BufferedImage.TYPE_BYTE_GRAY));
    write("cut.jpg", Arrays.copyOf(Photos.jpeg(500, 375), 5000));
    write("small.jpg", Photos.jpeg(320, 240));
    write("tiny.jpg", Photos.jpeg(160, 120));
    byte[] rgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    write("profiled.jpg", profiled(Photos.jpeg(500, 400), rgb));
    write("turned.jpg", turned(Photos.jpeg(500, 420)));
    write("broken-profile.jpg", profiled(Photos.jpeg(500, 450), new byte[0]));
    write("readme.txt", new byte[] {'h', 'i'});
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(input.resolve(name), bytes);
  }

  private static byte[] profiled(byte[] jpeg, byte[] profile) {
    return with(jpeg, 0xFFE2, "ICC_PROFILE\0\1\1", profile);
  }

  private static byte[] turned(byte[] jpeg) {
    byte[] tiff = {
      'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
    };
    return with(jpeg, 0xFFE1, "Exif\0\0", tiff);
  }

  /** With a segment behind the start marker. */
  private static byte[] with(byte[] jpeg, int marker, String name, byte[] body) {
    int length = 2 + name.length() + body.length;
    ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 2 + length);
    bytes.put(jpeg, 0, 2).putShort((short) marker).putShort((short) length);
    bytes.put(name.getBytes(StandardCharsets.US_ASCII)).put(body);
    return bytes.put(jpeg, 2, jpeg.length - 2).array();
  }

  private List<String> sizes() throws Exception {
    return ImageFolder.files(target).stream().map(PhotoSetTest::size).sorted().collect(toList());
  }

  private static String size(Path file) {
    try {
      SourceImage image = SourceImage.inspect(Files.readAllBytes(file), 100_000_000);
      return image.width() + "x" + image.height();
    } catch (Exception e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  @Test
  void imageNetLikePhotosAreSoundAndInColour() throws Exception {
    assertEquals(3, PhotoSet.IMAGENET.gather(input, target));
    assertEquals(List.of("375x500", "500x333", "500x400"), sizes());
  }

  @Test
  void unprofiledPhotosHaveNoProfile() throws Exception {
    assertEquals(2, PhotoSet.UNPROFILED.gather(input, target));
    assertEquals(List.of("375x500", "500x333"), sizes());
  }

  @Test
  void smallPhotosAreNotTiny() throws Exception {
    assertEquals(1, PhotoSet.SMALL.gather(input, target));
    assertEquals(List.of("320x240"), sizes());
  }

  @Test
  void cameraPhotosAreLaidOut() throws Exception {
    assertEquals(3, PhotoSet.CAMERA_12.gather(input, target));
    assertEquals(List.of("4000x3000", "4000x3000", "4000x3000"), sizes());
  }

  @Test
  void aFolderWithoutSuchPhotosIsAnError() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PhotoSet.SMALL.gather(input.resolve("class"), target));
    assertEquals(
        "no small photos, at most 320 pixels on the longer side, among the upright colour JPEG files of "
            + input.resolve("class"),
        e.getMessage());
  }
}
