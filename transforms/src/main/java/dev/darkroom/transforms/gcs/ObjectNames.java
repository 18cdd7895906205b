package dev.darkroom.transforms.gcs;

import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.Objects;
import com.google.api.services.storage.model.StorageObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.Transport;

/**
 * Questions about the names in one bucket, asked with {@link Patience}. Names are in the order of
 * UTF-8. Thread-safe.
 */
final class ObjectNames {
  /** What one page of a listing holds. */
  static final int PAGE = 1000;

  private final Storage client;
  private final String bucket;

  private ObjectNames(Storage client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  static ObjectNames of(GcsOptions options, String bucket) {
    return new ObjectNames(Transport.newStorageClient(options).build(), bucket);
  }

  /** Whether more names than one page holds begin so. */
  boolean fillAPage(String prefix) throws IOException, InterruptedException {
    Storage.Objects.List request =
        list(prefix).setMaxResults((long) PAGE).setFields("nextPageToken");
    return page(request).getNextPageToken() != null;
  }

  /** The first name that begins so and is not before {@code from}. */
  Optional<String> first(String prefix, String from) throws IOException, InterruptedException {
    String pageToken = null;
    do {
      Objects page =
          page(
              list(prefix)
                  .setStartOffset(from)
                  .setMaxResults(1L)
                  .setPageToken(pageToken)
                  .setFields("nextPageToken,items(name)"));
      List<StorageObject> items = page.getItems();
      if (items != null && !items.isEmpty()) {
        return Optional.of(items.get(0).getName());
      }
      pageToken = page.getNextPageToken();
    } while (pageToken != null);
    return Optional.empty();
  }

  /** Names and generations from the first name to the last; a request for each page. */
  void forEach(String first, String last, Consumer<StorageObject> sink)
      throws IOException, InterruptedException {
    String pageToken = null;
    do {
      Objects page =
          page(
              list("")
                  .setStartOffset(first)
                  .setEndOffset(last + '\0')
                  .setMaxResults((long) PAGE)
                  .setPageToken(pageToken)
                  .setFields("nextPageToken,items(name,generation)"));
      if (page.getItems() != null) {
        page.getItems().forEach(sink);
      }
      pageToken = page.getNextPageToken();
    } while (pageToken != null);
  }

  private static Objects page(Storage.Objects.List request)
      throws IOException, InterruptedException {
    return Patience.HALF_A_MINUTE.with(request::execute);
  }

  private Storage.Objects.List list(String prefix) throws IOException {
    return client.objects().list(bucket).setPrefix(prefix);
  }
}
