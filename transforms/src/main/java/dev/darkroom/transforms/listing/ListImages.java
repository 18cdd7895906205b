package dev.darkroom.transforms.listing;

import dev.darkroom.transforms.coders.ImageRefCoder;
import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.SplitRule;
import dev.darkroom.transforms.gcs.GcsUri;
import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Every file the inputs match, described by its path. Hidden files, whose name or a folder's below
 * the input begins with a dot, are not part of a collection. An input that matches nothing yields
 * nothing.
 */
public final class ListImages extends PTransform<PBegin, PCollection<ImageRef>> {
  private final List<ImageInput> inputs;
  private final SplitRule splits;

  private ListImages(List<ImageInput> inputs, SplitRule splits) {
    this.inputs = inputs;
    this.splits = splits;
  }

  /** Lists {@code inputs}, of which there is at least one. */
  public static ListImages of(List<ImageInput> inputs, SplitRule splits) {
    return new ListImages(List.copyOf(inputs), splits);
  }

  @Override
  public PCollection<ImageRef> expand(PBegin begin) {
    PCollectionList<ImageRef> all = PCollectionList.empty(begin.getPipeline());
    String root = ImageInput.commonRoot(inputs);
    for (int i = 0; i < inputs.size(); i++) {
      all = all.and(list(begin, inputs.get(i), new Describer(inputs.get(i), i, root, splits)));
    }
    return all.apply("All inputs", Flatten.pCollections()).setCoder(ImageRefCoder.of());
  }

  private static PCollection<ImageRef> list(PBegin begin, ImageInput input, Describer describer) {
    String name = " input " + (describer.input() + 1);
    PCollection<ImageRef> refs =
        input.isLocal()
            ? take(begin, name, input.root())
                .apply("Walk" + name, ParDo.of(new WalkFolderFn(input, describer)))
            : patterns(begin, name, input)
                .apply(
                    "Match" + name,
                    FileIO.matchAll()
                        .withEmptyMatchTreatment(EmptyMatchTreatment.ALLOW)
                        // References are regrouped by shard soon; one bundle per file costs more
                        // than its decode.
                        .withOutputParallelization(false))
                .apply("Describe" + name, ParDo.of(new DescribeFileFn(describer)));
    refs.setCoder(ImageRefCoder.of());
    return GcsUri.is(input.root())
        ? refs.apply("Pin" + name, ParDo.of(new PinGenerationsFn())).setCoder(ImageRefCoder.of())
        : refs;
  }

  private static PCollection<String> patterns(PBegin begin, String name, ImageInput input) {
    return input.isFolder() && GcsUri.is(input.root())
        ? take(begin, name, input.root())
            .apply("Divide" + name, ParDo.of(new DivideFolderFn()))
            .apply("Spread" + name, Reshuffle.viaRandomKey())
        : take(begin, name, input.pattern());
  }

  private static PCollection<String> take(PBegin begin, String name, String what) {
    return begin.apply("Take" + name, Create.of(what).withCoder(StringUtf8Coder.of()));
  }
}
