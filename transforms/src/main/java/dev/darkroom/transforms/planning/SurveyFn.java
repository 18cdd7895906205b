package dev.darkroom.transforms.planning;

import dev.darkroom.transforms.coders.SurveyCoder;
import dev.darkroom.transforms.dataset.ImageRef;
import dev.darkroom.transforms.dataset.Survey;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;

/** Merges surveys of parts into the survey of all references. */
final class SurveyFn extends Combine.CombineFn<ImageRef, Survey, Survey> {
  @Override
  public Survey createAccumulator() {
    return new Survey();
  }

  @Override
  public Survey addInput(Survey survey, ImageRef ref) {
    return survey.add(ref);
  }

  @Override
  public Survey mergeAccumulators(Iterable<Survey> surveys) {
    Survey all = new Survey();
    surveys.forEach(all::add);
    return all;
  }

  @Override
  public Survey extractOutput(Survey survey) {
    return survey;
  }

  @Override
  public Coder<Survey> getAccumulatorCoder(CoderRegistry registry, Coder<ImageRef> input) {
    return SurveyCoder.of();
  }

  @Override
  public Coder<Survey> getDefaultOutputCoder(CoderRegistry registry, Coder<ImageRef> input) {
    return SurveyCoder.of();
  }
}
