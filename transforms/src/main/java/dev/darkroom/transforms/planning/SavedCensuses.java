package dev.darkroom.transforms.planning;

import dev.darkroom.transforms.coders.CensusCoder;
import dev.darkroom.transforms.dataset.Census;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Censuses in a folder, a file for each split, for whoever ran the pipeline. */
public final class SavedCensuses extends PTransform<PCollection<KV<String, Census>>, PDone> {
  private final String folder;

  private SavedCensuses(String folder) {
    this.folder = folder;
  }

  /**
   * Writes to a folder.
   *
   * @param folder ends in a slash
   */
  public static SavedCensuses in(String folder) {
    return new SavedCensuses(folder);
  }

  @Override
  public PDone expand(PCollection<KV<String, Census>> censuses) {
    censuses.apply("Write", ParDo.of(new WriteFn(folder)));
    return PDone.in(censuses.getPipeline());
  }

  /** The census of a split, or empty if nothing was listed for it. */
  public Optional<Census> of(String split) throws IOException {
    Optional<byte[]> bytes = StoredFiles.readIfPresent(file(folder, split));
    return bytes.isPresent()
        ? Optional.of(CoderUtils.decodeFromByteArray(CensusCoder.of(), bytes.get()))
        : Optional.empty();
  }

  private static String file(String folder, String split) {
    return folder + "census-" + split;
  }

  private static final class WriteFn extends DoFn<KV<String, Census>, Void> {
    private final String folder;

    WriteFn(String folder) {
      this.folder = folder;
    }

    @ProcessElement
    public void write(@Element KV<String, Census> census) throws IOException {
      StoredFiles.write(
          file(folder, census.getKey()),
          CoderUtils.encodeToByteArray(CensusCoder.of(), census.getValue()));
    }
  }
}
