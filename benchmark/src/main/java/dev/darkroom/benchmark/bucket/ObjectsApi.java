package dev.darkroom.benchmark.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.benchmark.bucket.store.ObjectStore;
import dev.darkroom.benchmark.bucket.store.StoredBucket;
import dev.darkroom.benchmark.bucket.store.StoredObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** All requests but uploads and batches. Thread-safe. */
final class ObjectsApi {
  private final ObjectStore store;
  private final Instant opened = Instant.now();

  ObjectsApi(ObjectStore store) {
    this.store = store;
  }

  /**
   * Does what is asked for.
   *
   * @param body the request's
   */
  ApiResponse answer(ApiRequest request, byte[] body) throws ApiException, IOException {
    if (request.kind() == RequestKind.OTHER) {
      throw ApiException.invalid("This bucket does not emulate " + request);
    }
    StoredBucket bucket = bucket(store, request.bucket());
    switch (request.kind()) {
      case BUCKET:
        return json(request, bucketJson(bucket.name()));
      case LIST:
        return json(request, list(bucket, request));
      case METADATA:
        return json(
            request, ObjectJson.of(require(bucket, request), bucket.name(), request.host()));
      case MEDIA:
        return media(require(bucket, request), request);
      case REWRITE:
        return rewrite(request, body);
      case COPY:
        return json(request, copy(request, body));
      case DELETE:
        Preconditions conditions = Preconditions.of(request);
        bucket.delete(
            request.object(),
            current -> conditions.require(current, bucket.name(), request.object()));
        return ApiResponse.empty(204);
      default:
        throw new IllegalArgumentException(request.toString());
    }
  }

  /**
   * The bucket of a name.
   *
   * @throws ApiException if there is none
   */
  static StoredBucket bucket(ObjectStore store, String name) throws ApiException {
    Optional<StoredBucket> bucket = store.bucket(name);
    if (bucket.isEmpty()) {
      throw new ApiException(404, "notFound", "The specified bucket does not exist: " + name);
    }
    return bucket.get();
  }

  static ApiResponse json(ApiRequest request, JsonNode body) throws ApiException {
    Optional<String> fields = request.parameter("fields");
    return ApiResponse.json(
        200, fields.isPresent() ? FieldMask.parse(fields.get()).apply(body) : body);
  }

  private ObjectNode bucketJson(String bucket) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", "storage#bucket");
    json.put("id", bucket);
    json.put("name", bucket);
    json.put("projectNumber", "1");
    json.put("metageneration", "1");
    json.put("location", "US");
    json.put("locationType", "multi-region");
    json.put("storageClass", "STANDARD");
    json.put("timeCreated", opened.toString());
    json.put("updated", opened.toString());
    return json;
  }

  private static ObjectNode list(StoredBucket bucket, ApiRequest request)
      throws ApiException, IOException {
    ObjectListing page = new ObjectListing(bucket.objects(), request);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", "storage#objects");
    page.nextPage().ifPresent(token -> json.put("nextPageToken", token));
    if (!page.prefixes().isEmpty()) {
      ArrayNode prefixes = json.putArray("prefixes");
      page.prefixes().forEach(prefixes::add);
    }
    if (!page.objects().isEmpty()) {
      ArrayNode items = json.putArray("items");
      for (StoredObject object : page.objects()) {
        items.add(ObjectJson.of(object, bucket.name(), request.host()));
      }
    }
    return json;
  }

  private static StoredObject require(StoredBucket bucket, ApiRequest request) throws ApiException {
    return Preconditions.of(request)
        .require(bucket.get(request.object()), bucket.name(), request.object());
  }

  private static ApiResponse media(StoredObject object, ApiRequest request)
      throws ApiException, IOException {
    long size = object.content().size();
    ByteRange range = ByteRange.of(request.header("Range").orElse(""), size);
    ApiResponse response =
        ApiResponse.media(
                range.isPartial() ? 206 : 200,
                object.content().open(),
                range.from(),
                range.length())
            .header("Content-Type", ObjectJson.contentType(object))
            .header("ETag", ObjectJson.etag(object))
            .header("Accept-Ranges", "bytes")
            .header("X-Goog-Generation", Long.toString(object.generation()))
            .header("X-Goog-Metageneration", "1")
            .header("X-Goog-Hash", "crc32c=" + object.checksums().crc32c())
            .header("X-Goog-Stored-Content-Length", Long.toString(size));
    if (range.isPartial()) {
      response.header("Content-Range", range.in(size));
    }
    String encoding = object.given().path("contentEncoding").asText();
    if (!encoding.isEmpty()) {
      response.header("Content-Encoding", encoding);
    }
    return response;
  }

  private StoredObject source(ApiRequest request) throws ApiException {
    StoredBucket bucket = bucket(store, request.bucket());
    return Preconditions.ofSource(request)
        .require(bucket.get(request.object()), bucket.name(), request.object());
  }

  /** Copies at once, or answers so many bytes at a time if that is what the client wants. */
  private ApiResponse rewrite(ApiRequest request, byte[] body) throws ApiException, IOException {
    StoredObject source = source(request);
    long size = source.content().size();
    long done =
        request.number("rewriteToken").orElse(0L)
            + request.number("maxBytesRewrittenPerCall").orElse(size);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", "storage#rewriteResponse");
    json.put("totalBytesRewritten", Long.toString(Math.min(done, size)));
    json.put("objectSize", Long.toString(size));
    json.put("done", done >= size);
    if (done < size) {
      json.put("rewriteToken", Long.toString(done));
    } else {
      json.set("resource", copy(request, body));
    }
    return json(request, json);
  }

  private ObjectNode copy(ApiRequest request, byte[] body) throws ApiException, IOException {
    StoredBucket to = bucket(store, request.destinationBucket());
    ObjectNode given = GivenMetadata.parse(body);
    source(request).checksums();
    StoredObject copy;
    synchronized (store) { // The source's content must not go before the copy has it.
      StoredObject source = source(request);
      copy =
          to.put(
              request.destination(),
              given.isEmpty() ? source.given() : given,
              source.content(),
              source.checksums(),
              Preconditions.of(request));
    }
    return ObjectJson.of(copy, to.name(), request.host());
  }
}
