/**
 * The bytes of a TFRecord file and of its index, free of Beam: {@link
 * dev.darkroom.transforms.tfrecord.format.RecordFraming} states the layout, {@link
 * dev.darkroom.transforms.tfrecord.format.RecordReader} reads it and trusts nothing, {@link
 * dev.darkroom.transforms.tfrecord.format.ShardIndex} says where each record lies.
 */
package dev.darkroom.transforms.tfrecord.format;
