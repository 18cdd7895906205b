/** The verb {@code verify}: is a dataset still what its manifest says? */
package dev.darkroom.pipeline.verify;
