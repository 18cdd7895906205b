package dev.darkroom.benchmark.measure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.darkroom.benchmark.Photos;
import dev.darkroom.benchmark.reading.Window;
import dev.darkroom.benchmark.results.Depth;
import dev.darkroom.benchmark.results.Format;
import dev.darkroom.benchmark.results.Mode;
import dev.darkroom.benchmark.results.Order;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.transforms.dataset.ImageInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.util.construction.PipelineTranslation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyCodec;

class TrialPipelineTest {
  @TempDir Path folder;

  /** The family listed on the driver, and sent 3,670 paths along with every task. */
  @Test
  void D12_noPathIsPartOfATask() throws IOException {
    Photos photos = Photos.draw(folder.resolve("photos"), 20, "asters");
    MeasureSettings settings =
        MeasureSettings.builder()
            .run("r")
            .output(folder + "/out/")
            .inputs(List.of(ImageInput.of(photos.folder().toString())))
            .records(List.of())
            .relation(Relation.UNRELATED)
            .mode(Mode.ISOLATION)
            .lanes(1)
            .lanesPerCall(1)
            .parts(4)
            .window(Window.of(1, 1))
            .seed(0)
            .width(1)
            .height(1)
            .dropCaches(false)
            .runner("DirectRunner")
            .flags(ImmutableMap.of())
            .build();
    Cell cell = Cell.of(Format.RAW, Depth.BYTES, 10, 2, 1, Order.SEQUENTIAL);
    Trial trial = Trial.of(0, 0, Phase.MEASURED, 0, cell);
    Pipeline trials = Pipeline.create(PipelineOptionsFactory.create());
    TrialPipeline.build(trials, settings, List.of(trial), 20);
    Pipeline scan = Pipeline.create(PipelineOptionsFactory.create());
    ScanPipeline.build(scan, settings, trial, false);

    for (Pipeline pipeline : List.of(trials, scan)) {
      String text = unpacked(PipelineTranslation.toProto(pipeline).toByteArray());
      assertTrue(text.contains(photos.folder().toString()), "the folder is, to be listed there");
      assertFalse(text.contains("asters/"), "no file of it is");
    }
  }

  /** With what the functions hold, which Beam packs (SnappyOutputStream: a head, size, data). */
  private static String unpacked(byte[] task) throws IOException {
    String whole = new String(task, ISO_8859_1);
    StringBuilder text = new StringBuilder(whole);
    String magic = new String(SnappyCodec.getMagicHeader(), ISO_8859_1);
    ByteBuffer packed = ByteBuffer.wrap(task);
    int from = whole.indexOf(magic);
    assertTrue(from >= 0, "functions are packed");
    for (; from >= 0; from = whole.indexOf(magic, from + 1)) {
      int head = from + SnappyCodec.headerSize();
      byte[] first = new byte[packed.getInt(head)];
      packed.position(head + Integer.BYTES);
      packed.get(first);
      text.append(new String(Snappy.uncompress(first), ISO_8859_1));
    }
    return text.toString();
  }
}
