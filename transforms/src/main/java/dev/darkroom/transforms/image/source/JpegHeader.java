package dev.darkroom.transforms.image.source;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.annotation.Nullable;

/** Reads what a JPEG file says of its image, up to its end marker, without decoding any pixels. */
final class JpegHeader {
  private final byte[] bytes;
  private final long maxPixels;
  private final JpegSegments segments;
  private final JpegScans scans;
  @Nullable private JpegFrame frame;
  private Orientation orientation = Orientation.TOP_LEFT;
  private boolean profiled;
  private boolean jfif;
  private boolean namedRgb;
  private int adobeTransform = -1;

  JpegHeader(byte[] bytes, long maxPixels) {
    this.bytes = bytes;
    this.maxPixels = maxPixels;
    this.segments = new JpegSegments(bytes);
    this.scans = new JpegScans(bytes);
  }

  SourceImage read() throws RejectedException {
    for (int code = segments.next(); code != JpegSegments.EOI; code = segments.next()) {
      take(code);
    }
    scans.end();
    boolean plain =
        frame.components() == 3 && !frame.arithmetic() && segments.end() == bytes.length;
    return SourceImage.builder()
        .format(ImageFormat.JPEG)
        .width(frame.width())
        .height(frame.height())
        .orientation(orientation)
        .colour(Colour.ofComponents(frame.components()))
        .arithmetic(frame.arithmetic())
        .profiled(profiled)
        .plain(plain)
        .eighth(eighth())
        .build();
  }

  private Optional<EighthImage> eighth() {
    DcPlanes means = scans.means();
    return means == null || colourIsRgb() ? Optional.empty() : Optional.of(means.image());
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
        throw corrupt("a second image begins within the first");
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
        if (orientation == Orientation.TOP_LEFT) {
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
          throw corrupt("the frame header is missing");
        }
        scans.walk(segments, frame);
        break;
      default:
        break;
    }
  }

  private void takeFrame() throws RejectedException {
    if (frame != null) {
      throw corrupt("it has two frame headers");
    }
    frame = new JpegFrame(segments);
    namedRgb = segments.namesRgb();
    SourceImage.checkSize(frame.width(), frame.height(), maxPixels);
    frame.check();
  }

  static RejectedException corrupt(String what) {
    return new RejectedException(Reason.CORRUPT, "broken JPEG: " + what);
  }
}
