package dev.darkroom.pipeline.samples;

import com.google.errorprone.annotations.Immutable;
import java.util.Random;

/**
 * Paints one subject; everything that varies between two pictures comes from the random numbers.
 */
@Immutable
interface Painter {
  void paint(Canvas canvas, Random random);
}
