package dev.darkroom.benchmark.bucket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.benchmark.bucket.store.Checksums;
import dev.darkroom.benchmark.bucket.store.StoredObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/** An object's metadata as the API tells it. */
final class ObjectJson {
  private static final String ANY_TYPE = "application/octet-stream";

  private ObjectJson() {}

  static String contentType(StoredObject object) {
    return object.given().path("contentType").asText(ANY_TYPE);
  }

  static String etag(StoredObject object) {
    return Long.toString(object.generation(), Character.MAX_RADIX);
  }

  static ObjectNode of(StoredObject object, String bucket, String host) throws IOException {
    String path =
        "/storage/v1/b/"
            + bucket
            + "/o/"
            + URLEncoder.encode(object.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String created = object.created().truncatedTo(ChronoUnit.MILLIS).toString();
    Checksums checksums = object.checksums();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", "storage#object");
    json.put("id", bucket + "/" + object.name() + "/" + object.generation());
    json.put("selfLink", "http://" + host + path);
    json.put(
        "mediaLink",
        "http://"
            + host
            + "/download"
            + path
            + "?generation="
            + object.generation()
            + "&alt=media");
    json.put("name", object.name());
    json.put("bucket", bucket);
    json.put("generation", Long.toString(object.generation()));
    json.put("metageneration", "1");
    json.put("storageClass", "STANDARD");
    json.put("size", Long.toString(object.content().size()));
    json.put("md5Hash", checksums.md5());
    json.put("crc32c", checksums.crc32c());
    json.put("etag", etag(object));
    json.put("timeCreated", created);
    json.put("updated", created);
    json.put("timeStorageClassUpdated", created);
    json.put("contentType", ANY_TYPE);
    json.setAll(object.given());
    return json;
  }
}
