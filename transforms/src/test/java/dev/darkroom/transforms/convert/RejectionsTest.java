package dev.darkroom.transforms.convert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.publish.Manifest;
import dev.darkroom.transforms.rejection.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.junit.jupiter.api.Test;

/** What cannot be converted is told of, and the books hold. */
class RejectionsTest extends TwoClasses {
  /** Everything that is listed is a record or a row, and each row says what is wrong. */
  @Test
  void rejectsEachBadFileWithItsReason() throws IOException {
    byte[] jpeg = Files.readAllBytes(input.resolve("roses/0.jpg"));
    Path roses = input.resolve("roses");
    Files.write(roses.resolve("empty.jpg"), new byte[0]);
    Files.write(roses.resolve("truncated.jpg"), Arrays.copyOf(jpeg, jpeg.length * 2 / 3));
    Files.writeString(roses.resolve("text.jpg"), "These are no pixels at all.");
    Files.writeString(roses.resolve("jxl.jpg"), "\u00FF\nor so it says", ISO_8859_1);
    Files.createDirectory(roses.resolve("folder.jpg"));
    Files.createSymbolicLink(roses.resolve("nothing.jpg"), input.resolve("nowhere"));
    Files.write(roses.resolve("large.jpg"), Arrays.copyOf(jpeg, SmallDataset.MAX_FILE_BYTES + 1));
    Files.write(input.resolve("beside.jpg"), jpeg);
    Files.writeString(input.resolve("README.md"), "About these photos");
    Files.createDirectory(input.resolve("weeds"));
    Files.write(input.resolve("weeds/1.jpg"), jpeg);
    dataset.labels = List.of("roses", "asters");

    PipelineResult result = dataset.convert(input.toString());

    Map<String, String> expected = new TreeMap<>();
    expected.put("roses/empty.jpg", "DECODE EMPTY - 0");
    expected.put("roses/truncated.jpg", "DECODE TRUNCATED JPEG " + jpeg.length * 2 / 3);
    expected.put("roses/text.jpg", "DECODE NOT_AN_IMAGE - 27");
    expected.put("roses/jxl.jpg", "DECODE UNSUPPORTED_FORMAT JPEG XL 15");
    expected.put("roses/folder.jpg", "READ DIRECTORY - 0");
    expected.put("roses/nothing.jpg", "READ VANISHED - 0");
    expected.put("roses/large.jpg", "READ TOO_MANY_BYTES - " + (SmallDataset.MAX_FILE_BYTES + 1));
    expected.put("beside.jpg", "DESCRIBE NO_LABEL JPEG " + jpeg.length);
    expected.put("README.md", "DESCRIBE NO_LABEL - 18");
    expected.put("weeds/1.jpg", "DESCRIBE UNKNOWN_LABEL JPEG " + jpeg.length);
    Map<String, String> found = new TreeMap<>();
    for (JsonNode row : rows()) {
      String key = row.get("key").asText();
      assertEquals(input + "/" + key, row.get("uri").asText());
      assertEquals(dataset.splits.splitOf(key), row.get("split").asText());
      assertFalse(row.get("message").asText().isEmpty());
      found.put(
          key,
          String.join(
              " ",
              row.get("stage").asText(),
              row.get("reason").asText(),
              row.path("format").asText("-").isEmpty() ? "-" : row.path("format").asText("-"),
              row.get("bytes").asText()));
    }
    assertEquals(expected, found);
    assertEquals(drawn(), dataset.records().keySet());

    Manifest manifest = dataset.manifest();
    Manifest.Books total = manifest.total();
    assertEquals(29, total.listed());
    assertEquals(19, total.written());
    assertEquals(10, total.rejected());
    Map<Reason, Long> reasons = new TreeMap<>();
    rows().forEach(r -> reasons.merge(Reason.valueOf(r.get("reason").asText()), 1L, Long::sum));
    assertEquals(reasons, total.reasons());
    assertEquals(List.of("roses", "asters"), manifest.labels(), "as given, not as sorted");
    assertEquals(10, counter(result, "images_rejected"));
    for (Manifest.Split split : manifest.splits()) {
      assertEquals(split.books().listed(), split.books().written() + split.books().rejected());
      assertEquals(
          split.books().rejected(),
          split.shards().stream().mapToLong(Manifest.Shard::rejected).sum());
    }
  }

  private List<JsonNode> rows() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (Map.Entry<String, String> file : dataset.files().entrySet()) {
      if (file.getKey().startsWith("rejected/")) {
        String text =
            new String(
                file.getValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
          rows.add(Json.parse(line, JsonNode.class));
        }
      }
    }
    return rows;
  }
}
