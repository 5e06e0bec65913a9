package io.github.camelhpc.support.http;

import static io.github.camelhpc.test.server.Replies.noAnswer;
import static io.github.camelhpc.test.server.Replies.ok;
import static io.github.camelhpc.test.server.Replies.raw;
import static io.github.camelhpc.test.server.Replies.reset;
import static io.github.camelhpc.test.server.Replies.silence;
import static io.github.camelhpc.test.server.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClientRetryTest extends ServiceClientTestSupport {

  static Stream<Reply> passingFailures() {
    return Stream.of(
        status(429, ""),
        status(503, ""),
        status(500, "", "X-Code: OperationTimedOut"),
        reset(),
        noAnswer());
  }

  @ParameterizedTest
  @MethodSource("passingFailures")
  void readingIsRepeatedUntilItSucceeds(Reply failure) throws Exception {
    MisbehavingServer server = server(failure, failure, ok("job 42"));

    assertThat(text(client(server).execute(get("/jobs/42")))).isEqualTo("job 42");

    assertThat(server.requests()).hasSize(3);
    assertThat(delays).hasValue(2);
  }

  @ParameterizedTest
  @MethodSource("passingFailures")
  void nothingIsRepeatedThatIsNotSafeToRepeat(Reply failure) {
    MisbehavingServer server = server(failure, ok("never"));

    assertThatThrownBy(() -> client(server).execute(post("a job")))
        .isInstanceOf(Exception.class)
        .hasMessageContaining("x:createJob");

    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 412, 500, 501, 502, 504})
  void otherFaultsAreNotRepeated(int status) {
    MisbehavingServer server = server(status(status, ""), ok("never"));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void endsAfterTheLastRetry() {
    maxRetries = 2;
    MisbehavingServer server = server(status(503, ""));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class)
        .hasMessageContaining("503");

    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void neverRepeatsWithoutRetries() {
    maxRetries = 0;
    MisbehavingServer server = server(status(503, ""));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(ServiceOperationFailedException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void waitsAsLongAsRetryAfterSays() throws Exception {
    MisbehavingServer server = server(status(429, "", "Retry-After: 1"), ok("now"));
    long start = System.nanoTime();

    assertThat(text(client(server).execute(get("/jobs/42")))).isEqualTo("now");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void longerRetryAfterIsLeftToTheCaller() {
    MisbehavingServer server = server(status(429, "", "Retry-After: 3"), ok("never"));

    ServiceOperationFailedException failure =
        catchThrowableOfType(
            ServiceOperationFailedException.class, () -> client(server).execute(get("/jobs/42")));

    assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(3));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void retryAfterCanBeADate() {
    MisbehavingServer server =
        server(status(503, "", "Retry-After: Sat, 31 Jan 2026 12:05:00 GMT"), ok("never"));

    ServiceOperationFailedException failure =
        catchThrowableOfType(
            ServiceOperationFailedException.class, () -> client(server).execute(get("/jobs/42")));

    assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofMinutes(5));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void retryAfterOfAFaultThatIsNotRepeatedIsInTheException() {
    MisbehavingServer server = server(status(429, "", "Retry-After: 1"), ok("never"));

    ServiceOperationFailedException failure =
        catchThrowableOfType(
            ServiceOperationFailedException.class, () -> client(server).execute(post("a job")));

    assertThat(failure.getRetryAfter()).isEqualTo(Duration.ofSeconds(1));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anyRequestIsRepeatedWhenItCouldNotBeSent() {
    assertThatThrownBy(() -> client(refused()).execute(post("a job")))
        .isInstanceOf(ConnectException.class);

    assertThat(delays).hasValue(3);
  }

  @Test
  void bodyThatIsGoneAfterOneAttemptIsNotSentAgain() {
    InputStreamEntity once =
        new InputStreamEntity(new ByteArrayInputStream(new byte[1]), ContentType.TEXT_PLAIN);

    assertThatThrownBy(() -> client(refused()).execute(post(once)))
        .isInstanceOf(ConnectException.class);

    assertThat(delays).hasValue(0);
  }

  @Test
  void readingIsRepeatedAfterATimeOut() throws Exception {
    responseTimeout = Duration.ofMillis(150);
    MisbehavingServer server = server(silence(), ok("job 42"));

    assertThat(text(client(server).execute(get("/jobs/42")))).isEqualTo("job 42");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void writingIsNotRepeatedAfterATimeOut() {
    responseTimeout = Duration.ofMillis(150);
    MisbehavingServer server = server(silence(), ok("never"));

    assertThatThrownBy(() -> client(server).execute(post("a job")))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void answerThatIsNoHttpFails() {
    maxRetries = 0;
    MisbehavingServer server = server(raw("SSH-2.0-OpenSSH_9.6\r\n\r\n"));

    assertThatThrownBy(() -> client(server).execute(get("/jobs/42")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broke the connection off, or does not speak HTTP");
  }

  @Test
  void closingEndsTheWaitForARetry() {
    maxRetryDelay = Duration.ofMinutes(2);
    MisbehavingServer server = server(status(503, "", "Retry-After: 60"));
    ServiceClient client = client(server);
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(
            () -> catchThrowableOfType(IOException.class, () -> client.execute(get("/jobs/42"))));
    await().until(() -> server.requests().size() == 1);

    client.close();

    assertThat(failure)
        .succeedsWithin(5, TimeUnit.SECONDS)
        .extracting(Throwable::getMessage)
        .isEqualTo("x:getJob is not tried again: the component stops");
  }
}
