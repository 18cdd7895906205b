/** What a bucket's requests meet: latency, bandwidth, limits, faults. */
package dev.darkroom.benchmark.bucket.conditions;
