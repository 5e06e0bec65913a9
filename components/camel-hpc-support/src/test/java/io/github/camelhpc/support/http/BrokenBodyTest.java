package io.github.camelhpc.support.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body whose source fails must not look like a whole one. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenBodyTest extends ServiceClientTestSupport {

  private static final byte[] PART = "a part of the body,".repeat(1_000).getBytes();

  @Test
  void aBodyThatBreaksOffHasNoEnd() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> received =
          CompletableFuture.supplyAsync(() -> everything(listener));
      ServiceClient client = client(URI.create("http://127.0.0.1:" + listener.getLocalPort()));
      EntityTemplate body =
          new EntityTemplate(
              -1,
              ContentType.TEXT_PLAIN,
              null,
              out -> {
                out.write(PART);
                throw new IllegalStateException("no more rows");
              });

      assertThatThrownBy(() -> client.execute(post(new NotRepeatable(body))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no more rows");

      String sent = received.get(50, TimeUnit.SECONDS);
      assertThat(sent).startsWith("POST /jobs HTTP/1.1").contains("Transfer-Encoding: chunked");
      assertThat(sent).doesNotContain("\r\n0\r\n");
    }
  }

  /** What comes until the connection ends, in whichever way. */
  private static String everything(ServerSocket listener) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Socket socket = listener.accept();
        InputStream in = socket.getInputStream()) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        all.write(next);
      }
    } catch (IOException e) {
      all.writeBytes(("\nended by " + e).getBytes());
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  private static final class NotRepeatable extends HttpEntityWrapper {

    private NotRepeatable(HttpEntity entity) {
      super(entity);
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }
  }
}
