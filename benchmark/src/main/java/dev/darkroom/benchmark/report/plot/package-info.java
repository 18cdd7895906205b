/** Charts as inline SVG: they know of numbers and names, not of trials. */
package dev.darkroom.benchmark.report.plot;
