package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.store.Condition;
import dev.darkroom.benchmark.bucket.store.StoredObject;
import java.util.Optional;

/** What a request demands of an object's generation. Immutable. */
final class Preconditions implements Condition<ApiException> {
  /** Metadata is never changed alone. */
  private static final long METAGENERATION = 1;

  private final Optional<Long> generation;
  private final Optional<Long> generationMatch;
  private final Optional<Long> generationNotMatch;
  private final Optional<Long> metagenerationMatch;
  private final Optional<Long> metagenerationNotMatch;

  private Preconditions(ApiRequest request, String generation, String prefix) throws ApiException {
    this.generation = request.number(generation);
    this.generationMatch = request.number(prefix + "GenerationMatch");
    this.generationNotMatch = request.number(prefix + "GenerationNotMatch");
    this.metagenerationMatch = request.number(prefix + "MetagenerationMatch");
    this.metagenerationNotMatch = request.number(prefix + "MetagenerationNotMatch");
  }

  /** Those of the object that is read, written or deleted. */
  static Preconditions of(ApiRequest request) throws ApiException {
    return new Preconditions(request, "generation", "if");
  }

  /** Those of the object that is copied. */
  static Preconditions ofSource(ApiRequest request) throws ApiException {
    return new Preconditions(request, "sourceGeneration", "ifSource");
  }

  @Override
  public void check(Optional<StoredObject> current) throws ApiException {
    long found = current.map(StoredObject::generation).orElse(0L);
    Optional<Long> metageneration = current.map(object -> METAGENERATION);
    if (generationMatch.filter(wanted -> wanted != found).isPresent()
        || generationNotMatch.filter(unwanted -> unwanted == found).isPresent()
        || (metagenerationMatch.isPresent() && !metagenerationMatch.equals(metageneration))
        || (metagenerationNotMatch.isPresent() && metagenerationNotMatch.equals(metageneration))) {
      throw ApiException.conditionNotMet();
    }
  }

  /**
   * The object itself.
   *
   * @throws ApiException if there is none of the generation asked for, or it does not comply
   */
  StoredObject require(Optional<StoredObject> current, String bucket, String name)
      throws ApiException {
    if (current.isEmpty()
        || generation.filter(wanted -> wanted != current.get().generation()).isPresent()) {
      throw ApiException.noSuchObject(bucket, name);
    }
    check(current);
    return current.get();
  }
}
