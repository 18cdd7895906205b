/** How fast the image code is, engine by engine and stage by stage, beside plain ways to do it. */
package dev.darkroom.benchmark.images;
