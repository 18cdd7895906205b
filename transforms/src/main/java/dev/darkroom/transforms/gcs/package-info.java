/** Google Cloud Storage, where Beam's own way to it is not enough. */
package dev.darkroom.transforms.gcs;
