package dev.darkroom.transforms.image;

class AutoEngineTest extends ImageEngineContract {
  @Override
  EngineChoice choice() {
    return EngineChoice.AUTO;
  }
}
