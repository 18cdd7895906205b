/** What all trials together say: {@code results.json}. */
package dev.darkroom.benchmark.report.summary;
