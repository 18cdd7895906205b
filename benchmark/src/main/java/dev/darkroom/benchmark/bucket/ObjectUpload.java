package dev.darkroom.benchmark.bucket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.benchmark.bucket.store.Checksums;
import dev.darkroom.benchmark.bucket.store.Content;
import dev.darkroom.benchmark.bucket.store.ContentSink;
import dev.darkroom.benchmark.bucket.store.ObjectStore;
import dev.darkroom.benchmark.bucket.store.StoredBucket;
import dev.darkroom.benchmark.bucket.store.StoredObject;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.Optional;

/** An object on its way into the bucket. Not thread-safe. */
final class ObjectUpload {
  private final StoredBucket bucket;
  private final ApiRequest request;
  private final ObjectNode announced;
  private final String name;
  private final Preconditions conditions;
  private final ContentSink sink;

  /**
   * @param announced what the client says of the object
   * @throws ApiException if there is no such bucket, or the object has no name or may not be
   *     written
   */
  ObjectUpload(ObjectStore store, ApiRequest request, ObjectNode announced, Optional<String> type)
      throws ApiException, IOException {
    this.bucket = ObjectsApi.bucket(store, request.bucket());
    this.request = request;
    this.announced = announced;
    if (type.isPresent() && !announced.hasNonNull("contentType")) {
      announced.put("contentType", type.get());
    }
    this.name = request.parameter("name").orElse(announced.path("name").asText());
    if (name.isEmpty()) {
      throw ApiException.invalid("Required parameter: name");
    }
    this.conditions = Preconditions.of(request);
    conditions.check(bucket.get(name));
    this.sink = store.newSink();
  }

  void append(ByteBuf bytes) throws IOException {
    sink.append(bytes);
  }

  long size() {
    return sink.size();
  }

  /** Puts the object in the bucket. */
  ApiResponse finish() throws ApiException, IOException {
    Checksums checksums = sink.checksums();
    Content content = sink.content();
    StoredObject object =
        bucket.put(
            name,
            announced.deepCopy().retain(GivenMetadata.KEPT),
            content,
            checksums,
            current -> {
              GivenMetadata.check(announced, checksums);
              conditions.check(current);
            });
    return ObjectsApi.json(request, ObjectJson.of(object, bucket.name(), request.host()));
  }

  void discard() throws IOException {
    sink.discard();
  }
}
