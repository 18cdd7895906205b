package dev.darkroom.benchmark.bucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.benchmark.bucket.store.Checksums;
import dev.darkroom.transforms.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a client says of an object it writes. */
final class GivenMetadata {
  static final Set<String> KEPT =
      Set.of(
          "contentType",
          "contentEncoding",
          "contentLanguage",
          "contentDisposition",
          "cacheControl",
          "metadata",
          "storageClass");

  private GivenMetadata() {}

  /**
   * What is kept of a request's body.
   *
   * @param body JSON, or nothing
   */
  static ObjectNode parse(byte[] body) throws ApiException {
    return read(body).retain(KEPT);
  }

  /** All of a request's body. */
  static ObjectNode read(byte[] body) throws ApiException {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      return Json.parse(new String(body, StandardCharsets.UTF_8), ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw ApiException.invalid("Metadata part is not JSON: " + e.getOriginalMessage());
    }
  }

  /**
   * Holds announced checksums against those of the bytes that came.
   *
   * @throws ApiException if they differ
   */
  static void check(ObjectNode announced, Checksums found) throws ApiException {
    String crc32c = announced.path("crc32c").asText(found.crc32c());
    String md5 = announced.path("md5Hash").asText(found.md5());
    if (!crc32c.equals(found.crc32c()) || !md5.equals(found.md5())) {
      throw ApiException.invalid(
          String.format(
              "Provided checksums crc32c %s, md5Hash %s do not match %s, %s",
              crc32c, md5, found.crc32c(), found.md5()));
    }
  }
}
