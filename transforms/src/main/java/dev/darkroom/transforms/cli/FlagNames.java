package dev.darkroom.transforms.cli;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;

/** What flags are called by the user and by Beam. Immutable. */
final class FlagNames {
  private final Map<String, String> beamsByShown = new HashMap<>();
  private final Map<String, String> shownByBeams = new HashMap<>();

  FlagNames(Class<? extends PipelineOptions> options) {
    for (Method getter : options.getMethods()) {
      if (getter.isAnnotationPresent(FlagName.class)) {
        beamsByShown.put(shown(getter), property(getter));
        shownByBeams.put(property(getter), shown(getter));
      }
    }
  }

  /** The name of a getter's flag. */
  static String shown(Method getter) {
    FlagName name = getter.getAnnotation(FlagName.class);
    return name == null ? property(getter) : name.value();
  }

  private static String property(Method getter) {
    String capital = getter.getName().replaceFirst("^(get|is)", "");
    return Character.toLowerCase(capital.charAt(0)) + capital.substring(1);
  }

  /** The argument as Beam wants it. */
  String forBeam(String argument) {
    int equals = argument.indexOf('=');
    boolean others = argument.startsWith("{", equals + 1);
    return equals < 0 || others ? argument : renamed(argument, beamsByShown);
  }

  /** The argument, or the bare flag with its dashes, as the user typed it. */
  String forUser(String argument) {
    return renamed(argument, shownByBeams);
  }

  private static String renamed(String argument, Map<String, String> names) {
    if (!argument.startsWith("--")) {
      return argument;
    }
    int equals = argument.indexOf('=');
    int end = equals < 0 ? argument.length() : equals;
    String name = argument.substring(2, end);
    return "--" + names.getOrDefault(name, name) + argument.substring(end);
  }
}
