package dev.darkroom.transforms.image.imgscalr;

import java.util.function.UnaryOperator;

/** Makes RGB of rows of other samples, and passes it on. */
final class MappedRows implements RowSink {
  private final UnaryOperator<byte[]> toRgb;
  private final RowSink sink;

  MappedRows(UnaryOperator<byte[]> toRgb, RowSink sink) {
    this.toRgb = toRgb;
    this.sink = sink;
  }

  @Override
  public void row(byte[] samples) {
    sink.row(toRgb.apply(samples));
  }

  @Override
  public void restart() {
    sink.restart();
  }
}
