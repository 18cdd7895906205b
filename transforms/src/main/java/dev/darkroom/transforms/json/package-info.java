/** The one way in which values become JSON. */
package dev.darkroom.transforms.json;
