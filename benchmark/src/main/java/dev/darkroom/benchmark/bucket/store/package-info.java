/** Objects by name: those of a folder, and those written since, in memory or on disk. */
package dev.darkroom.benchmark.bucket.store;
