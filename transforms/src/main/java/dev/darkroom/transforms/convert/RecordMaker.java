package dev.darkroom.transforms.convert;

import dev.darkroom.transforms.dataset.DatasetPlan;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.example.LabelledImage;
import dev.darkroom.transforms.example.Schema;
import dev.darkroom.transforms.image.EncodedImage;
import dev.darkroom.transforms.image.ImageEngine;
import dev.darkroom.transforms.rejection.RejectedException;

/** From a source file's bytes to a serialised record. Thread-safe. */
public final class RecordMaker {
  private final ImageEngine engine;
  private final Schema schema;
  private final DatasetPlan plan;

  /** Makes records of one dataset. */
  public RecordMaker(ConvertSettings settings, DatasetPlan plan) {
    this.engine = settings.engine().open(settings.image());
    this.schema = settings.schema();
    this.plan = plan;
  }

  /** The record of one image. */
  public MadeRecord make(ImageRef ref, byte[] source) throws RejectedException {
    int labelId = plan.labelId(ref);
    EncodedImage image = engine.convert(source);
    byte[] record =
        schema.serialize(
            LabelledImage.of(image, ref.key(), ref.label(), labelId, plan.labels().size()));
    return new MadeRecord(record, image.untouched());
  }
}
