package dev.darkroom.benchmark.bucket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.benchmark.bucket.store.ObjectStore;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An upload whose body is the object's metadata and the object, as multipart/related. */
final class MultipartUpload implements Call {
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/.*boundary=\"?([^\";]+)\"?.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern TYPE =
      Pattern.compile("^content-type: *(.*)$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final String BLANK_LINE = "\r\n\r\n";
  private static final int MOST_HEAD_BYTES = 256 << 10;

  /** What may follow the last boundary. */
  private static final int EPILOGUE_BYTES = 64;

  private final ObjectStore store;
  private final ApiRequest request;
  private final String delimiter;

  /** Everything at first; from the object's first byte on, what may yet be the end. */
  private final ByteBuf held = Unpooled.buffer();

  private Optional<ObjectUpload> upload = Optional.empty();

  MultipartUpload(ObjectStore store, ApiRequest request) throws ApiException {
    this.store = store;
    this.request = request;
    this.delimiter = "\r\n--" + boundary(request);
  }

  /** What the parts of a request's body are divided by. */
  static String boundary(ApiRequest request) throws ApiException {
    Matcher type = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
    if (!type.matches()) {
      throw ApiException.invalid("Missing end boundary in multipart body.");
    }
    return type.group(1);
  }

  @Override
  public void receive(ByteBuf bytes) throws ApiException, IOException {
    held.writeBytes(bytes);
    if (upload.isEmpty()) {
      readHead();
    }
    if (upload.isPresent()) {
      int passing = held.readableBytes() - delimiter.length() - EPILOGUE_BYTES;
      if (passing > 0) {
        upload.get().append(held.readSlice(passing));
        held.discardReadBytes();
      }
    }
  }

  private void readHead() throws ApiException, IOException {
    String head = held.toString(StandardCharsets.ISO_8859_1);
    int metadata = head.indexOf(BLANK_LINE);
    int metadataEnd = metadata < 0 ? -1 : head.indexOf(delimiter, metadata + 2);
    int media = metadataEnd < 0 ? -1 : head.indexOf(BLANK_LINE, metadataEnd);
    if (media < 0) {
      if (head.length() > MOST_HEAD_BYTES) {
        throw ApiException.invalid("Metadata part of more than 256 KiB");
      }
      return;
    }
    byte[] json = new byte[Math.max(0, metadataEnd - metadata - BLANK_LINE.length())];
    held.getBytes(metadata + BLANK_LINE.length(), json);
    ObjectNode announced = GivenMetadata.read(json);
    Matcher type = TYPE.matcher(head.substring(metadataEnd, media));
    upload =
        Optional.of(
            new ObjectUpload(
                store,
                request,
                announced,
                type.find() ? Optional.of(type.group(1).trim()) : Optional.empty()));
    held.skipBytes(media + BLANK_LINE.length());
  }

  @Override
  public ApiResponse finish() throws ApiException, IOException {
    int end = held.toString(StandardCharsets.ISO_8859_1).lastIndexOf(delimiter + "--");
    if (upload.isEmpty() || end < 0) {
      abandon();
      throw ApiException.invalid("Missing end boundary in multipart body.");
    }
    upload.get().append(held.readSlice(end));
    return upload.get().finish();
  }

  @Override
  public void abandon() throws IOException {
    if (upload.isPresent()) {
      upload.get().discard();
    }
  }
}
