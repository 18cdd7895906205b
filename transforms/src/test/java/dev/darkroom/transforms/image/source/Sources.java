package dev.darkroom.transforms.image.source;

/** Images of which only the header matters. */
public final class Sources {
  private Sources() {}

  public static SourceImage jpeg(int width, int height, Orientation orientation) {
    return SourceImage.builder()
        .format(ImageFormat.JPEG)
        .colour(Colour.RGB)
        .width(width)
        .height(height)
        .orientation(orientation)
        .build();
  }
}
