package io.github.camelhpc.test.fault;

import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import io.github.camelhpc.test.server.SelfSignedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import org.awaitility.Awaitility;

/** Below HTTP: how a server misbehaves, and how a good one listens at the same port. */
enum Transport {
  PLAIN(false) {
    @Override
    MisbehavingServer start(Reply reply) {
      return MisbehavingServer.start(reply);
    }
  },
  /** Nothing listens. */
  REFUSED(false) {
    @Override
    MisbehavingServer start(Reply reply) {
      return null;
    }
  },
  /** Plain HTTP where TLS is spoken. */
  NOT_TLS(true) {
    @Override
    MisbehavingServer start(Reply reply) {
      return MisbehavingServer.startWithGreeting(
          "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  },
  /** The server says in TLS that it takes none of the client's versions (RFC 8446 §6). */
  NO_COMMON_VERSION(true) {
    @Override
    MisbehavingServer start(Reply reply) {
      return MisbehavingServer.startWithGreeting(new byte[] {0x15, 3, 1, 0, 2, 2, 70});
    }
  },
  /** A certificate that nobody the client knows has signed. */
  UNKNOWN_AUTHORITY(true) {
    @Override
    MisbehavingServer start(Reply reply) throws Exception {
      return MisbehavingServer.startTls(
          new SelfSignedCertificate("127.0.0.1").serverContext(), reply);
    }
  },
  /** A certificate that the client trusts, of another host. */
  WRONG_HOST(true) {
    @Override
    MisbehavingServer start(Reply reply) throws Exception {
      return MisbehavingServer.startTls(OTHER_HOST.serverContext(), reply);
    }
  };

  private static final SelfSignedCertificate GOOD = certificate("127.0.0.1");
  private static final SelfSignedCertificate OTHER_HOST = certificate("127.0.0.2");

  private final boolean secure;

  Transport(boolean secure) {
    this.secure = secure;
  }

  private static SelfSignedCertificate certificate(String address) {
    try {
      return new SelfSignedCertificate(address);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Starts the server that misbehaves.
   *
   * @return null if there is none
   */
  abstract MisbehavingServer start(Reply reply) throws Exception;

  /**
   * Starts a good one, which answers all requests with this. A connection to somewhere else may
   * have the port for a moment.
   */
  MisbehavingServer startGood(int port, Reply reply) {
    return Awaitility.await()
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> good(port, reply), server -> true);
  }

  private MisbehavingServer good(int port, Reply reply) throws Exception {
    return secure
        ? MisbehavingServer.startTlsAt(port, GOOD.serverContext(), reply)
        : MisbehavingServer.startAt(port, reply);
  }

  /** Whether the answers are what is wrong, and not the connection. */
  boolean isPlain() {
    return this == PLAIN;
  }

  String scheme() {
    return secure ? "https" : "http";
  }

  /** What the client trusts. */
  static KeyStore trustStore() throws Exception {
    KeyStore store = GOOD.trustStore();
    store.setCertificateEntry("other", OTHER_HOST.certificate());
    return store;
  }

  /** A port that is free now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
