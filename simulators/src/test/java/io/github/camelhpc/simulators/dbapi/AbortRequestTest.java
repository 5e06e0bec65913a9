package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.json;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.names;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends a query early, or never: a second for each of ten resources, two queries at a time. */
@Timeout(60)
class AbortRequestTest {

  private static final String VMS = "vm[~memory]";

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder.dbapi(
                  server ->
                      server
                          .resourceTime(Duration.ofSeconds(1))
                          .runningRequests(2)
                          .waitingRequests(1)
                          .dataSet(DataSet.standard("defaultDs", 10, Duration.ofMinutes(1)))
                          .dataSet(DataSet.named("other-ds"))
                          .neverCompleting("never")));

  private DetailViewClient client;
  private DbapiSimulator dbapi;

  @BeforeEach
  void client() {
    client = DetailViewClient.of(SIMULATORS.get());
    dbapi = SIMULATORS.get().dbapi();
  }

  @Test
  void abortStopsWhatIsNotOver() {
    String id = client.start(VMS);
    String blocker = client.start("vm[=name rx (never)?.*]");
    String waiting = client.start(VMS);
    SIMULATORS.advanceSeconds(3);

    HttpResponse<String> aborted = client.abort(id);

    assertThat(aborted.statusCode()).isEqualTo(200);
    assertThat(aborted.body()).isEqualTo("{\"aborted\":true,\"id\":\"" + id + "\"}");
    assertThat(dbapi.requests())
        .extracting(RequestSnapshot::state)
        .containsExactly(RequestState.ABORTED, RequestState.RUNNING, RequestState.RUNNING);
    HttpResponse<String> status = client.status(id);
    assertThat(status.statusCode()).isEqualTo(200);
    assertThat(status(status).getBoolean("aborted")).isTrue();
    assertThat(status(status).getBoolean("completed")).isFalse();
    assertThat(status(status).getInteger("processed")).isEqualTo(3);
    assertThat(names(status)).hasSize(3);
    HttpResponse<String> again = client.abort(id);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body())
        .isEqualTo("{\"code\":\"B5040018\",\"error\":\"Request is already aborted.\"}");
    assertThat(json(client.abort(blocker)).getBoolean("aborted")).isTrue();
    SIMULATORS.advanceSeconds(10);
    assertThat(json(client.abort(waiting)).getBoolean("aborted")).isFalse();
    assertThat(client.status(waiting).statusCode()).isEqualTo(200);
  }

  @Test
  void abortOfAWaitingQueryKeepsTheTurnOfOthers() {
    client.start(VMS);
    client.start(VMS);
    String waiting = client.start(VMS);

    assertThat(json(client.abort(waiting)).getBoolean("aborted")).isTrue();
    SIMULATORS.advanceSeconds(10);
    client.start(VMS);

    assertThat(dbapi.requests())
        .extracting(RequestSnapshot::state)
        .containsExactly(
            RequestState.COMPLETED,
            RequestState.COMPLETED,
            RequestState.ABORTED,
            RequestState.RUNNING);
  }

  @Test
  void unknownRequestsCannotBeAborted() {
    HttpResponse<String> unknown = client.abort("12344");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(json(unknown).getString("code")).isEqualTo("B5040016");
    assertThat(json(unknown).getString("error"))
        .isEqualTo("Response is not present in cache for the given requestId \"12344\"");
    HttpResponse<String> missing = client.get("abortRequest");
    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(json(missing).getString("code")).isEqualTo("B5020008");
  }

  @Test
  void requestThatNeverCompletesGoesOnForEver() {
    String id = client.start("vm[=name rx (never)?.*]");
    SIMULATORS.advance(Duration.ofDays(2));

    HttpResponse<String> status = client.status(id);

    assertThat(status.statusCode()).isEqualTo(206);
    assertThat(status(status).getInteger("processed")).isEqualTo(9);
    assertThat(json(client.abort(id)).getBoolean("aborted")).isTrue();
  }

  @Test
  void forgottenRequestsAreNotInTheCache() {
    String id = client.start(VMS);
    CompletableFuture<HttpResponse<String>> waiting = client.waiting(30).queryLater(VMS);
    await().until(() -> dbapi.requests().size() == 2);

    dbapi.forgetRequests();

    assertThat(client.status(id).statusCode()).isEqualTo(404);
    assertThat(client.abort(id).statusCode()).isEqualTo(404);
    assertThat(waiting.join().statusCode()).isEqualTo(404);
    assertThat(dbapi.requests()).isEmpty();
    String next = client.start(VMS);
    SIMULATORS.advanceSeconds(10);
    assertThat(next).isNotEqualTo(id);
    assertThat(client.status(next).statusCode()).isEqualTo(200);
  }

  @Test
  void requestIsOfItsDataSet() {
    String id = client.start(VMS);

    assertThat(client.of("other-ds").status(id).statusCode()).isEqualTo(404);
    assertThat(client.of("other-ds").abort(id).statusCode()).isEqualTo(404);
    assertThat(json(client.abort(id)).getBoolean("aborted")).isTrue();
  }

  @Test
  void resetForgetsEverything() {
    String id = client.start(VMS);

    SIMULATORS.get().reset();

    assertThat(client.status(id).statusCode()).isEqualTo(404);
    assertThat(dbapi.requests()).isEmpty();
  }
}
