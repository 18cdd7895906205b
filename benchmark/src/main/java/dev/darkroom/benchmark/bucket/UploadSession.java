package dev.darkroom.benchmark.bucket;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.Optional;

/** A resumable upload: what has arrived, over however many connections. Thread-safe. */
final class UploadSession {
  /** Until it ends. */
  private Optional<ObjectUpload> upload;

  /** How it ended. */
  private ApiResponse end = ApiResponse.empty(499);

  /** The latest to send; what others still send is not wanted. */
  private Object sender = this;

  UploadSession(ObjectUpload upload) {
    this.upload = Optional.of(upload);
  }

  /** Makes one the only one whose bytes are taken, and tells how many there are already. */
  synchronized long begin(Object newSender) {
    sender = newSender;
    return upload.map(ObjectUpload::size).orElse(0L);
  }

  synchronized void append(Object from, ByteBuf bytes) throws IOException {
    if (from.equals(sender) && upload.isPresent()) {
      upload.get().append(bytes);
    }
  }

  /**
   * How far the upload is; it ends here if everything has arrived.
   *
   * @param total the object's size, if the client knows it
   */
  synchronized ApiResponse progress(Optional<Long> total) throws IOException {
    if (upload.isEmpty()) {
      return end;
    }
    long size = upload.get().size();
    if (total.isPresent() && total.get() == size) {
      try {
        end = upload.get().finish();
      } catch (ApiException e) {
        end = ApiResponse.error(e);
      }
      upload = Optional.empty();
      return end;
    }
    ApiResponse incomplete = ApiResponse.empty(308);
    return size == 0 ? incomplete : incomplete.header("Range", "bytes=0-" + (size - 1));
  }

  /** Ends the upload without an object, if it has not ended. */
  synchronized ApiResponse cancel() throws IOException {
    if (upload.isPresent()) {
      upload.get().discard();
      upload = Optional.empty();
    }
    return end;
  }
}
