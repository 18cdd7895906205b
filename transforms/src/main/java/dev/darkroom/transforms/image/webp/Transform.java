package dev.darkroom.transforms.image.webp;

/** What was done to pixels before they were coded. */
interface Transform {
  /** Undoes it, in place. */
  void undo(int[] pixels);
}
