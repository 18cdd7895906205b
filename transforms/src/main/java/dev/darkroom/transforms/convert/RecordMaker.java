package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.example.LabelledImage;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.image.Allowance;
import dev.darkroom.transforms.image.EncodedImage;
import dev.darkroom.transforms.image.ImageEngine;
import dev.darkroom.transforms.rejection.RejectedException;

/** From a source file's bytes to a serialised record. Thread-safe. */
public interface RecordMaker {
  /**
   * The record of one image.
   *
   * @param allowance asked before each step that takes much memory
   * @throws RejectedException if none can be made of it
   */
  MadeRecord make(ImageRef ref, byte[] source, Allowance allowance) throws RejectedException;

  /** Makes records of one dataset. */
  static RecordMaker of(ConvertSettings settings, DatasetPlan plan) {
    ImageEngine engine = settings.engine().open(settings.image());
    Schema schema = settings.schema();
    return (ref, source, allowance) -> {
      int labelId = plan.labelId(ref);
      EncodedImage image = engine.convert(source, allowance);
      byte[] record =
          schema.serialize(
              LabelledImage.of(image, ref.key(), ref.label(), labelId, plan.labels().size()));
      return new MadeRecord(record, image.untouched());
    };
  }
}
