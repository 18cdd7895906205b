/** What a run of the benchmark leaves behind: one row a trial, as JSON lines and as a table. */
package dev.darkroom.benchmark.results;
