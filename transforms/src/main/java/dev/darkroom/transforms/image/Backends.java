package dev.darkroom.transforms.image;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.darkroom.transforms.image.backend.Backend;
import dev.darkroom.transforms.image.source.SourceImage;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The backends of an engine, in the order in which they are asked. They are made when the first
 * image needs one, as loading a native library takes seconds and most photos need none.
 * Thread-safe.
 */
final class Backends {
  private final Supplier<List<Backend>> all;

  /**
   * @param all called once
   */
  Backends(Supplier<List<Backend>> all) {
    this.all = Suppliers.memoize(all);
  }

  /** Makes them, where that has not been done yet. */
  void open() {
    List<Backend> unused = all.get();
  }

  /** Their names. */
  String names() {
    return all.get().stream().map(Backend::name).collect(Collectors.joining("+"));
  }

  /**
   * The first one that reads an image.
   *
   * @throws RejectedException if none does
   */
  Backend reading(SourceImage image) throws RejectedException {
    for (Backend backend : all.get()) {
      if (backend.reads(image)) {
        return backend;
      }
    }
    throw new RejectedException(
        Reason.UNSUPPORTED_FORMAT,
        image.displayName() + " is not supported by the engine " + names());
  }

  /** The one that encodes. */
  Backend encoding() {
    return all.get().get(0);
  }
}
