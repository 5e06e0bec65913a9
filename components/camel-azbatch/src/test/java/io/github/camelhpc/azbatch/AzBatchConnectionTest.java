package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.test.CapturedLog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection needs, and that what is secret in it stays so. */
class AzBatchConnectionTest extends AzBatchTestSupport {

  private static final String SECRET =
      Base64.getEncoder().encodeToString("nobody must see this".getBytes());

  @Test
  void aMissingServiceUrlNamesTheOption() {
    configuration().setServiceUrl(null);

    assertThatThrownBy(() -> send("azbatch:listJobs", null))
        .hasStackTraceContaining(
            "azbatch needs the URL of the service: set the option serviceUrl, of the component"
                + " (camel.component.azbatch.service-url) or of the endpoint");
  }

  @Test
  void theServiceUrlCanEndWithASlash() {
    configuration().setServiceUrl(simulator.azBatchUrl() + "/");

    assertThat(list("azbatch:listPools")).hasSize(1);
    assertThat(lastRequest().path()).isEqualTo("/pools");
  }

  @Test
  void oneServiceUrlIsEnough() {
    configuration().setServiceUrl("https://a.westeurope.batch.azure.com,https://b.example.com");

    assertThatThrownBy(() -> send("azbatch:listJobs", null))
        .hasStackTraceContaining(
            "azbatch takes one URL, that of the Batch account, not 2; change the option serviceUrl");
  }

  @Test
  void theAccountIsTheFirstPartOfAzuresHost() {
    configuration().setAccountName(null);
    configuration().setServiceUrl("http://hpcaccount.westeurope.batch.azure.com");
    HttpClientConfigurer toSimulator =
        builder ->
            builder.setRoutePlanner(
                (target, context) ->
                    new HttpRoute(HttpHost.create(URI.create(simulator.azBatchUrl()))));
    configuration().setHttpClientConfigurer(toSimulator);

    assertThat(list("azbatch:listPools")).hasSize(1);
    assertThat(lastRequest().header("Host")).isEqualTo("hpcaccount.westeurope.batch.azure.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://batch.example.com", "https://10.0.0.1:8443/prefix"})
  void anotherHostDoesNotTellTheAccount(String url) {
    configuration().setAccountName(null);
    configuration().setServiceUrl(url);

    assertThatThrownBy(() -> send("azbatch:listJobs", null))
        .hasStackTraceContaining(
            "azbatch needs the name of the Batch account, which serviceUrl does not tell: set the"
                + " option accountName");
  }

  @Test
  void aMissingKeyNamesTheOption() {
    configuration().setAccountKey(null);

    assertThatThrownBy(() -> send("azbatch:listJobs", null))
        .hasStackTraceContaining(
            "azbatch needs the key of the Batch account: set the option accountKey, or another"
                + " credentialType");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden key!", "aGlkZGVu="})
  void aKeyThatIsNotBase64IsNotRepeated(String key) {
    configuration().setAccountKey(key);

    assertThatThrownBy(() -> send("azbatch:listJobs", null))
        .hasStackTraceContaining("in Base64 as the Azure portal shows it")
        .satisfies(failure -> assertThat(texts(failure)).noneMatch(text -> text.contains(key)));
  }

  @Test
  void aWrongKeyIsExplained() {
    configuration().setAccountKey(SECRET);

    AzBatchException refusal = refusal("azbatch:listJobs", null);

    assertThat(refusal)
        .hasMessageStartingWith(
            "azbatch:listJobs failed with HTTP status 403 (AuthenticationFailed): ")
        .hasMessageContaining("check the options accountName and accountKey")
        .hasMessageContaining("the clock of this machine");
    assertThat(simulator.requests().count()).as("it is not tried again").isEqualTo(1);
    assertThat(texts(refusal)).noneMatch(text -> text.contains(SECRET));
  }

  @ParameterizedTest
  @CsvSource({"-20, false", "-10, true", "10, true", "20, false"})
  void aClockMayBeFifteenMinutesWrong(int minutes, boolean accepted) {
    Instant there = Instant.now().plus(Duration.ofMinutes(minutes));
    try (HpcSimulators other =
        HpcSimulators.builder().clock(SimulatorClock.manual(there)).start()) {
      String uri = "azbatch:listJobs?serviceUrl=" + other.azBatchUrl();

      if (accepted) {
        assertThat(list(uri)).isEmpty();
      } else {
        assertThat(refusal(uri, null)).hasMessageContaining("the clock of this machine");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tenantId, clientId=c&clientSecret=s",
    "clientId, tenantId=t&clientSecret=s",
    "clientSecret, tenantId=t&clientId=c"
  })
  void aRegisteredApplicationNeedsAllOfItsOptions(String missing, String others) {
    assertThatThrownBy(() -> send("azbatch:listJobs?credentialType=CLIENT_SECRET&" + others, null))
        .hasStackTraceContaining("set the option " + missing);
  }

  @Test
  void secretsOfAnEndpointAreNotShown() {
    String uri = "azbatch:listJobs?accountKey=RAW(" + SECRET + ")&clientSecret=RAW(" + SECRET + ")";
    try (CapturedLog log = new CapturedLog()) {
      Endpoint endpoint = context().getEndpoint(uri);
      AzBatchException refusal = refusal(uri, null);

      assertThat(endpoint.toString()).doesNotContain(SECRET).contains("listJobs");
      assertThat(texts(refusal)).noneMatch(text -> text.contains(SECRET));
      assertThat(log.text()).doesNotContain(SECRET);
    }
  }

  @Test
  void secretsAreNotInWhatFailsWhenTokensAreFetched() {
    String uri =
        "azbatch:listJobs?credentialType=CLIENT_SECRET&tenantId=t&clientId=c&maxRetries=0"
            + "&authorityHost=https://127.0.0.1:1&clientSecret=RAW("
            + SECRET
            + ")";
    try (CapturedLog log = new CapturedLog()) {
      Throwable failure = failure(uri, null);

      assertThat(texts(failure))
          .anyMatch(text -> text.contains("token"))
          .noneMatch(text -> text.contains(SECRET));
      assertThat(log.text()).doesNotContain(SECRET);
    }
  }

  @Test
  void theSecretIsGivenToHttpsOnly() {
    assertThatThrownBy(
            () ->
                send(
                    "azbatch:listJobs?credentialType=CLIENT_SECRET&tenantId=t&clientId=c"
                        + "&clientSecret=s&authorityHost=http://login.example.com",
                    null))
        .hasStackTraceContaining("set the option authorityHost");
  }

  /** Messages and texts of all that is in a failure. */
  private static List<String> texts(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .map(String::valueOf)
        .toList();
  }
}
