package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.gcs.GcsObjects;
import dev.darkroom.transforms.storage.ReadAhead;
import dev.darkroom.transforms.storage.ReadPace;
import dev.darkroom.transforms.storage.ReaderThreads;
import dev.darkroom.transforms.storage.SourceReader;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** Reads source files and converts them, both ahead of whoever takes the records. Thread-safe. */
public final class SourceConverter {
  /** Those that wait for storage on behalf of all shards of this process. */
  private static final ExecutorService READERS = ReaderThreads.start(ReadPace.MOST);

  private final SourceReader reader;
  private final long maxImageSeconds;

  private SourceConverter(SourceReader reader, long maxImageSeconds) {
    this.reader = reader;
    this.maxImageSeconds = maxImageSeconds;
  }

  /**
   * As the settings say.
   *
   * @param options how to reach {@code gs://}, if anything is read there
   */
  public static SourceConverter of(ConvertSettings settings, PipelineOptions options) {
    SourceReader reader = new SourceReader(settings.maxFileBytes());
    return new SourceConverter(
        settings.readsGcs()
            ? reader.withObjects(GcsObjects.of(options.as(GcsOptions.class)))
            : reader,
        settings.maxImageSeconds());
  }

  /** Begins with the first of the files; the results come in their order. */
  public ConvertAhead convert(RecordMaker maker, Iterator<ImageRef> refs) {
    Converters converters = Converters.SHARED;
    ReadAhead reads = new ReadAhead(reader, READERS, converters.pace(), refs);
    return new ConvertAhead(reads, maker, maxImageSeconds, converters);
  }
}
