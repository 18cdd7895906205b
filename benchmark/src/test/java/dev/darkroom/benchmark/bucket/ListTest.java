package dev.darkroom.benchmark.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListTest {
  private HttpBucket bucket;

  @BeforeEach
  void open() throws Exception {
    bucket = HttpBucket.inMemory();
    bucket.put("b", "a/1", "a/2", "a/3/4", "a/3/5", "a0", "c d", "é", "\uFF5E", "\uD83C\uDF39");
  }

  @AfterEach
  void close() throws IOException {
    bucket.close();
  }

  private static String names(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.path("items").forEach(item -> names.add(item.get("name").asText()));
    page.path("prefixes").forEach(prefix -> names.add("[" + prefix.asText() + "]"));
    return String.join(" ", names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | a/1 a/2 a/3/4 a/3/5 a0 b c d é ～ 🌹",
        "prefix=a                                    | a/1 a/2 a/3/4 a/3/5 a0",
        "prefix=a/                                   | a/1 a/2 a/3/4 a/3/5",
        "prefix=a/&delimiter=/                       | a/1 a/2 [a/3/]",
        "delimiter=/                                 | a0 b c d é ～ 🌹 [a/]",
        "prefix=z                                    | ''",
        "prefix=c%20                                 | c d",
        "startOffset=a/3/5&endOffset=c               | a/3/5 a0 b",
        "prefix=a/&startOffset=a                     | a/1 a/2 a/3/4 a/3/5",
        "prefix=a/&startOffset=a/2&maxResults=2      | a/2 a/3/4",
        "userProject=payer&projection=full&prefix=b  | b",
      })
  void selects(String query, String expected) throws Exception {
    assertEquals(expected, names(bucket.json("/o?" + query)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | '' | 10 | a/1 a/2 a/3/4 a/3/5 a0 b c d é ～ 🌹",
        "3 | '' |  4 | a/1 a/2 a/3/4 a/3/5 a0 b c d é ～ 🌹",
        "5 | '' |  2 | a/1 a/2 a/3/4 a/3/5 a0 b c d é ～ 🌹",
        "1 | /  |  7 | [a/] a0 b c d é ～ 🌹",
        "2 | /  |  4 | a0 [a/] b c d é ～ 🌹",
      })
  void pagesAddUpToTheWhole(int size, String delimiter, int pages, String expected)
      throws Exception {
    List<String> found = new ArrayList<>();
    String token = "";
    do {
      JsonNode page =
          bucket.json("/o?maxResults=" + size + "&delimiter=" + delimiter + "&pageToken=" + token);
      found.add(names(page));
      token = page.path("nextPageToken").asText();
    } while (!token.isEmpty());
    assertEquals(expected, String.join(" ", found));
    assertEquals(pages, found.size());
  }

  @Test
  void aDelimitersOwnObjectIsListedIfAskedFor() throws Exception {
    bucket.put("a/", "/x");
    assertEquals("a0 b c d é ～ 🌹 [/] [a/]", names(bucket.json("/o?delimiter=/")));
    assertEquals(
        "a/ a0 b c d é ～ 🌹 [/] [a/]",
        names(bucket.json("/o?delimiter=/&includeTrailingDelimiter=true")));
  }

  @Test
  void hasNoItemsAndNoTokenWhereThereIsNothing() throws Exception {
    JsonNode page = bucket.json("/o?prefix=z");
    assertEquals("{\"kind\":\"storage#objects\"}", page.toString());
  }

  @Test
  void givesTheFieldsAskedFor() throws Exception {
    assertEquals(
        "{\"items\":[{\"name\":\"a/1\",\"size\":\"3\"},{\"name\":\"a/2\",\"size\":\"3\"}]}",
        bucket.json("/o?fields=items(name,size)&prefix=a/&endOffset=a/3").toString());
    assertFalse(bucket.json("/o?fields=prefixes,nextPageToken").has("items"));
  }

  @ParameterizedTest
  @CsvSource({"maxResults=0", "maxResults=many", "pageToken=!", "fields=items(", "matchGlob=*"})
  void refusesWhatItCannotRead(String query) throws Exception {
    assertEquals(400, bucket.get("/o?" + query).statusCode());
  }

  @Test
  void anotherBucketIsNotThere() throws Exception {
    String other = bucket.url("", "/o").replace("/b/" + HttpBucket.NAME, "/b/others");
    assertEquals(404, bucket.send("GET", other, new byte[0]).statusCode());
    assertEquals("photos", bucket.json("?userProject=payer").get("name").asText());
  }
}
