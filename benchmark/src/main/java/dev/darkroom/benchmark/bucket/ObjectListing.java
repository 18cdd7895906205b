package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** One page of a bucket's names. */
final class ObjectListing {
  private static final int MOST_RESULTS = 1000;

  /** Follows every name that begins as the prefix before it does. */
  private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

  private final List<StoredObject> objects = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();
  private String nextPage = "";

  /**
   * Collects a page.
   *
   * @param all in the order of the names
   */
  ObjectListing(NavigableMap<String, StoredObject> all, ApiRequest request) throws ApiException {
    String prefix = request.parameter("prefix").orElse("");
    String end = request.parameter("endOffset").orElse("");
    Optional<String> delimiter = request.parameter("delimiter");
    boolean placeholders =
        request.parameter("includeTrailingDelimiter").map(Boolean::valueOf).orElse(false);
    long most = Math.min(MOST_RESULTS, request.number("maxResults").orElse((long) MOST_RESULTS));
    if (most < 1) {
      throw ApiException.invalid("Invalid unsigned value: maxResults=" + most);
    }
    if (request.parameter("matchGlob").isPresent()) {
      throw ApiException.invalid("This bucket does not emulate matchGlob");
    }
    Optional<String> page = request.parameter("pageToken");
    String after = page.isPresent() ? decode(page.get()) : "";
    String start = request.parameter("startOffset").orElse("");
    Map.Entry<String, StoredObject> next =
        page.isPresent()
            ? all.higherEntry(after)
            : all.ceilingEntry(all.comparator().compare(start, prefix) > 0 ? start : prefix);
    while (next != null && next.getKey().startsWith(prefix)) {
      String name = next.getKey();
      if (!end.isEmpty() && all.comparator().compare(name, end) >= 0) {
        return;
      }
      if (objects.size() + prefixes.size() == most) {
        nextPage = encode(after);
        return;
      }
      int cut = delimiter.map(mark -> name.indexOf(mark, prefix.length())).orElse(-1);
      if (cut < 0) {
        objects.add(next.getValue());
        after = name;
      } else {
        String common = name.substring(0, cut + delimiter.get().length());
        prefixes.add(common);
        if (placeholders && name.equals(common)) {
          objects.add(next.getValue());
        }
        after = common + LAST;
      }
      next = all.higherEntry(after);
    }
  }

  private static String encode(String after) {
    return Base64.getUrlEncoder().encodeToString(after.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String token) throws ApiException {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid("Invalid page token " + token);
    }
  }

  List<StoredObject> objects() {
    return objects;
  }

  /** What names have in common up to the delimiter, where they hold it. */
  List<String> prefixes() {
    return prefixes;
  }

  /** What asks for the next page; none after the last. */
  Optional<String> nextPage() {
    return Optional.of(nextPage).filter(token -> !token.isEmpty());
  }
}
