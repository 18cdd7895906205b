/**
 * JPEG files down to their blocks (ITU-T T.81): segments, frames, scans and Huffman codes, the walk
 * that finds damage, and a decoder for shrunk excerpts.
 */
package dev.darkroom.transforms.image.jpeg;
