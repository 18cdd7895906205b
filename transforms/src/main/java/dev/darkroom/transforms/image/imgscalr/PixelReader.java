package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.source.Colour;
import dev.darkroom.transforms.image.source.IccProfile;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.source.TiffDirectory;
import dev.darkroom.transforms.image.webp.FirstPicture;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Decodes part of an image. */
public final class PixelReader {
  private final SourceImage image;
  private final int background;
  private final boolean converts;

  /** A reader of one image, whose profile it ignores. */
  public PixelReader(SourceImage image, int background) {
    this(image, background, false);
  }

  PixelReader(SourceImage image, int background, boolean converts) {
    this.image = image;
    this.background = background;
    this.converts = converts;
  }

  /**
   * The window's pixels, in 8 bits of red, green and blue.
   *
   * @throws RejectedException if the image turns out to be damaged
   */
  public BufferedImage read(byte[] source, Crop window) throws RejectedException {
    Resampler same = new SameSize(window.width(), window.height());
    read(source, window, same);
    return same.result();
  }

  /** Sends the window's pixels, row by row. */
  void read(byte[] source, Crop window, RowSink sink) throws RejectedException {
    Optional<ProfileConversion> profile = profile(source);
    if (image.format() == ImageFormat.JPEG && image.colour() != Colour.CMYK) {
      decode(BareJpeg.of(source), reader -> streamJpeg(reader, window, profile, sink));
      return;
    }
    Decoded decoded = decoded(source, window);
    new PlainRows(image, background, profile).send(decoded, window, sink);
  }

  private Optional<ProfileConversion> profile(byte[] source) {
    return converts
        ? IccProfile.of(source, image).flatMap(ProfileConversion::of)
        : Optional.empty();
  }

  private Decoded decoded(byte[] source, Crop window) throws RejectedException {
    switch (image.format()) {
      case JPEG:
        return decode(BareJpeg.of(source), reader -> InkJpeg.read(reader, source));
      case PNG:
        return decode(BarePng.of(source, image.transparent()), reader -> readPng(reader, window));
      case GIF:
        BareGif bare = BareGif.of(source);
        return decode(bare.bytes(), reader -> GifFrame.read(reader, bare.swapped()));
      case WEBP:
        FirstPicture picture = FirstPicture.of(source);
        return Decoded.at(picture.x(), picture.y(), picture.decode());
      case TIFF:
        boolean weighted = new TiffDirectory(source).alphaIsWeighted();
        return decode(
            BareTiff.of(source), reader -> Decoded.at(0, 0, reader.read(0)).weighted(weighted));
      default:
        return decode(BareBmp.of(source), reader -> Decoded.at(0, 0, reader.read(0)));
    }
  }

  private Void streamJpeg(
      ImageReader reader, Crop window, Optional<ProfileConversion> profile, RowSink sink)
      throws IOException, RejectedException {
    int bands = image.colour() == Colour.GREY ? 1 : 3;
    RowSink rows =
        profile.isPresent()
            ? new MappedRows(profile.get()::toRgb, sink)
            : bands == 1 ? new MappedRows(PlainRows::replicated, sink) : sink;
    RowRaster raster = new RowRaster(window.width(), window.height(), bands, rows);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceRegion(rectangle(window));
    param.setDestination(raster.image());
    reader.read(0, param);
    if (raster.rows() < window.height()) {
      throw corrupt("only " + raster.rows() + " rows of " + window.height(), null);
    }
    return null;
  }

  /** The JDK looks for a transparent colour as if every source region began at x = 0. */
  private Decoded readPng(ImageReader reader, Crop window) throws IOException {
    if (image.transparent()) {
      return Decoded.at(0, 0, reader.read(0));
    }
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceRegion(rectangle(window));
    return Decoded.at(window.x(), window.y(), reader.read(0, param));
  }

  /** Warnings are of damaged data, which decoders go on from with pixels of their own making. */
  <T> T decode(byte[] bytes, Decoding<T> decoding) throws RejectedException {
    ImageReader reader = Decoders.of(image.format());
    try (MemoryInput in = new MemoryInput(bytes, image)) {
      List<String> warnings = new ArrayList<>();
      reader.addIIOReadWarningListener((unused, warning) -> warnings.add(warning));
      reader.setInput(in, true, true);
      T result = decoding.with(reader);
      warnings.removeIf(PixelReader::isHarmless);
      if (!warnings.isEmpty()) {
        throw corrupt(warnings.get(0), null);
      }
      return result;
    } catch (IOException | RuntimeException e) {
      throwIfOutOfMemory(e);
      // The memory stream fails at nothing, and decoders trip over damaged data in every way.
      throw corrupt(e.toString(), e);
    } finally {
      reader.dispose();
    }
  }

  /** Decoders of PNG and TIFF tell of it as they tell of damage. */
  private static void throwIfOutOfMemory(Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof OutOfMemoryError) {
        throw (OutOfMemoryError) t;
      }
    }
  }

  /**
   * TwelveMonkeys wants an uncompressed TIFF's last strip as long as the others, and tables beside
   * strips of JPEG that have their own. What lengths there must be is checked before. It reads
   * palettes of 8 bits as what they are.
   */
  private static boolean isHarmless(String warning) {
    return warning.startsWith("strip/tileByteCount < required")
        || warning.startsWith("8 bit ColorMap detected")
        || warning.startsWith("Missing JPEGTables for tiled/striped TIFF");
  }

  private RejectedException corrupt(String what, Exception cause) {
    return new RejectedException(
        Reason.CORRUPT, "broken " + image.displayName() + ": " + what, cause);
  }

  private static Rectangle rectangle(Crop crop) {
    return new Rectangle(crop.x(), crop.y(), crop.width(), crop.height());
  }

  /** What is done with a reader that stands on its input. */
  interface Decoding<T> {
    T with(ImageReader reader) throws IOException, RejectedException;
  }
}
