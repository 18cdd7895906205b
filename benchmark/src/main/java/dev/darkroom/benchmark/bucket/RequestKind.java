package dev.darkroom.benchmark.bucket;

import java.util.Locale;

/** What a request asks for. */
public enum RequestKind {
  /** The bucket's own metadata. */
  BUCKET,
  /** One page of names. */
  LIST,
  /** An object's metadata. */
  METADATA,
  /** An object's bytes, or a range of them. */
  MEDIA,
  /** An object written by one request. */
  UPLOAD,
  /** The begin of a resumable upload. */
  UPLOAD_START,
  /** Bytes of a resumable upload. */
  UPLOAD_CHUNK,
  /** How much of a resumable upload has arrived. */
  UPLOAD_STATUS,
  /** The end of a resumable upload without an object. */
  UPLOAD_CANCEL,
  /** A copy within the service, perhaps in several steps. */
  REWRITE,
  /** A copy within the service. */
  COPY,
  /** An object taken away. */
  DELETE,
  /** Several requests in one; each of them is counted as well. */
  BATCH,
  /** Anything else. */
  OTHER;

  /** For people. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
