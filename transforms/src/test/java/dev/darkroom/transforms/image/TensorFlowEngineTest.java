package dev.darkroom.transforms.image;

class TensorFlowEngineTest extends ImageEngineContract {
  @Override
  EngineChoice choice() {
    return EngineChoice.TENSORFLOW;
  }
}
