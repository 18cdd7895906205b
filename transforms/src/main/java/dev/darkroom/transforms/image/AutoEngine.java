package dev.darkroom.transforms.image;

import dev.darkroom.transforms.rejection.Reason;
import dev.darkroom.transforms.rejection.RejectedException;

/** Asks the first engine, and the second one only about formats that the first cannot read. */
final class AutoEngine implements ImageEngine {
  private final ImageEngine first;
  private final ImageEngine second;

  AutoEngine(ImageEngine first, ImageEngine second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public String name() {
    return first.name() + "+" + second.name();
  }

  @Override
  public EncodedImage convert(byte[] source) throws RejectedException {
    try {
      return first.convert(source);
    } catch (RejectedException e) {
      if (e.reason() != Reason.UNSUPPORTED_FORMAT) {
        throw e;
      }
      return second.convert(source);
    }
  }
}
