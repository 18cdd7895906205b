package dev.darkroom.benchmark.bucket;

import io.netty.buffer.ByteBuf;
import java.io.IOException;

/** A request that is being received. Used by one thread at a time. */
interface Call {
  /** Takes more of the request's body; the buffer stays the caller's. */
  void receive(ByteBuf bytes) throws ApiException, IOException;

  /** Does what is asked for; the body is complete. */
  ApiResponse finish() throws ApiException, IOException;

  /** Forgets what was received; there will be no more. */
  default void abandon() throws IOException {}
}
