/** The fast way, on platforms with TensorFlow's native library. */
package dev.darkroom.transforms.image.tensorflow;
