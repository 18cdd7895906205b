/**
 * The engine without native code: it decodes with the JDK's ImageIO, TIFF with TwelveMonkeys and
 * WebP with {@code webp}, resamples by itself, and turns with imgscalr. PNG and progressive JPEG
 * are encoded by ImageIO.
 *
 * <p>Decoders see a file's pixels and nothing else: what colours mean, how they are turned and
 * whether they may be allocated is settled before, alike for all engines. So the {@code Bare}
 * classes hide profiles, metadata and further pictures from them, and {@link
 * dev.darkroom.transforms.image.imgscalr.Decoders} picks each by its class, whatever other plug-ins
 * a process has.
 *
 * <p>Rows go from the decoder straight into the resampler, so that an image needs little more
 * memory than its decoder takes; a JPEG's decoder takes a row.
 */
package dev.darkroom.transforms.image.imgscalr;
