/** From an encoded image and its names to a serialised {@code tf.train.Example}. Pure. */
package dev.darkroom.transforms.example;
