package io.github.camelhpc.support.http;

import static io.github.camelhpc.test.server.Replies.ok;
import static io.github.camelhpc.test.server.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when the service answers with 401, and when there are no credentials. */
class ServiceClientAuthorizationTest extends ServiceClientTestSupport {

  private static final Reply REFUSED = status(401, "no", "X-Code: TokenExpired");

  /** Has a new token after each refusal. */
  private static class NumberedTokens implements Authorizer {
    private int token = 1;
    private String refused;
    private FailedResponse answer;

    @Override
    public void authorize(ClassicHttpRequest request) throws IOException {
      request.setHeader("Authorization", "Bearer " + token);
    }

    @Override
    public boolean refused(ClassicHttpRequest request, FailedResponse answer) {
      this.refused = request.getFirstHeader("Authorization").getValue();
      this.answer = answer;
      token++;
      return true;
    }
  }

  private final NumberedTokens tokens = new NumberedTokens();

  @BeforeEach
  void authorise() {
    authorizer = tokens;
  }

  @Test
  void requestIsSentOnceMoreWithNewCredentials() throws Exception {
    MisbehavingServer server = server(REFUSED, ok("job 42"));

    assertThat(text(client(server).execute(get("/jobs/42")))).isEqualTo("job 42");

    assertThat(server.requests())
        .extracting(r -> r.header("Authorization"))
        .containsExactly("Bearer 1", "Bearer 2");
    assertThat(tokens.refused).isEqualTo("Bearer 1");
    assertThat(tokens.answer.header("X-Code")).isEqualTo("TokenExpired");
    assertThat(tokens.answer.text()).isEqualTo("no");
    assertThat(delays).as("it is no retry").hasValue(0);
    assertThat(server.connections()).as("the connection is used again").isEqualTo(1);
  }

  @Test
  void operationThatMustNotBeRepeatedIsSentOnceMoreToo() throws Exception {
    maxRetries = 0;
    MisbehavingServer server = server(REFUSED, ok("done"));

    assertThat(text(client(server).execute(post("a job")))).isEqualTo("done");

    assertThat(server.requests()).extracting(r -> r.body()).containsExactly("a job", "a job");
  }

  @Test
  void secondRefusalIsFinal() {
    MisbehavingServer server = server(REFUSED, REFUSED, ok("never"));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class)
        .hasMessageContaining("401 (TokenExpired)");

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void bodyThatIsGoneIsNotSentAgain() {
    InputStreamEntity once =
        new InputStreamEntity(
            new ByteArrayInputStream(new byte[10]), 10, ContentType.APPLICATION_JSON);
    MisbehavingServer server = server(REFUSED, ok("never"));

    assertThatThrownBy(() -> client(server).execute(post(once)))
        .isInstanceOf(ServiceOperationFailedException.class);

    assertThat(server.requests()).hasSize(1);
    assertThat(tokens.refused).as("it is not even asked for").isNull();
  }

  @Test
  void otherFaultsAreNoRefusal() {
    MisbehavingServer server = server(status(403, ""), ok("never"));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class);

    assertThat(tokens.refused).isNull();
  }

  @Test
  void refusalStaysWhenThereIsNothingNew() {
    authorizer = request -> request.setHeader("Authorization", "Bearer 1");
    MisbehavingServer server = server(REFUSED, ok("never"));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void lackOfCredentialsIsNoFailureOfTheConnection() {
    AuthorizationFailedException none = new AuthorizationFailedException("no token", null);
    authorizer =
        request -> {
          throw none;
        };
    MisbehavingServer first = server(ok("never"));
    MisbehavingServer second = server(ok("never"));
    URI[] urls = {first.url(), second.url()};
    ServiceClient client = client(urls);

    assertThatThrownBy(() -> client.execute(get("/jobs/42"))).isSameAs(none);

    assertThat(first.requests()).isEmpty();
    assertThat(second.requests()).isEmpty();
    assertThat(client.currentUrl()).isEqualTo(first.url());
    assertThat(delays).hasValue(0);
  }
}
