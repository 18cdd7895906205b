/**
 * Why an input did not become a record. The words here are the vocabulary of reports and metrics.
 */
package dev.darkroom.transforms.rejection;
