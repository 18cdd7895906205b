package dev.darkroom.transforms.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a flag that cannot be its getter's, because options of a runner have a getter of that
 * name. A value that begins with a brace, a JSON object, is still for those.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FlagName {
  /** What the user types after the dashes. */
  String value();
}
