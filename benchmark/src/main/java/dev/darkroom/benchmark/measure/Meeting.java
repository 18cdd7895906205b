package dev.darkroom.benchmark.measure;

import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * Lets lanes of trials begin together, wherever they run: each leaves a file where all can see it,
 * and waits for the others'.
 */
final class Meeting {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final String CALLED_OFF = "called-off-";

  private final String folder;
  private final int lanes;
  private final Duration patience;

  /**
   * @param folder with a trailing slash
   * @param lanes how many have to come
   * @param patience how long to wait for them
   */
  Meeting(String folder, int lanes, Duration patience) {
    this.folder = folder;
    this.lanes = lanes;
    this.patience = patience;
  }

  /**
   * Waits until all lanes have come to a round.
   *
   * @throws IllegalStateException if they do not, since one has called it off or the runner does
   *     not run so many at once
   */
  void attend(int round, int lane) throws IOException, InterruptedException {
    String prefix = String.format("round-%06d-", round);
    StoredFiles.write(folder + prefix + lane, new byte[0]);
    long begun = System.nanoTime();
    while (true) {
      Set<String> left = StoredFiles.sizes(folder).keySet();
      for (String name : left) {
        if (name.startsWith(CALLED_OFF)) {
          throw new IllegalStateException(
              "another lane failed: " + StoredFiles.text(folder + name));
        }
      }
      long present = left.stream().filter(name -> name.startsWith(prefix)).count();
      if (present >= lanes) {
        return;
      }
      if (System.nanoTime() - begun > patience.toNanos()) {
        throw new IllegalStateException(
            String.format(
                "%d of %d trials came together within %d s: the runner does not run %d at once",
                present, lanes, patience.toSeconds(), lanes));
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  /** Lets nobody wait any longer, in this round or another: the lane has failed. */
  void callOff(int lane, Exception failure) throws IOException {
    StoredFiles.write(folder + CALLED_OFF + lane, failure.toString());
  }
}
