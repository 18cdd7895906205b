package dev.darkroom.benchmark.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.Iterables;
import com.google.common.primitives.Bytes;
import dev.darkroom.transforms.image.source.SourceImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Kinds of photos that people convert. */
enum PhotoSet {
  IMAGENET("ImageNet-like photos, 500 pixels on the longer side", 0, 0),
  UNPROFILED("ImageNet-like photos without colour profiles", 0, 0),
  SMALL("small photos, at most 320 pixels on the longer side", 0, 0),
  CAMERA_12("camera photos, 12 megapixels", 4000, 3000),
  CAMERA_24("camera photos, 24 megapixels", 6000, 4000);

  private static final int MOST = 200;
  private static final int CAMERA_PHOTOS = 3;

  private final String label;
  private final int width;
  private final int height;

  PhotoSet(String label, int width, int height) {
    this.label = label;
    this.width = width;
    this.height = height;
  }

  /** The name for people. */
  String label() {
    return label;
  }

  /** Whether the contestant is measured with these photos: for some it would say nothing new. */
  boolean meets(Contestant contestant) {
    if (contestant == Contestant.LIBJPEG_EIGHTH) {
      return this == CAMERA_12 || this == CAMERA_24;
    }
    switch (this) {
      case UNPROFILED:
        return contestant.mindsProfiles();
      case SMALL:
      case CAMERA_12:
        return !contestant.stage();
      default:
        return true;
    }
  }

  /**
   * Chooses photos of this kind from a folder, or lays camera photos out of what it chose there.
   *
   * @param target an empty folder for the photos
   * @return how many there are
   * @throws IllegalArgumentException if the folder has none
   */
  int gather(Path input, Path target) throws IOException {
    PhotoSet source = width == 0 ? this : IMAGENET;
    List<Path> chosen = new PhotoFolder(input).choose(MOST, source::has);
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "no " + source.label + ", among the upright colour JPEG files of " + input);
    }
    if (width == 0) {
      for (int i = 0; i < chosen.size(); i++) {
        Files.copy(chosen.get(i), target.resolve(i + ".jpg"));
      }
      return chosen.size();
    }
    Iterator<Path> tiles = Iterables.cycle(chosen).iterator();
    for (int i = 0; i < CAMERA_PHOTOS; i++) {
      Files.write(target.resolve(i + ".jpg"), CameraPhoto.of(tiles, width, height));
    }
    return CAMERA_PHOTOS;
  }

  private boolean has(SourceImage image, byte[] file) {
    int longer = Math.max(image.width(), image.height());
    int shorter = Math.min(image.width(), image.height());
    return this == SMALL
        ? longer > 192 && longer <= 320
        : longer == 500 && shorter >= 192 && !(this == UNPROFILED && holdsProfile(file));
  }

  /** Even one of sRGB, which ImageIO converts by all the same. */
  private static boolean holdsProfile(byte[] jpeg) {
    return Bytes.indexOf(jpeg, "ICC_PROFILE\0".getBytes(ISO_8859_1)) >= 0;
  }
}
