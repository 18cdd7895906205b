package dev.darkroom.transforms.image;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The engines of this process. They hold native memory and are never closed, so each is made once.
 */
final class OpenEngines {
  private static final Map<EngineChoice, Map<ImageSpec, ImageEngine>> OPEN =
      new EnumMap<>(EngineChoice.class);

  private OpenEngines() {}

  static synchronized ImageEngine get(EngineChoice choice, ImageSpec spec) {
    Map<ImageSpec, ImageEngine> bySpec = OPEN.computeIfAbsent(choice, unused -> new HashMap<>());
    ImageEngine engine = bySpec.get(spec);
    if (engine == null) {
      engine = create(choice, spec);
      bySpec.put(spec, engine);
    }
    return engine;
  }

  private static ImageEngine create(EngineChoice choice, ImageSpec spec) {
    switch (choice) {
      case TENSORFLOW:
        TensorFlowLibrary.require();
        return new TensorFlowEngine(spec);
      case IMGSCALR:
        return new ImgscalrEngine(spec);
      case AUTO:
        ImageEngine jvm = get(EngineChoice.IMGSCALR, spec);
        return TensorFlowLibrary.loads()
            ? new AutoEngine(get(EngineChoice.TENSORFLOW, spec), jvm)
            : jvm;
    }
    throw new AssertionError(choice);
  }
}
