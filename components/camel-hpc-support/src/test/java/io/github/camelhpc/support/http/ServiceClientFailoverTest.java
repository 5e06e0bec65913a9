package io.github.camelhpc.support.http;

import static io.github.camelhpc.test.server.Replies.noAnswer;
import static io.github.camelhpc.test.server.Replies.ok;
import static io.github.camelhpc.test.server.Replies.reset;
import static io.github.camelhpc.test.server.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.test.server.MisbehavingServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceClientFailoverTest extends ServiceClientTestSupport {

  @Test
  void nextUrlIsUsedAtOnceWhenOneCannotBeReached() throws Exception {
    MisbehavingServer second = server(ok("from the second"));
    ServiceClient client = client(refused(), second.url());

    assertThat(text(client.execute(post("a job")))).isEqualTo("from the second");

    assertThat(delays).hasValue(0);
    assertThat(client.currentUrl()).isEqualTo(second.url());
  }

  @Test
  void goodUrlIsRemembered() throws Exception {
    MisbehavingServer first = server(status(503, ""), ok("from the first"));
    MisbehavingServer second = server(ok("from the second"));
    ServiceClient client = client(first.url(), second.url());

    for (int i = 0; i < 3; i++) {
      assertThat(text(client.execute(get("/jobs/42")))).isEqualTo("from the second");
    }

    assertThat(first.requests()).hasSize(1);
    assertThat(second.requests()).hasSize(3);
    assertThat(delays).hasValue(0);
  }

  @Test
  void itIsARetryOnlyWhenAllUrlsHaveFailed() throws Exception {
    MisbehavingServer first = server(reset(), ok("from the first"));
    MisbehavingServer second = server(reset());
    ServiceClient client = client(first.url(), second.url());

    assertThat(text(client.execute(get("/jobs/42")))).isEqualTo("from the first");

    assertThat(delays).hasValue(1);
    assertThat(second.requests()).hasSize(1);
  }

  @Test
  void allUrlsAreTriedBeforeItFails() {
    maxRetries = 1;
    MisbehavingServer first = server(status(503, ""));
    MisbehavingServer second = server(status(503, ""));

    assertThatThrownBy(() -> client(first.url(), second.url()).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class);

    assertThat(first.requests()).hasSize(2);
    assertThat(second.requests()).hasSize(2);
  }

  @Test
  void nodeThatAsksForPatienceIsNotAskedAgainAtOnce() {
    MisbehavingServer first = server(status(429, "", "Retry-After: 3"));
    MisbehavingServer second = server(ok("never"));

    assertThatThrownBy(() -> client(first.url(), second.url()).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class)
        .hasMessageContaining("429");

    assertThat(first.requests()).hasSize(1);
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void writingIsNotSentToTheNextUrlAfterItWasSent() {
    MisbehavingServer first = server(noAnswer());
    MisbehavingServer second = server(ok("never"));

    assertThatThrownBy(() -> client(first.url(), second.url()).execute(post("a job")))
        .isInstanceOf(IOException.class);

    assertThat(second.requests()).isEmpty();
  }

  @Test
  void activeNodeIsAskedForOnceAndUsed() throws Exception {
    MisbehavingServer passive = server(ok("localhost"), ok("never"));
    MisbehavingServer active = server(ok("done"));
    ServiceClient client = probing(passive.url(), active.urlAt("localhost"));

    assertThat(text(client.execute(post("a job")))).isEqualTo("done");
    assertThat(text(client.execute(post("another job")))).isEqualTo("done");

    assertThat(passive.requests())
        .extracting(MisbehavingServer.Request::target)
        .containsExactly("/hpc/active");
    assertThat(active.requests()).hasSize(2);
  }

  @Test
  void activeNodeIsAskedForAgainAfterAFailure() throws Exception {
    MisbehavingServer first = server(ok("127.0.0.1"), ok("done"), reset());
    MisbehavingServer second = server(ok("localhost"), ok("done by the second"));
    ServiceClient client = probing(first.url(), second.urlAt("localhost"));

    assertThat(text(client.execute(get("/jobs/1")))).isEqualTo("done");
    assertThat(text(client.execute(get("/jobs/1")))).isEqualTo("done by the second");

    assertThat(first.requests())
        .extracting(MisbehavingServer.Request::target)
        .containsExactly("/hpc/active", "/hpc/jobs/1", "/hpc/jobs/1");
    assertThat(second.requests())
        .extracting(MisbehavingServer.Request::target)
        .containsExactly("/hpc/active", "/hpc/jobs/1");
  }

  @Test
  void writingIsSentToTheNextUrlWhenOnlyTheQuestionForTheActiveNodeFailed() throws Exception {
    for (var failure : List.of(reset(), status(503, ""))) {
      MisbehavingServer first = server(failure);
      MisbehavingServer second = server(ok("localhost"), ok("done"));
      ServiceClient client = probing(first.url(), second.urlAt("localhost"));

      assertThat(text(client.execute(post("a job")))).isEqualTo("done");

      assertThat(first.requests()).hasSize(1);
      assertThat(second.requests())
          .extracting(MisbehavingServer.Request::method)
          .containsExactly("GET", "POST");
    }
  }

  @Test
  void oneUrlIsNotAskedWhetherItIsActive() throws Exception {
    MisbehavingServer only = server(ok("done"));

    assertThat(text(probing(only.url()).execute(post("a job")))).isEqualTo("done");

    assertThat(only.requests()).hasSize(1);
  }

  private ServiceClient probing(URI... urls) {
    return client(urls)
        .probingWith(
            new ServiceRequest("x:getActiveNode", "GET", "/active", Map.of(), null, true),
            response -> new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
  }
}
