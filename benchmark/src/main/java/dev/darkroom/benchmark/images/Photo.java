package dev.darkroom.benchmark.images;

import dev.darkroom.transforms.image.geometry.DecodePlan;
import dev.darkroom.transforms.image.geometry.ExactCover;
import dev.darkroom.transforms.image.geometry.ExcerptChoice;
import dev.darkroom.transforms.image.geometry.Layout;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.RejectedException;

/** A JPEG file in memory, and how it becomes 192 x 192 pixels. */
final class Photo {
  /** What every photo is converted to; all else as users have it by default. */
  static final ImageSpec SPEC = ImageSpec.builder().width(192).height(192).build();

  /** What of a photo is decoded during the look at its soundness. */
  static final ExcerptChoice EXCERPTS = new ExcerptChoice(SPEC);

  private final byte[] bytes;
  private final SourceImage image;
  private final DecodePlan plan;
  private final ExactCover cover;

  Photo(byte[] bytes) throws RejectedException {
    this.bytes = bytes;
    this.image = SourceImage.inspect(bytes, SPEC.maxPixels());
    this.plan = DecodePlan.of(image, Layout.of(image.shownWidth(), image.shownHeight(), SPEC));
    this.cover = ExactCover.of(image.width(), image.height(), SPEC);
  }

  /** The file itself. */
  byte[] bytes() {
    return bytes;
  }

  int width() {
    return image.width();
  }

  int height() {
    return image.height();
  }

  /** Which part of it is decoded, and what size it is resampled to. */
  DecodePlan plan() {
    return plan;
  }

  /** How the plain ways go about it: resize the whole, then crop. */
  ExactCover cover() {
    return cover;
  }
}
