package dev.darkroom.transforms.planning;

import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;
import dev.darkroom.transforms.storage.SourceReader;
import java.io.IOException;
import java.util.Optional;

/** What is certain of a file before its bytes are read, in the order in which it would show. */
final class Foresight {
  private final DatasetPlan plan;
  private final long maxFileBytes;
  private final SourceReader reader;

  Foresight(DatasetPlan plan, long maxFileBytes) {
    this.plan = plan;
    this.maxFileBytes = maxFileBytes;
    this.reader = new SourceReader(maxFileBytes);
  }

  /** Why the file will be rejected, or empty if that depends on what it holds. */
  Optional<Reason> reason(ImageRef ref) throws IOException, InterruptedException {
    try {
      if (ref.bytes() > maxFileBytes) {
        return Optional.of(Reason.TOO_MANY_BYTES);
      }
      // No bytes: to read them costs nothing, and tells folders and broken links from empty files.
      boolean empty = ref.bytes() == 0 && reader.read(ref).length == 0;
      plan.labelId(ref);
      return empty ? Optional.of(Reason.EMPTY) : Optional.empty();
    } catch (RejectedException e) {
      return Optional.of(e.reason());
    }
  }
}
