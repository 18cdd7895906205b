package dev.darkroom.benchmark.bucket;

import dev.darkroom.benchmark.bucket.conditions.Fate;
import dev.darkroom.benchmark.bucket.conditions.Fault;
import dev.darkroom.benchmark.bucket.store.ContentChangedException;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** One request and its response. Used by one thread at a time. */
final class Exchange {
  /** What one record of TLS carries: it arrives as a whole, or it does not arrive. */
  private static final int RECORD_BYTES = 16 << 10;

  /** A request that is answered whatever it is, or not at all. */
  private static final Call UNHEARD =
      new Call() {
        @Override
        public void receive(ByteBuf bytes) {}

        @Override
        public ApiResponse finish() {
          return ApiResponse.empty(204);
        }
      };

  /** What may fail by the client's fault, or by ours. */
  @FunctionalInterface
  private interface Step {
    void take() throws ApiException, IOException;
  }

  private final Service service;
  private final Connection connection;
  private final Runnable afterwards;
  private final Fate fate;
  private RequestKind kind = RequestKind.OTHER;
  private Call call = UNHEARD;
  private Optional<ApiResponse> response;
  private boolean receiving = true;

  /**
   * Begins to receive a request.
   *
   * @param afterwards reads the next one
   */
  Exchange(Service service, Connection connection, HttpRequest http, Runnable afterwards) {
    this.service = service;
    this.connection = connection;
    this.afterwards = afterwards;
    this.fate = connection.regime().next(System.nanoTime());
    this.response = ApiResponse.to(fate.fault());
    service.counters().began();
    connection.beginReceiving();
    attempt(() -> open(http));
  }

  private void open(HttpRequest http) throws ApiException, IOException {
    ApiRequest request = new ApiRequest(http.method().name(), http.uri(), http.headers()::get);
    kind = request.kind();
    if (response.isEmpty() && fate.fault() != Fault.RESET_UNHEARD) {
      call = service.api().open(request, connection.regime());
    }
  }

  /** Takes a step; if that fails, the failure is the response. */
  private void attempt(Step step) {
    ApiException error;
    try {
      step.take();
      return;
    } catch (ApiException e) {
      error = e;
    } catch (NoSuchFileException e) {
      error = new ApiException(404, "notFound", "No longer there: " + e.getMessage());
    } catch (ContentChangedException e) {
      error = new ApiException(409, "conflict", e.getMessage());
    } catch (IOException | RuntimeException e) {
      service.failed(e);
      error = new ApiException(500, "internalError", e.toString());
    }
    response = Optional.of(ApiResponse.error(error));
  }

  /** Takes more of the request's body, and then does something else. */
  void receive(ByteBuf bytes, Runnable then) {
    int count = bytes.readableBytes();
    service.counters().received(count);
    if (response.isEmpty()) {
      attempt(() -> call.receive(bytes));
      if (response.isPresent()) {
        attempt(call::abandon);
      }
    }
    connection.afterReceiving(count, then);
  }

  /** The request is complete: answers it when its latency is over. */
  void answer() {
    endReceiving();
    long due = System.nanoTime() + fate.latencyNanos();
    if (response.isPresent() || kind == RequestKind.MEDIA) {
      perform();
      connection.at(due, this::respond);
    } else {
      service
          .workers()
          .execute(
              () -> {
                perform();
                connection.channel().eventLoop().execute(() -> connection.at(due, this::respond));
              });
    }
  }

  private void perform() {
    if (response.isEmpty()) {
      attempt(() -> response = Optional.of(call.finish()));
    }
  }

  private void respond() {
    ApiResponse answer = response.get();
    service.counters().add(kind, Outcome.of(fate.fault(), answer));
    switch (fate.fault()) {
      case RESET_UNHEARD:
        lose(answer);
        break;
      case RESET:
        if (answer.length() > RECORD_BYTES) {
          write(answer, fate.cut(answer.length()), connection::reset);
          break;
        }
        lose(answer);
        break;
      case TRUNCATED:
        if (answer.isMedia()) {
          write(answer, fate.cut(answer.length()), connection::close);
          break;
        }
        write(answer, answer.length(), afterwards);
        break;
      default:
        write(answer, answer.length(), afterwards);
    }
  }

  private void write(ApiResponse answer, long bytes, Runnable then) {
    new ResponseWriter(connection, answer, bytes, service.counters(), () -> end(then)).start();
  }

  private void lose(ApiResponse answer) {
    attempt(answer.reading()::close);
    end(connection::reset);
  }

  private void end(Runnable then) {
    service.counters().ended();
    then.run();
  }

  /** The client has left; a response that is under way finds out by itself. */
  void abandon() {
    if (receiving) {
      endReceiving();
      service.counters().ended();
      attempt(call::abandon);
    }
  }

  private void endReceiving() {
    receiving = false;
    connection.endReceiving();
  }
}
