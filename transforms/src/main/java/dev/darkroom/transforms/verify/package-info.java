/** Reads a published dataset again, all of it, and holds it against its manifest. */
package dev.darkroom.transforms.verify;
