package dev.darkroom.benchmark.images;

import dev.darkroom.transforms.rejection.RejectedException;
import java.io.IOException;

/** What is timed. */
interface Work {
  /** Does it with the photo of that number; what it gives is kept from being optimised away. */
  Object with(int photo) throws RejectedException, IOException;
}
