/** {@code report.html}: one page that needs nothing but itself. */
package dev.darkroom.benchmark.report.page;
