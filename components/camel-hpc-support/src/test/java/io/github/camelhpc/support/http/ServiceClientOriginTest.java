package io.github.camelhpc.support.http;

import static io.github.camelhpc.test.server.Replies.ok;
import static io.github.camelhpc.test.server.Replies.redirect;
import static io.github.camelhpc.test.server.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.test.server.MisbehavingServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials go to the configured origin, and nowhere else. */
class ServiceClientOriginTest extends ServiceClientTestSupport {

  @Test
  void redirectToAnotherOriginIsRefused() {
    MisbehavingServer foreign = server(ok("got the password"));
    MisbehavingServer server = server(redirect(foreign.url().toString()));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ForeignOriginException.class)
        .hasMessage(
            "x:getJob: the service names http://"
                + foreign.url().getAuthority()
                + ", which is not the configured serviceUrl; if it can be trusted with the"
                + " credentials, add its host to the option allowedHosts");

    assertThat(foreign.connections()).isZero();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void linkToAnotherOriginIsRefused() {
    MisbehavingServer foreign = server(ok("got the password"));
    MisbehavingServer server = server(ok("never"));

    assertThatThrownBy(() -> client(server).execute(get(foreign.url() + "/page2")))
        .isInstanceOf(ForeignOriginException.class);

    assertThat(foreign.connections()).isZero();
  }

  @Test
  void linkWhoseUserLooksLikeTheServiceIsRefused() {
    MisbehavingServer foreign = server(ok("got the password"));
    MisbehavingServer server = server(ok("never"));
    String link =
        "http://" + server.url().getAuthority() + "@" + foreign.url().getAuthority() + "/page2";

    assertThatThrownBy(() -> client(server).execute(get(link))).isInstanceOf(IOException.class);

    assertThat(foreign.connections()).isZero();
  }

  @Test
  void linkToTheSameOriginIsFollowed() throws Exception {
    MisbehavingServer server = server(ok("page 2"));

    assertThat(text(client(server).execute(get(server.url() + "/jobs?page=2"))))
        .isEqualTo("page 2");
    assertThat(server.requests().get(0).target()).isEqualTo("/hpc/jobs?page=2");
  }

  @Test
  void redirectToTheSameOriginIsFollowedWithCredentials() throws Exception {
    MisbehavingServer server = server(redirect("/hpc/v2/jobs/42"), ok("job 42"));

    assertThat(text(client(server).execute(get("/jobs/42")))).isEqualTo("job 42");

    assertThat(server.requests().get(1).target()).isEqualTo("/hpc/v2/jobs/42");
    assertThat(server.requests())
        .allSatisfy(r -> assertThat(r.header("Authorization")).startsWith("Basic "));
  }

  @Test
  void allowedHostGetsTheCredentials() throws Exception {
    MisbehavingServer broker = server(ok("from the broker"));
    MisbehavingServer server = server(redirect(broker.urlAt("localhost") + "/answers"));
    allowedHosts = List.of("LOCALHOST");

    assertThat(text(client(server).execute(get("/jobs/42")))).isEqualTo("from the broker");
    assertThat(broker.requests().get(0).header("Authorization")).startsWith("Basic ");
  }

  @Test
  void redirectInCirclesEnds() {
    MisbehavingServer server = server(redirect("/hpc/again"));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class)
        .hasMessageContaining("HTTP status 302")
        .hasMessageContaining("serviceUrl");

    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void writingIsNotRedirected() {
    MisbehavingServer server = server(status(307, "", "Location: /hpc/again"), ok("never"));

    assertThatThrownBy(() -> client(server).execute(post("a job")))
        .isInstanceOf(ServiceOperationFailedException.class)
        .hasMessageContaining("HTTP status 307");

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void redirectToSomethingThatIsNoUrlFails() {
    maxRetries = 0;
    MisbehavingServer server = server(redirect("http://[nowhere"));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(IOException.class)
        .hasMessage("x:getJob: the service redirects to something that is no URL");
  }

  @Test
  void failureOfALinkedHostNamesThatHostAndLeavesTheServiceAlone() {
    maxRetries = 0;
    allowedHosts = List.of("127.0.0.1");
    URI broker = refused();
    MisbehavingServer first = server(ok("never"));
    MisbehavingServer second = server(ok("never"));
    ServiceClient client = client(first.url(), second.url());

    assertThatThrownBy(() -> client.execute(get(broker + "/answers")))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("http://" + broker.getAuthority() + " cannot be reached");
    assertThat(client.currentUrl()).isEqualTo(first.url());
  }

  @Test
  void requestsCarryNoHeaderButTheirOwn() throws Exception {
    MisbehavingServer server = server(ok(""));
    ServiceRequest request =
        new ServiceRequest("x:getJob", "GET", "/jobs", Map.of("api-version", "1"), null, true);

    client(server).execute(request).close();

    assertThat(server.requests().get(0).headers().keySet())
        .containsExactlyInAnyOrder(
            "Accept-Encoding", "api-version", "Authorization", "Connection", "Host", "User-Agent");
  }

  @ParameterizedTest
  @CsvSource({
    "https://head/hpc, '', https://head/other, true",
    "https://head/hpc, '', https://HEAD:443/other, true",
    "https://head/hpc, '', https://head:8443/, false",
    "https://head/hpc, '', http://head/, false",
    "https://head/hpc, head, http://head/, false",
    "https://head/hpc, head, https://head:8443/, true",
    "https://head/hpc, broker, https://broker/, true",
    "https://head/hpc, broker, http://broker/, false",
    "https://head/hpc, broker:9443, https://broker:9443/, true",
    "https://head/hpc, broker:9443, https://broker/, false",
    "https://head/hpc, broker, https://broker.evil.example/, false",
    "http://head/hpc, broker, http://broker:1234/, true",
    "http://head/hpc, broker, https://broker/, true",
    "https://head/hpc, '', https://head.evil.example/, false",
    "https://head/hpc, '', https:///nohost, false",
    "https://head/hpc, '', mailto:head, false"
  })
  void originIsSchemeHostAndPort(String configured, String allowed, URI url, boolean fine) {
    Origins origins = new Origins(List.of(URI.create(configured)), List.of(allowed));

    if (fine) {
      org.assertj.core.api.Assertions.assertThatCode(() -> origins.check(url, "x:getJob"))
          .doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> origins.check(url, "x:getJob"))
          .isInstanceOf(ForeignOriginException.class);
    }
  }
}
