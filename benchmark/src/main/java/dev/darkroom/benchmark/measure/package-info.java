/** The verb {@code measure}: trials planned, carried out by a pipeline, reconciled and kept. */
package dev.darkroom.benchmark.measure;
