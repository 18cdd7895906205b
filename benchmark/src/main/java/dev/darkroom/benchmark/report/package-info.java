/** From the trials of a folder to {@code results.json} and {@code report.html}. */
package dev.darkroom.benchmark.report;
