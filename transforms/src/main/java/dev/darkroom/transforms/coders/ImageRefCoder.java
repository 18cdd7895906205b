package dev.darkroom.transforms.coders;

import dev.darkroom.transforms.dataset.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** {@link ImageRef}s, deterministic. Immutable, thread-safe. */
public final class ImageRefCoder extends AtomicCoder<ImageRef> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final BooleanCoder BOOLEAN = BooleanCoder.of();
  private static final ImageRefCoder INSTANCE = new ImageRefCoder();

  private ImageRefCoder() {}

  /** The coder. */
  public static ImageRefCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(ImageRef ref, OutputStream out) throws IOException {
    STRING.encode(ref.uri(), out);
    STRING.encode(ref.key(), out);
    STRING.encode(ref.label(), out);
    STRING.encode(ref.split(), out);
    LONG.encode(ref.bytes(), out);
    INT.encode(ref.input(), out);
    BOOLEAN.encode(ref.inRoot(), out);
    LONG.encode(ref.generation(), out);
  }

  @Override
  public ImageRef decode(InputStream in) throws IOException {
    return ImageRef.of(
            STRING.decode(in),
            STRING.decode(in),
            STRING.decode(in),
            STRING.decode(in),
            LONG.decode(in),
            INT.decode(in),
            BOOLEAN.decode(in))
        .ofGeneration(LONG.decode(in));
  }
}
