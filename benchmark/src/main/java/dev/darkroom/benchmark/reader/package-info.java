/** How fast TFRecord readers are: ours, TensorFlow's and Beam's, over the same file. */
package dev.darkroom.benchmark.reader;
