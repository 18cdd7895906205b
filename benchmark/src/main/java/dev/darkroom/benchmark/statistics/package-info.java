/** Pure functions over numbers: medians, intervals, tests, regressions and curves. */
package dev.darkroom.benchmark.statistics;
