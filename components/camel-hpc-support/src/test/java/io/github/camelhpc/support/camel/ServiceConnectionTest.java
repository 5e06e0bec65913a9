package io.github.camelhpc.support.camel;

import static io.github.camelhpc.test.server.Replies.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.http.Authorizer;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceUrls;
import io.github.camelhpc.test.server.MisbehavingServer;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceConnectionTest {

  private static final class Token implements Authorizer, Closeable {
    private boolean closed;

    @Override
    public void authorize(ClassicHttpRequest request) {
      request.setHeader("Authorization", "Token 1");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final CamelContext context = new DefaultCamelContext();
  private final TinyConfiguration configuration = new TinyConfiguration();
  private final Token token = new Token();

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  @Test
  void componentCanAuthoriseInItsOwnWay() throws Exception {
    try (MisbehavingServer server = MisbehavingServer.start(ok("done"));
        ServiceConnection connection = open(new ServiceUrls(List.of(server.url())))) {
      connection
          .client()
          .execute(new ServiceRequest("x:get", "GET", "/a", Map.of(), null, true))
          .close();

      assertThat(server.requests())
          .extracting(r -> r.header("Authorization"))
          .containsExactly("Token 1");
      assertThat(token.closed).isFalse();
    }
    assertThat(token.closed).isTrue();
  }

  @Test
  void authorizerIsClosedWhenThereIsNoConnection() {
    configuration.setHttpClientConfigurer(
        builder -> {
          throw new IllegalStateException("bad setting");
        });

    assertThatThrownBy(() -> open(ServiceUrls.of("x", List.of("http://localhost"), "/")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(token.closed).isTrue();
  }

  private ServiceConnection open(ServiceUrls urls) throws Exception {
    return ServiceConnection.open(
        context,
        "x",
        urls,
        configuration,
        token,
        failed -> new ServiceOperationFailedException(failed, null, null, null));
  }
}
