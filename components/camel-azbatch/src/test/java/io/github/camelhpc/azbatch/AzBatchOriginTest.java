package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.azbatch.StubAccount.Answer;
import io.github.camelhpc.support.http.ForeignOriginException;
import io.github.camelhpc.test.ChildJvm;
import io.github.camelhpc.test.RecordedFailures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is signed for, or sent to, any other place than the account. */
class AzBatchOriginTest extends StubAccountTestSupport {

  private final StubAccount other = new StubAccount();

  @BeforeEach
  void beHospitable() {
    other.answer(request -> Answer.ok("{\"value\":[{\"id\":\"stolen\"}]}"));
  }

  @AfterEach
  void nothingWasSentThere() {
    assertThat(other.requests()).isEmpty();
    other.close();
  }

  /** {@code ACCOUNT} and {@code OTHER} stand for the ports. */
  private String link(String template) {
    return template
        .replace("ACCOUNT", String.valueOf(account.port()))
        .replace("OTHER", String.valueOf(other.port()));
  }

  private void linkTo(String next) {
    account.answer(
        request ->
            Answer.json(Map.of("value", List.of(Map.of("id", "j1")), "odata.nextLink", next)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:OTHER/jobs?$skiptoken=1",
        "http://localhost:ACCOUNT/jobs",
        "http://localhost:OTHER/jobs",
        "https://127.0.0.1:ACCOUNT/jobs",
        "http://127.0.0.1:ACCOUNT@127.0.0.1:OTHER/jobs",
        "http://127.0.0.1%3AACCOUNT@localhost:OTHER/jobs",
        "http://127.0.0.1:OTHER#@127.0.0.1:ACCOUNT/jobs",
        "http://127.0.0.1:OTHER?@127.0.0.1:ACCOUNT/jobs",
        "//127.0.0.1:OTHER/jobs",
        "http:/127.0.0.1:OTHER/jobs",
        "http:127.0.0.1:OTHER/jobs",
        "http://127.0.0.1:OTHER\\@127.0.0.1:ACCOUNT/jobs",
        "http://127.0.0.1\u0000:OTHER/jobs",
        "ftp://127.0.0.1:ACCOUNT/jobs",
        "file:///etc/passwd",
        "jobs?$skiptoken=1"
      })
  void aLinkToAnotherPlaceIsNotFollowed(String template) {
    linkTo(link(template));

    assertThat(failure("azbatch:listJobs?maxRetries=0", null))
        .hasMessageStartingWith("azbatch:listJobs: ")
        .hasMessageMatching(
            "(?s).*(which is not the configured serviceUrl|nextLink must be the absolute URL).*");
    assertThat(account.requests()).as("the first page only").hasSize(1);
  }

  @Test
  void aLinkGivenByTheMessageIsNotFollowedEither() {
    assertThat(
            send(
                    "azbatch:listJobs?outputType=Page",
                    null,
                    Map.of(AzBatchConstants.NEXT_LINK, other.url() + "/jobs"))
                .getException())
        .isInstanceOf(ForeignOriginException.class)
        .hasMessageContaining(other.url());
    assertThat(account.requests()).isEmpty();
  }

  @Test
  void aConsumerDoesNotFollowItEither() throws Exception {
    linkTo(other.url() + "/jobs");
    RecordedFailures failures = new RecordedFailures();
    context().getRegistry().bind("failures", failures);
    watch("azbatch:listJobs?startFrom=beginning&exceptionHandler=#failures");

    assertThat(poll()).isEmpty();

    assertThat(failures.last()).isInstanceOf(ForeignOriginException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:OTHER/jobs/j1",
        "//127.0.0.1:OTHER/jobs/j1",
        "http://127.0.0.1:ACCOUNT@127.0.0.1:OTHER/",
        "https://127.0.0.1:ACCOUNT/jobs/j1"
      })
  void aRedirectToAnotherPlaceIsNotFollowed(String template) {
    account.answer(request -> new Answer(302, "", Map.of()).with("Location", link(template)));

    assertThat(failure("azbatch:getJob?jobId=j1", null)).isInstanceOf(ForeignOriginException.class);
    assertThat(account.requests()).hasSize(1);
  }

  @Test
  void aRedirectWithinTheAccountIsSignedAnew() {
    account.answer(
        request ->
            request.path().equals("/jobs/j2")
                ? Answer.ok("{\"id\":\"j2\"}")
                : new Answer(302, "", Map.of()).with("Location", "/jobs/j2?api-version=1"));

    call("azbatch:getJob?jobId=j1", null);

    assertThat(account.requests())
        .extracting(request -> request.headers().get("Authorization"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(value -> value.startsWith("SharedKey stub:"));
  }

  @Test
  void whereSomethingWasCreatedIsNotVisited() {
    account.answer(
        request -> new Answer(201, "", Map.of()).with("Location", other.url() + "/jobs/j1"));

    Exchange exchange =
        call("azbatch:addJob", Map.of("id", "j1", "poolInfo", Map.of("poolId", "p1")));

    assertThat(exchange.getMessage().getHeader("CamelAzBatchLocation"))
        .isEqualTo(other.url() + "/jobs/j1");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aChangeIsNotRedirected(int status) {
    account.answer(
        request -> new Answer(status, "", Map.of()).with("Location", account.url() + "/jobs"));

    assertThat(failure("azbatch:addJob", Map.of("id", "j1", "poolInfo", Map.of("poolId", "p1"))))
        .isInstanceOf(AzBatchException.class)
        .hasMessageContaining("HTTP status " + status);
    assertThat(account.requests()).hasSize(1);
  }

  @Test
  void theMostTalkativeLogDoesNotTellTheKeyOrASignature() throws Exception {
    AtomicBoolean busy = new AtomicBoolean(true);
    account.answer(
        request ->
            request.method().equals("GET")
                ? Answer.ok("{\"value\":[]}")
                : busy.getAndSet(false)
                    ? Answer.error(429, "TooManyRequests")
                    : Answer.error(403, "AuthenticationFailed"));

    String log = ChildJvm.of(64, Talkative.class, account.url(), KEY).output(Duration.ofMinutes(1));

    assertThat(log).contains("is sent again in", "AuthenticationFailed").doesNotContain(KEY);
    assertThat(account.requests()).hasSize(3);
    account
        .requests()
        .forEach(
            request ->
                assertThat(log)
                    .doesNotContain(request.headers().get("Authorization").split(":")[1]));
  }

  /** Logs all that the component can say. */
  public static final class Talkative {

    private Talkative() {}

    public static void main(String[] arguments) throws Exception {
      System.setProperty("org.slf4j.simpleLogger.log.io.github.camelhpc", "trace");
      try (DefaultCamelContext context = new DefaultCamelContext()) {
        AzBatchComponent component = AzBatchTestSupport.component(arguments[0]);
        component.getConfiguration().setAccountName("stub");
        component.getConfiguration().setAccountKey(arguments[1]);
        context.addComponent("azbatch", component);
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        template.requestBody("azbatch:listJobs", (Object) null);
        template
            .send("azbatch:terminateJob?jobId=j1", exchange -> {})
            .getException()
            .printStackTrace();
      }
    }
  }
}
