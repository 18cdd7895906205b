/** How fast images become a dataset, beside the most that their image code allows. */
package dev.darkroom.benchmark.conversion;
