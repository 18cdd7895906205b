/**
 * Reading images, raw or out of records, to a given depth, and taking the time. Nothing here
 * prints, and nothing but reading happens while a clock runs.
 */
package dev.darkroom.benchmark.reading;
