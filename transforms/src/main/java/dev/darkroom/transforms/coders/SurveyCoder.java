package dev.darkroom.transforms.coders;

import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.Survey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** {@link Survey}s, deterministic. Immutable, thread-safe. */
public final class SurveyCoder extends AtomicCoder<Survey> {
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final VarIntCoder INT = VarIntCoder.of();
  private static final ListCoder<String> STRINGS = ListCoder.of(STRING);
  private static final SurveyCoder INSTANCE = new SurveyCoder();

  private SurveyCoder() {}

  /** The coder. */
  public static SurveyCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Survey survey, OutputStream out) throws IOException {
    INT.encode(survey.inputs().size(), out);
    for (Map.Entry<Integer, Survey.InputTally> input : survey.inputs().entrySet()) {
      INT.encode(input.getKey(), out);
      STRINGS.encode(List.copyOf(input.getValue().labelsInRoot()), out);
      STRINGS.encode(List.copyOf(input.getValue().labelsBelow()), out);
    }
    INT.encode(survey.splits().size(), out);
    for (Map.Entry<String, Survey.SplitTally> split : survey.splits().entrySet()) {
      STRING.encode(split.getKey(), out);
      LONG.encode(split.getValue().images(), out);
      INT.encode(split.getValue().sample().size(), out);
      for (Map.Entry<Long, ImageRef> sampled : split.getValue().sample().entrySet()) {
        LONG.encode(sampled.getKey(), out);
        ImageRefCoder.of().encode(sampled.getValue(), out);
      }
    }
  }

  @Override
  public Survey decode(InputStream in) throws IOException {
    Survey survey = new Survey();
    for (int inputs = INT.decode(in); inputs > 0; inputs--) {
      Survey.InputTally input = survey.input(INT.decode(in));
      input.labelsInRoot().addAll(STRINGS.decode(in));
      input.labelsBelow().addAll(STRINGS.decode(in));
    }
    for (int splits = INT.decode(in); splits > 0; splits--) {
      Survey.SplitTally split = survey.split(STRING.decode(in));
      split.count(LONG.decode(in));
      for (int sampled = INT.decode(in); sampled > 0; sampled--) {
        long draw = LONG.decode(in);
        split.offer(draw, ImageRefCoder.of().decode(in));
      }
    }
    return survey;
  }
}
