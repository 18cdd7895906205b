package dev.darkroom.transforms.image.jpeg;

import com.google.auto.value.AutoValue;

/** A rectangle of an image as it is stored, and the smaller or equal size it is wanted at. */
@AutoValue
public abstract class Excerpt {
  Excerpt() {}

  /** Pixels left of it. */
  public abstract int x();

  /** Pixels above it. */
  public abstract int y();

  /** In pixels of the image. */
  public abstract int width();

  /** In pixels of the image. */
  public abstract int height();

  /** What its width is to become. */
  public abstract int toWidth();

  /** What its height is to become. */
  public abstract int toHeight();

  /** A builder. */
  public static Builder builder() {
    return new AutoValue_Excerpt.Builder();
  }

  /** Collects the values of an {@link Excerpt}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Pixels left of it. */
    public abstract Builder x(int x);

    /** Pixels above it. */
    public abstract Builder y(int y);

    /** In pixels of the image. */
    public abstract Builder width(int width);

    /** In pixels of the image. */
    public abstract Builder height(int height);

    /** What its width is to become. */
    public abstract Builder toWidth(int width);

    /** What its height is to become. */
    public abstract Builder toHeight(int height);

    /** The excerpt. */
    public abstract Excerpt build();
  }
}
