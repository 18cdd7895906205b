/** HTML and SVG that is well-formed whatever the text in it. */
package dev.darkroom.benchmark.report.markup;
