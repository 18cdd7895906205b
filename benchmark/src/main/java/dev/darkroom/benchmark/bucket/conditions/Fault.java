package dev.darkroom.benchmark.bucket.conditions;

/** What can happen to a request. */
public enum Fault {
  /** Nothing: it is answered. */
  NONE,
  /** It is beyond the limit of requests. */
  OVER_LIMIT,
  /** It is answered 429. */
  TOO_MANY_REQUESTS,
  /** It is answered 503. */
  UNAVAILABLE,
  /** The connection is reset before the request has an effect. */
  RESET_UNHEARD,
  /** The connection is reset during the response: the request has had its effect. */
  RESET,
  /** An object's content ends before its announced length. */
  TRUNCATED
}
