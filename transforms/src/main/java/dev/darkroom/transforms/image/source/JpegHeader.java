package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.image.jpeg.JpegFrame;
import dev.darkroom.transforms.image.jpeg.JpegScans;
import dev.darkroom.transforms.image.jpeg.JpegSegments;
import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.annotation.Nullable;

/** Reads what a JPEG file says of its image, up to its end marker, without decoding any pixels. */
final class JpegHeader {
  private final byte[] bytes;
  private final long maxPixels;
  private final SourceImage.Choice choice;
  private final JpegSegments segments;
  private final JpegScans scans;
  @Nullable private JpegFrame frame;
  private Orientation orientation = Orientation.TOP_LEFT;
  @Nullable private Orientation orientationThen;
  private boolean colourWasRgb;
  private boolean exif;
  private boolean profiled;
  private boolean jfif;
  private boolean namedRgb;
  private int adobeTransform = -1;

  JpegHeader(byte[] bytes, long maxPixels, SourceImage.Choice choice) {
    this.bytes = bytes;
    this.maxPixels = maxPixels;
    this.choice = choice;
    this.segments = new JpegSegments(bytes);
    this.scans = new JpegScans(bytes);
  }

  SourceImage read() throws RejectedException {
    for (int code = next(); code != JpegSegments.EOI; code = next()) {
      take(code);
    }
    scans.end();
    Optional<Pixels> decoded = decoded();
    if (decoded.isEmpty()) {
      frame.checkForDecoders();
    }
    boolean plain = frame.components() == 3 && scans.plain() && segments.end() == bytes.length;
    return image().toBuilder().plain(plain).decoded(decoded).build();
  }

  /** Behind a scan, what belongs to no segment may be another scan. */
  private int next() throws RejectedException {
    int code = segments.next();
    if (orientationThen != null && scans.walked() && segments.strays() > 0) {
      throw JpegSegments.corrupt(segments.strays() + " bytes behind a scan belong to none");
    }
    return code;
  }

  /** As far as it is known by now. */
  private SourceImage image() {
    return SourceImage.builder()
        .format(ImageFormat.JPEG)
        .width(frame.width())
        .height(frame.height())
        .orientation(orientation)
        .colour(Colour.ofComponents(frame.components()))
        .arithmetic(frame.arithmetic())
        .severalScans(frame.progressive() || scans.count() > 1)
        .profiled(profiled)
        .build();
  }

  /** Not what was decoded as if the image were another: its segments can come behind scans. */
  private Optional<Pixels> decoded() {
    return orientation == orientationThen && colourIsRgb() == colourWasRgb
        ? scans.decoded()
        : Optional.empty();
  }

  /** As libjpeg tells it from YCbCr (default_decompress_parms). */
  private boolean colourIsRgb() {
    return frame.components() == 3
        && !jfif
        && (adobeTransform == -1 ? namedRgb : adobeTransform == 0);
  }

  private void take(int code) throws RejectedException {
    if (segments.isFrame()) {
      takeFrame();
      return;
    }
    switch (code) {
      case JpegSegments.SOI:
        throw JpegSegments.corrupt("a second image begins within the first");
      case JpegSegments.DHT:
        scans.defineTables(segments);
        break;
      case JpegSegments.DQT:
        scans.defineQuantisation(segments);
        break;
      case JpegSegments.DRI:
        scans.defineRestarts(segments);
        break;
      case JpegSegments.APP1:
        if (!exif && segments.bodyStartsWith("Exif\0")) {
          exif = true;
          orientation =
              ExifOrientation.read(ByteBuffer.wrap(bytes), segments.body(), segments.end());
        }
        break;
      case JpegSegments.APP0:
        jfif |= segments.bodyStartsWith("JFIF\0");
        break;
      case JpegSegments.APP14:
        adobeTransform = Math.max(adobeTransform, segments.adobeTransform());
        break;
      case JpegSegments.APP2:
        profiled |= segments.bodyStartsWith("ICC_PROFILE\0");
        break;
      case JpegSegments.SOS:
        if (frame == null) {
          throw JpegSegments.corrupt("the frame header is missing");
        }
        choose();
        scans.walk(segments, frame);
        break;
      default:
        if (!segments.isKnown()) {
          throw JpegSegments.corrupt(String.format("a marker of the unknown kind %02X", code));
        }
        break;
    }
  }

  /** What is to be decoded on the way through the scans, before the first of them. */
  private void choose() throws RejectedException {
    if (orientationThen == null) {
      orientationThen = orientation;
      colourWasRgb = colourIsRgb();
      choice.of(image()).ifPresent(excerpt -> scans.decode(excerpt, colourWasRgb));
    }
  }

  private void takeFrame() throws RejectedException {
    if (frame != null) {
      throw JpegSegments.corrupt("it has two frame headers");
    }
    frame = new JpegFrame(segments);
    namedRgb = segments.namesRgb();
    frame.check();
    SourceImage.checkSize(frame.width(), frame.height(), maxPixels);
  }
}
