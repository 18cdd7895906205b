package dev.darkroom.transforms.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import com.google.common.primitives.UnsignedBytes;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;

/** Which generation objects have; Beam's matching does not tell. */
public final class Generations {
  /** A request tells of so many that follow one another in a bucket. */
  public static final int AT_ONCE = ObjectNames.PAGE;

  private static final Comparator<String> ORDER_OF_NAMES =
      comparing(name -> name.getBytes(UTF_8), UnsignedBytes.lexicographicalComparator());

  private Generations() {}

  /**
   * Those of objects of one bucket, by their URIs; none for objects that are not there any more.
   *
   * @param uris best of objects that lie close together
   */
  public static Map<String, Long> of(Collection<String> uris, GcsOptions options)
      throws IOException, InterruptedException {
    Set<String> wanted = new HashSet<>();
    String bucket = "";
    for (String uri : uris) {
      GcsUri object = GcsUri.parse(uri);
      bucket = object.bucket();
      wanted.add(object.name());
    }
    Map<String, Long> generations = new HashMap<>();
    if (!wanted.isEmpty()) {
      String parent = "gs://" + bucket + "/";
      ObjectNames.of(options, bucket)
          .forEach(
              Collections.min(wanted, ORDER_OF_NAMES),
              Collections.max(wanted, ORDER_OF_NAMES),
              object -> {
                if (wanted.contains(object.getName())) {
                  generations.put(parent + object.getName(), object.getGeneration());
                }
              });
    }
    return generations;
  }
}
