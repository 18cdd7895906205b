package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.store.ObjectStore;
import io.netty.buffer.ByteBuf;
import java.io.IOException;

/** An upload whose body is the object. */
final class SimpleUpload implements Call {
  private final ObjectUpload upload;

  SimpleUpload(ObjectStore store, ApiRequest request) throws ApiException, IOException {
    this.upload =
        new ObjectUpload(
            store, request, GivenMetadata.read(new byte[0]), request.header("Content-Type"));
  }

  @Override
  public void receive(ByteBuf bytes) throws IOException {
    upload.append(bytes);
  }

  @Override
  public ApiResponse finish() throws ApiException, IOException {
    return upload.finish();
  }

  @Override
  public void abandon() throws IOException {
    upload.discard();
  }
}
