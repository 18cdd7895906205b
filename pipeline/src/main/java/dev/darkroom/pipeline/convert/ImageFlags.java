package dev.darkroom.pipeline.convert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.image.EngineChoice;
import dev.darkroom.transforms.image.spec.ChromaSubsampling;
import dev.darkroom.transforms.image.spec.ColourProfiles;
import dev.darkroom.transforms.image.spec.Fit;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.spec.OutputFormat;
import dev.darkroom.transforms.image.spec.Resample;
import javax.annotation.Nullable;

/** The flags of {@code convert} that say what the stored images are. */
final class ImageFlags {
  private final ConvertOptions options;
  private final FlagChecks check;
  @Nullable private final EngineChoice engine;
  @Nullable private final Fit fit;
  @Nullable private final Resample resample;
  @Nullable private final ColourProfiles profiles;
  @Nullable private final OutputFormat format;

  /** Checks all of them. */
  ImageFlags(ConvertOptions options, FlagChecks check) {
    this.options = options;
    this.check = check;
    engine = check.oneOf("engine", options.getEngine(), EngineChoice.class);
    fit = check.parsed("fit", options.getFit(), Fit::parse);
    resample = check.oneOf("resample", options.getResample(), Resample.class);
    profiles = check.oneOf("icc", options.getIcc(), ColourProfiles.class);
    format = check.oneOf("format", options.getFormat(), OutputFormat.class);
    checkNumbers();
    checkExact();
    if (profiles == ColourProfiles.CONVERT && engine == EngineChoice.TENSORFLOW) {
      check.fail("icc", "convert needs --engine=auto or --engine=imgscalr");
    }
  }

  private void checkNumbers() {
    check.range("width", options.getWidth(), 1, ImageSpec.MAX_SIDE);
    check.range("height", options.getHeight(), 1, ImageSpec.MAX_SIDE);
    long pixels = (long) options.getWidth() * options.getHeight();
    if (pixels > ImageSpec.MAX_PIXELS) {
      check.fail("width", "times --height is " + pixels + ", more than " + ImageSpec.MAX_PIXELS);
    }
    check.range("quality", options.getQuality(), 1, 100);
    check.matches("chroma", options.getChroma(), "444|420", "444 or 420");
    check.matches(
        "background", options.getBackground(), "#?[0-9a-fA-F]{6}", "rrggbb, as in ffffff");
    check.range("minSize", options.getMinSize(), 1, ImageSpec.MAX_SIDE);
    if (options.getMaxAspect() != null) {
      check.range("maxAspect", options.getMaxAspect(), 1, Double.MAX_VALUE);
    }
    check.range("maxPixels", options.getMaxPixels(), 1, ImageSpec.MAX_PIXELS);
  }

  private void checkExact() {
    if (!options.isExact()) {
      return;
    }
    if (resample == Resample.AREA) {
      check.fail("exact", "needs --resample=bilinear");
    }
    if ((fit != null && fit != Fit.COVER) || !options.isEnlarge()) {
      check.fail("exact", "needs --fit=cover and --enlarge=true");
    }
    if (engine == EngineChoice.IMGSCALR) {
      check.fail("exact", "needs --engine=auto or --engine=tensorflow");
    }
  }

  /** The engine asked for. */
  EngineChoice engine() {
    return engine;
  }

  /** The images asked for; to be called once all flags are found sound. */
  ImageSpec spec() {
    ImageSpec.Builder spec =
        ImageSpec.builder()
            .width(options.getWidth())
            .height(options.getHeight())
            .fit(fit)
            .enlarge(options.isEnlarge())
            .resample(resample)
            .exact(options.isExact())
            .orient(options.isOrient())
            .colourProfiles(profiles)
            .background(Integer.parseInt(options.getBackground().replace("#", ""), 16))
            .outputFormat(format)
            .jpegQuality(options.getQuality())
            .chromaSubsampling(
                options.getChroma().equals("444")
                    ? ChromaSubsampling.NONE
                    : ChromaSubsampling.HALVED)
            .progressive(options.isProgressive())
            .minSize(options.getMinSize())
            .maxPixels(options.getMaxPixels());
    return options.getMaxAspect() == null
        ? spec.build()
        : spec.maxAspect(options.getMaxAspect()).build();
  }

  /** Adds what shaped the images, for the manifest. */
  void record(ObjectNode node) {
    node.put("width", options.getWidth());
    node.put("height", options.getHeight());
    node.put("fit", fit.toString());
    node.put("enlarge", options.isEnlarge());
    node.put("resample", options.getResample());
    node.put("exact", options.isExact());
    node.put("orient", options.isOrient());
    node.put("icc", options.getIcc());
    node.put("background", options.getBackground());
    node.put("format", options.getFormat());
    node.put("quality", options.getQuality());
    node.put("chroma", options.getChroma());
    node.put("progressive", options.isProgressive());
    node.put("minSize", options.getMinSize());
    if (options.getMaxAspect() != null) {
      node.put("maxAspect", options.getMaxAspect());
    }
    node.put("engine", options.getEngine());
    node.put("maxPixels", options.getMaxPixels());
  }
}
