package dev.darkroom.transforms.image.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.darkroom.transforms.rejection.RejectedException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A colour profile (ICC.1) that an image's colours ought to be converted by. Profiles that are
 * damaged, belong to other samples, or say sRGB are none.
 */
public final class IccProfile {
  private static final int TAGS = 128;
  private static final int TAG_BYTES = 12;
  private static final int MOST_TAGS = 200;
  private static final int DESCRIPTION_BYTES = 120;
  private static final int SIGNATURE = 0x61637370;
  private static final int CURVE = 0x63757276;
  private static final int PARAMETRIC = 0x70617261;

  /** The colorants of sRGB under D50, and how far rounding and adaptation lead others away. */
  private static final double[][] SRGB = {
    {0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}
  };

  private static final double NEAR = 0.003;

  private final byte[] bytes;
  private final ByteBuffer buffer;

  private IccProfile(byte[] bytes) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes);
  }

  /** The profile that a file's colours are to be converted by. */
  public static Optional<IccProfile> of(byte[] file, SourceImage image) {
    try {
      IccProfile profile = new IccProfile(EmbeddedProfile.find(file, image.format()));
      boolean applies = profile.isFor(image.colour()) && !profile.isSrgb(image.colour());
      return applies ? Optional.of(profile) : Optional.empty();
    } catch (RejectedException | IndexOutOfBoundsException e) {
      // Damaged metadata beside sound pixels.
      return Optional.empty();
    }
  }

  /** The profile itself, not a copy of it: do not modify. */
  public byte[] bytes() {
    return bytes;
  }

  private boolean isFor(Colour colour) {
    if (bytes.length < TAGS + 4
        || buffer.getInt(36) != SIGNATURE
        || buffer.getInt(0) > bytes.length) {
      return false;
    }
    String space = new String(bytes, 16, 4, ISO_8859_1);
    switch (colour) {
      case GREY:
        return space.equals("GRAY");
      case RGB:
        return space.equals("RGB ");
      case CMYK:
        return space.equals("CMYK");
    }
    throw new AssertionError(colour);
  }

  private boolean isSrgb(Colour colour) {
    switch (colour) {
      case GREY:
        return isSrgbCurve(tag("kTRC"));
      case RGB:
        return tag("rXYZ") > 0 ? hasSrgbColorants() && hasSrgbCurves() : isCalledSrgb();
      case CMYK:
        return false;
    }
    throw new AssertionError(colour);
  }

  private boolean hasSrgbColorants() {
    String[] names = {"rXYZ", "gXYZ", "bXYZ"};
    for (int i = 0; i < names.length; i++) {
      int at = tag(names[i]);
      for (int j = 0; j < 3; j++) {
        if (at == 0 || Math.abs(fixed(at + 8 + 4 * j) - SRGB[i][j]) > NEAR) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean hasSrgbCurves() {
    return isSrgbCurve(tag("rTRC")) && isSrgbCurve(tag("gTRC")) && isSrgbCurve(tag("bTRC"));
  }

  private boolean isCalledSrgb() {
    int at = tag("desc");
    int length = Math.min(DESCRIPTION_BYTES, bytes.length - at);
    return at > 0 && new String(bytes, at, length, ISO_8859_1).replace("\0", "").contains("sRGB");
  }

  /** Where the tag's element begins; 0 if there is none. */
  private int tag(String name) {
    int count = Math.min(MOST_TAGS, buffer.getInt(TAGS));
    for (int i = 0; i < count; i++) {
      int entry = TAGS + 4 + i * TAG_BYTES;
      if (new String(bytes, entry, 4, ISO_8859_1).equals(name)) {
        return buffer.getInt(entry + 4);
      }
    }
    return 0;
  }

  private boolean isSrgbCurve(int at) {
    if (at == 0) {
      return false;
    }
    for (double x = 0; x <= 1; x += 1.0 / 16) {
      double expected = x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
      if (Math.abs(curve(at, x) - expected) > NEAR) {
        return false;
      }
    }
    return true;
  }

  private double curve(int at, double x) {
    int type = buffer.getInt(at);
    if (type == PARAMETRIC) {
      return parametric(at, x);
    }
    int count = type == CURVE ? buffer.getInt(at + 8) : -1;
    if (count < 0) {
      return Double.NaN;
    }
    if (count < 2) {
      return count == 0 ? x : Math.pow(x, unsigned(at + 12) / 256.0);
    }
    double place = x * (count - 1);
    int below = Math.min(count - 2, (int) place);
    double low = unsigned(at + 12 + 2 * below);
    double high = unsigned(at + 14 + 2 * below);
    return (low + (high - low) * (place - below)) / 0xFFFF;
  }

  /** The forms 0 and 3, which are all that describe sRGB or a pure power. */
  private double parametric(int at, double x) {
    int form = unsigned(at + 8);
    double gamma = fixed(at + 12);
    if (form == 0) {
      return Math.pow(x, gamma);
    }
    if (form != 3) {
      return Double.NaN;
    }
    double a = fixed(at + 16);
    double b = fixed(at + 20);
    return x >= fixed(at + 28) ? Math.pow(a * x + b, gamma) : fixed(at + 24) * x;
  }

  private int unsigned(int at) {
    return buffer.getShort(at) & 0xFFFF;
  }

  private double fixed(int at) {
    return buffer.getInt(at) / 65536.0;
  }
}
