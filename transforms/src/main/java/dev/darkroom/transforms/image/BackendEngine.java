package dev.darkroom.transforms.image;

import dev.darkroom.transforms.image.backend.Backend;
import dev.darkroom.transforms.image.backend.ConversionPlan;
import dev.darkroom.transforms.image.geometry.ExcerptChoice;
import dev.darkroom.transforms.image.geometry.Layout;
import dev.darkroom.transforms.image.geometry.SizeFilter;
import dev.darkroom.transforms.image.jpeg.Excerpt;
import dev.darkroom.transforms.image.source.ImageFormat;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settles what is to become of an image, and hands it to the first backend that reads it. */
final class BackendEngine implements ImageEngine {
  private final ImageSpec spec;
  private final SizeFilter filter;
  private final ExcerptChoice excerpts;
  private final List<Backend> backends;

  BackendEngine(ImageSpec spec, List<Backend> backends) {
    this.spec = spec;
    this.filter = new SizeFilter(spec);
    this.excerpts = new ExcerptChoice(spec);
    this.backends = List.copyOf(backends);
  }

  @Override
  public String name() {
    return backends.stream().map(Backend::name).collect(Collectors.joining("+"));
  }

  @Override
  public EncodedImage convert(byte[] source, MemoryAllowance memory) throws RejectedException {
    SourceImage stored =
        SourceImage.inspect(source, spec.maxPixels(), header -> choose(source, header, memory));
    SourceImage image = spec.shows(stored);
    filter.check(image.shownWidth(), image.shownHeight());
    Layout layout = Layout.of(image.shownWidth(), image.shownHeight(), spec);
    ImageFormat output = spec.outputFormat().of(image.format());
    if (needsNothing(stored, layout, output)) {
      if (output == ImageFormat.PNG) {
        memory.claim(MemoryNeed.toCheck(source, image));
        StoredImage.decode(source);
      }
      return EncodedImage.untouched(source, output, layout.width(), layout.height());
    }
    Backend backend = backendFor(image);
    ConversionPlan plan = ConversionPlan.of(image, layout, output);
    long decoding = image.decoded().isPresent() ? 0 : backend.decodingBytes(image);
    memory.claim(MemoryNeed.toConvert(source, decoding, plan));
    byte[] made = backend.convert(source, plan);
    return EncodedImage.made(made, output, layout.width(), layout.height());
  }

  private Optional<Excerpt> choose(byte[] source, SourceImage header, MemoryAllowance memory)
      throws RejectedException {
    Optional<Excerpt> excerpt = excerpts.of(header);
    memory.claim(MemoryNeed.toWalk(source, header, excerpt));
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

  private Backend backendFor(SourceImage image) throws RejectedException {
    for (Backend backend : backends) {
      if (backend.reads(image)) {
        return backend;
      }
    }
    throw new RejectedException(
        Reason.UNSUPPORTED_FORMAT,
        image.displayName() + " is not supported by the engine " + name());
  }
}
