package dev.darkroom.transforms.example;

import com.google.auto.value.AutoValue;
import dev.darkroom.transforms.image.EncodedImage;

/** Everything a record can say of one image. Immutable. */
@AutoValue
public abstract class LabelledImage {
  /** The image as it will be stored. */
  public abstract EncodedImage image();

  /** The stable name of the image: its path below the input's root. */
  public abstract String key();

  /** The class name. */
  public abstract String label();

  /** The class id, from 0. */
  public abstract int labelId();

  /** How many classes the dataset has. */
  public abstract int classes();

  /** All arguments as the accessors of the same names describe them. */
  public static LabelledImage of(
      EncodedImage image, String key, String label, int labelId, int classes) {
    return new AutoValue_LabelledImage(image, key, label, labelId, classes);
  }
}
