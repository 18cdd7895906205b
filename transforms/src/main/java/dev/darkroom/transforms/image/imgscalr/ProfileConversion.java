package dev.darkroom.transforms.image.imgscalr;

import dev.darkroom.transforms.image.source.IccProfile;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Converts samples from an embedded profile to sRGB, by the intent that the profile names. */
final class ProfileConversion {
  private static final int MOST_KEPT = 4;

  /**
   * Making one takes 20 ms for a printer's profile, and a collection has few different ones. Per
   * thread: nothing says that threads can share one.
   */
  private static final ThreadLocal<Map<ByteBuffer, Optional<ProfileConversion>>> KEPT =
      ThreadLocal.withInitial(ProfileConversion::lately);

  private final ColorConvertOp operation;
  private final int bands;

  private ProfileConversion(ICC_Profile profile) {
    ICC_Profile[] way = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
    this.operation = new ColorConvertOp(way, null);
    this.bands = profile.getNumComponents();
  }

  /** The conversion, unless the profile is damaged: the samples are sound all the same. */
  static Optional<ProfileConversion> of(IccProfile profile) {
    return KEPT.get()
        .computeIfAbsent(ByteBuffer.wrap(profile.bytes()), unused -> make(profile.bytes()));
  }

  private static Optional<ProfileConversion> make(byte[] profile) {
    try {
      ProfileConversion conversion = new ProfileConversion(ICC_Profile.getInstance(profile));
      conversion.toRgb(new byte[conversion.bands]);
      return Optional.of(conversion);
    } catch (IllegalArgumentException | CMMException e) {
      return Optional.empty();
    }
  }

  private static Map<ByteBuffer, Optional<ProfileConversion>> lately() {
    return new LinkedHashMap<>(MOST_KEPT, 1, true) {
      @Override
      protected boolean removeEldestEntry(
          Map.Entry<ByteBuffer, Optional<ProfileConversion>> eldest) {
        return size() > MOST_KEPT;
      }
    };
  }

  /** A row of the profile's samples as RGB. */
  byte[] toRgb(byte[] samples) {
    int width = samples.length / bands;
    byte[] rgb = new byte[width * 3];
    operation.filter(row(samples, width, bands), row(rgb, width, 3));
    return rgb;
  }

  private static WritableRaster row(byte[] samples, int width, int bands) {
    int[] offsets = new int[bands];
    for (int band = 0; band < bands; band++) {
      offsets[band] = band;
    }
    return Raster.createInterleavedRaster(
        new DataBufferByte(samples, samples.length),
        width,
        1,
        samples.length,
        bands,
        offsets,
        null);
  }
}
