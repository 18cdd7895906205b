package dev.darkroom.transforms.image;

import dev.darkroom.transforms.image.backend.Backend;
import dev.darkroom.transforms.image.backend.ConversionPlan;
import dev.darkroom.transforms.image.geometry.Crop;
import dev.darkroom.transforms.image.geometry.ExcerptChoice;
import dev.darkroom.transforms.image.geometry.Layout;
import dev.darkroom.transforms.image.geometry.SizeFilter;
import dev.darkroom.transforms.image.jpeg.Excerpt;
import dev.darkroom.transforms.image.jpeg.encoder.JpegEncoder;
import dev.darkroom.transforms.image.pixels.Pixels;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.ChromaSubsampling;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.Optional;

/** Settles what is to become of an image, and hands it to the first backend that reads it. */
final class BackendEngine implements ImageEngine {
  private final ImageSpec spec;
  private final SizeFilter filter;
  private final ExcerptChoice excerpts;
  private final JpegEncoder jpeg;
  private final Backends backends;

  BackendEngine(ImageSpec spec, Backends backends) {
    this.spec = spec;
    this.filter = new SizeFilter(spec);
    this.excerpts = new ExcerptChoice(spec);
    this.jpeg =
        new JpegEncoder(spec.jpegQuality(), spec.chromaSubsampling() == ChromaSubsampling.HALVED);
    this.backends = backends;
  }

  @Override
  public String name() {
    return backends.names();
  }

  @Override
  public EncodedImage convert(byte[] source, Allowance allowance) throws RejectedException {
    SourceImage stored =
        SourceImage.inspect(source, spec.maxPixels(), header -> choose(source, header, allowance));
    SourceImage image = spec.shows(stored);
    filter.check(image.shownWidth(), image.shownHeight());
    Layout layout = Layout.of(image.shownWidth(), image.shownHeight(), spec);
    ImageFormat output = spec.outputFormat().of(image.format());
    if (needsNothing(stored, layout, output)) {
      if (output == ImageFormat.PNG) {
        allowance.claim(MemoryNeed.toCheck(source, image));
        StoredImage.decode(source);
      }
      return EncodedImage.untouched(source, output, layout.width(), layout.height());
    }
    byte[] made = convert(source, ConversionPlan.of(image, layout, output), allowance);
    return EncodedImage.made(made, output, layout.width(), layout.height());
  }

  private byte[] convert(byte[] source, ConversionPlan plan, Allowance allowance)
      throws RejectedException {
    SourceImage image = plan.image();
    if (image.decoded().isPresent()) {
      allowance.claim(MemoryNeed.toConvert(source, 0, plan));
      return encode(image.orientation().show(image.decoded().get()), plan, allowance);
    }
    allowance.prepare(backends::open);
    Backend backend = backends.reading(image);
    allowance.claim(MemoryNeed.toConvert(source, backend.decodingBytes(image), plan));
    if (spec.exact()) {
      Optional<byte[]> exact = backend.convertExactly(source, image);
      if (exact.isPresent()) {
        return exact.get();
      }
    }
    return encode(backend.decode(source, plan), plan, allowance);
  }

  private byte[] encode(Pixels picture, ConversionPlan plan, Allowance allowance)
      throws RejectedException {
    Pixels image = framed(picture, plan.layout());
    if (plan.output() == ImageFormat.JPEG && !spec.progressive()) {
      return jpeg.encode(image);
    }
    allowance.prepare(backends::open);
    return backends.encoding().encode(image, plan.output());
  }

  private Pixels framed(Pixels picture, Layout layout) {
    Crop place = layout.picture();
    return layout.padded()
        ? picture.framed(place.x(), place.y(), layout.width(), layout.height(), spec.background())
        : picture;
  }

  private Optional<Excerpt> choose(byte[] source, SourceImage header, Allowance allowance)
      throws RejectedException {
    Optional<Excerpt> excerpt = excerpts.of(header);
    allowance.claim(MemoryNeed.toWalk(source, header, excerpt));
    return excerpt;
  }

  /** Whether the file can be stored as it is. */
  private boolean needsNothing(SourceImage stored, Layout layout, ImageFormat output) {
    return !spec.exact()
        && stored.plain()
        && stored.format() == output
        && layout.keepsAll()
        && stored.upright()
        && !spec.convertsColours(stored);
  }
}
