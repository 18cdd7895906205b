/**
 * How elements travel between workers: explicit, compact, and deterministic where they are keys.
 */
package dev.darkroom.transforms.coders;
