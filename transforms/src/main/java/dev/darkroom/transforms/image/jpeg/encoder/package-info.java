/**
 * From pixels to baseline JPEG (ITU-T T.81) with Huffman tables made for the image: bands of rows,
 * their blocks' coefficients, symbols, and at the end of the image the codes. Gives libjpeg-turbo's
 * bytes.
 */
package dev.darkroom.transforms.image.jpeg.encoder;
