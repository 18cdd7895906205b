package dev.darkroom.transforms.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;

/** Sound frames around what no reader can use. */
class UnusableRecordTest extends DamagedDataset {
  @Test
  void looksInsideTheRecords() throws IOException {
    rewriteIndexed(
        SHARD,
        2,
        example -> {
          byte[] jpeg = image(example);
          return withImage(example, java.util.Arrays.copyOf(jpeg, jpeg.length / 2));
        });
    Fault image = placed(verdict().faults()).get(0);
    assertEquals(2, image.record());
    assertEquals(index(SHARD).offset(2), image.offset());
    assertTrue(image.problem().startsWith("image: "), image.problem());

    dataset = copy("plain");
    rewriteIndexed(SHARD, 0, example -> withImage(example, new byte[0]));
    assertEquals(
        SHARD + ", record 0 at byte 0: image: the file has 0 bytes",
        placed(verdict().faults()).get(0).toString());

    dataset = copy("plain");
    rewriteIndexed(SHARD, 1, example -> withLabel(example, -1));
    assertEquals("label is -1, there are 2 classes", placed(verdict().faults()).get(0).problem());
  }

  /** Another class that exists: no record says more, but the histogram and the checksums do. */
  @Test
  void noticesALabelThatWasSwapped() throws IOException {
    Example first = dataset.shard(SHARD).get(0);
    long label = first.getFeatures().getFeatureOrThrow("label").getInt64List().getValue(0);
    rewriteIndexed(SHARD, 0, example -> withLabel(example, 1 - label));

    List<Fault> faults = verdict().faults();

    assertEquals(List.of(), placed(faults));
    assertHas(faults, SHARD, "classes is ");
    assertHas(faults, SHARD, "sha256 is ");
  }

  private static byte[] image(Example example) {
    return example
        .getFeatures()
        .getFeatureOrThrow("image")
        .getBytesList()
        .getValue(0)
        .toByteArray();
  }

  private static Example withImage(Example example, byte[] image) {
    Example.Builder changed = example.toBuilder();
    Feature.Builder feature = Feature.newBuilder();
    feature.getBytesListBuilder().addValue(ByteString.copyFrom(image));
    changed.getFeaturesBuilder().putFeature("image", feature.build());
    return changed.build();
  }
}
