package dev.darkroom.transforms.cli;

import static java.util.Comparator.comparing;

import com.google.auto.value.AutoValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;

/** One flag of a verb, as its options declare it. Immutable. */
@AutoValue
public abstract class Flag {
  /** The name as the user types it, without hyphens. */
  public abstract String name();

  /** What it is for; the text of a required one ends in {@code Required.}. */
  public abstract String description();

  /** The value where none is typed, or empty. */
  public abstract Optional<String> defaultValue();

  /** The type of its values. */
  public abstract Class<?> type();

  /** All flags of one's own making, by name; those of Beam and its runners are not among them. */
  public static List<Flag> allOf(Class<? extends PipelineOptions> options) {
    String beam = PipelineOptions.class.getPackage().getName();
    return Arrays.stream(options.getMethods())
        .filter(method -> method.isAnnotationPresent(Description.class))
        .filter(method -> !method.getDeclaringClass().getName().startsWith(beam))
        .map(Flag::of)
        .sorted(comparing(Flag::name))
        .collect(Collectors.toList());
  }

  private static Flag of(Method getter) {
    return new AutoValue_Flag(
        FlagNames.shown(getter),
        getter.getAnnotation(Description.class).value(),
        defaultOf(getter),
        getter.getReturnType());
  }

  private static Optional<String> defaultOf(Method getter) {
    for (Annotation annotation : getter.getAnnotations()) {
      if (annotation.annotationType().getEnclosingClass() == Default.class) {
        try {
          return Optional.of(
              "" + annotation.annotationType().getMethod("value").invoke(annotation));
        } catch (ReflectiveOperationException e) {
          throw new LinkageError("defaults of options are plain values", e);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether there is no run without it. */
  public final boolean isRequired() {
    return description().endsWith("Required.");
  }
}
