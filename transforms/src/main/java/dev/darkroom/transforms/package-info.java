/**
 * Everything reusable: images, examples, record framing and naming rules, free of Beam, under a
 * thin layer of Beam transforms. No main, no options.
 */
package dev.darkroom.transforms;
