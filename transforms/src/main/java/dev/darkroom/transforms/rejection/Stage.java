package dev.darkroom.transforms.rejection;

/** Where on its way to a record an input was turned away. */
public enum Stage {
  /** Naming: key, label and split, from the path alone. */
  DESCRIBE,
  /** Bringing the file's bytes in. */
  READ,
  /** From bytes to pixels. */
  DECODE
}
