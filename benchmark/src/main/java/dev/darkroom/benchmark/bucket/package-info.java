/**
 * A bucket of Google Cloud Storage that can be placed anywhere: its JSON API over one folder, under
 * latency, bandwidth, limits and faults of one's choice.
 */
package dev.darkroom.benchmark.bucket;
