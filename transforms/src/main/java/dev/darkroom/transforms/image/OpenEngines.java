package dev.darkroom.transforms.image;

import dev.darkroom.transforms.image.backend.Backend;
import dev.darkroom.transforms.image.imgscalr.ImgscalrBackend;
import dev.darkroom.transforms.image.spec.ImageSpec;
import dev.darkroom.transforms.image.tensorflow.TensorFlowBackend;
import dev.darkroom.transforms.image.tensorflow.TensorFlowLibrary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The engines of this process. They hold native memory and are never closed, so each is made once.
 */
final class OpenEngines {
  private static final Map<EngineChoice, Map<ImageSpec, ImageEngine>> OPEN =
      new EnumMap<>(EngineChoice.class);

  private OpenEngines() {}

  static synchronized ImageEngine get(EngineChoice choice, ImageSpec spec) {
    if (choice == EngineChoice.TENSORFLOW) {
      TensorFlowLibrary.require();
    }
    return OPEN.computeIfAbsent(choice, unused -> new HashMap<>())
        .computeIfAbsent(
            spec, unused -> new BackendEngine(spec, new Backends(() -> backends(choice, spec))));
  }

  private static List<Backend> backends(EngineChoice choice, ImageSpec spec) {
    List<Backend> backends = new ArrayList<>();
    if (choice != EngineChoice.IMGSCALR && TensorFlowLibrary.loads()) {
      backends.add(new TensorFlowBackend(spec));
    }
    if (choice != EngineChoice.TENSORFLOW) {
      backends.add(new ImgscalrBackend(spec));
    }
    return backends;
  }
}
