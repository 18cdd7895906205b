package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.conditions.Regime;
import dev.darkroom.benchmark.bucket.store.ObjectStore;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** All requests of the API. Thread-safe. */
final class BucketApi {
  /** More than any client has under way; of those that ended, the last ones are remembered. */
  private static final int MOST_SESSIONS = 10_000;

  private final ObjectStore store;
  private final boolean requesterPays;
  private final ObjectsApi objects;
  private final Counters counters;
  private final Map<String, UploadSession> sessions =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, UploadSession> eldest) {
              return size() > MOST_SESSIONS;
            }
          });

  BucketApi(ObjectStore store, Counters counters, boolean requesterPays) {
    this.store = store;
    this.requesterPays = requesterPays;
    this.objects = new ObjectsApi(store);
    this.counters = counters;
  }

  /**
   * Begins to receive a request.
   *
   * @throws ApiException if its body makes no difference any more
   */
  Call open(ApiRequest request, Regime regime) throws ApiException, IOException {
    if (requesterPays) {
      request.requirePayer();
    }
    switch (request.kind()) {
      case UPLOAD:
        return request.parameter("uploadType").filter("media"::equals).isPresent()
            ? new SimpleUpload(store, request)
            : new MultipartUpload(store, request);
      case UPLOAD_START:
        return new WholeBody(body -> start(request, body));
      case UPLOAD_CHUNK:
      case UPLOAD_STATUS:
        return new UploadChunk(session(request), request);
      case UPLOAD_CANCEL:
        return new WholeBody(body -> session(request).cancel());
      case BATCH:
        return new WholeBody(body -> new Batch(objects, counters, regime).answer(request, body));
      default:
        return new WholeBody(body -> objects.answer(request, body));
    }
  }

  private ApiResponse start(ApiRequest request, byte[] body) throws ApiException, IOException {
    ObjectUpload upload =
        new ObjectUpload(
            store, request, GivenMetadata.read(body), request.header("X-Upload-Content-Type"));
    String id = UUID.randomUUID().toString();
    sessions.put(id, new UploadSession(upload));
    return ApiResponse.empty(200)
        .header(
            "Location",
            String.format(
                "http://%s/upload/storage/v1/b/%s/o?uploadType=resumable&upload_id=%s",
                request.host(), request.bucket(), id))
        .header("X-GUploader-UploadID", id);
  }

  private UploadSession session(ApiRequest request) throws ApiException {
    UploadSession session = sessions.get(request.parameter("upload_id").orElseThrow());
    if (session == null) {
      throw new ApiException(404, "notFound", "No such upload");
    }
    return session;
  }
}
