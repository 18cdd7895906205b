package dev.darkroom.transforms.gcs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.http.impl.DefaultBHttpClientConnection;

/**
 * Connections of this process to one host, kept for the next request. There are as many as were
 * ever in use at once, which whoever asks bounds; the one used last is used next. Thread-safe.
 */
final class Connections {
  /** One connection, used by one request at a time. */
  static final class Connection {
    private final DefaultBHttpClientConnection http;
    private long idleSince;

    private Connection(DefaultBHttpClientConnection http) {
      this.http = http;
    }

    DefaultBHttpClientConnection http() {
      return http;
    }
  }

  private static final Map<URI, Connections> SHARED = new ConcurrentHashMap<>();
  private static final int BUFFER_BYTES = 8 << 10;
  private static final int CONNECT_MILLIS = 20_000;

  /** Servers end idle connections after minutes; one that may be ended is not tried. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final URI root;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  private Connections(URI root) {
    this.root = root;
  }

  /**
   * Those to a host.
   *
   * @param root {@code http} or {@code https}, and the host
   */
  static Connections to(URI root) {
    return SHARED.computeIfAbsent(root, Connections::new);
  }

  /** A connection for the caller alone. */
  Connection take(int readMillis) throws IOException {
    Connection kept = idle.pollFirst();
    while (kept != null && System.nanoTime() - kept.idleSince > IDLE_NANOS) {
      kept.http.close();
      kept = idle.pollFirst();
    }
    Connection connection = kept == null ? open() : kept;
    connection.http.setSocketTimeout(readMillis);
    return connection;
  }

  /** Gives back a connection whose response has been read to its end. */
  void keep(Connection connection) {
    connection.idleSince = System.nanoTime();
    idle.addFirst(connection);
  }

  private Connection open() throws IOException {
    boolean secure = "https".equals(root.getScheme());
    int port = root.getPort() >= 0 ? root.getPort() : secure ? 443 : 80;
    Proxy proxy = ProxySelector.getDefault().select(root).get(0);
    Socket socket = new Socket(proxy);
    try {
      socket.connect(
          proxy.type() == Proxy.Type.HTTP
              ? InetSocketAddress.createUnresolved(root.getHost(), port)
              : new InetSocketAddress(root.getHost(), port),
          CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(BUFFER_BYTES);
      http.bind(secure ? secured(socket, port) : socket);
      return new Connection(http);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private Socket secured(Socket socket, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secured = (SSLSocket) factory.createSocket(socket, root.getHost(), port, true);
    SSLParameters parameters = secured.getSSLParameters();
    // Without it any certificate would do, whoever it was made out to.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.setSoTimeout(CONNECT_MILLIS);
    secured.startHandshake();
    return secured;
  }
}
