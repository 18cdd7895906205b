package dev.darkroom.transforms.convert;

/** A record, and how its image came to be. */
public final class MadeRecord {
  private final byte[] bytes;
  private final boolean untouched;

  MadeRecord(byte[] bytes, boolean untouched) {
    this.bytes = bytes;
    this.untouched = untouched;
  }

  /** The serialised example itself, not a copy of it. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether its image is its source file, byte for byte. */
  public boolean untouched() {
    return untouched;
  }
}
