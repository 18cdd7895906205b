/** The verb {@code preflight}: can every worker do what a conversion asks of it? */
package dev.darkroom.pipeline.preflight;
