package dev.darkroom.transforms.image;

class ImgscalrEngineTest extends ImageEngineContract {
  @Override
  EngineChoice choice() {
    return EngineChoice.IMGSCALR;
  }
}
