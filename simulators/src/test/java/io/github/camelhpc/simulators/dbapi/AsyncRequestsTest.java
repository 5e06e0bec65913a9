package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.json;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.names;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries that take their time: a second for each of ten resources, two queries at a time. */
@Timeout(60)
class AsyncRequestsTest {

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
                          .resultLifetime(Duration.ofMinutes(5))
                          .dataSet(DataSet.standard("defaultDs", 10, Duration.ofMinutes(1)))
                          .dataSet(DataSet.named("other-ds"))
                          .neverCompleting("never")
                          .withErrors("memory.*cpuCount")
                          .failing("model")));

  private DetailViewClient client;
  private DbapiSimulator dbapi;

  @BeforeEach
  void client() {
    client = DetailViewClient.of(SIMULATORS.get());
    dbapi = SIMULATORS.get().dbapi();
  }

  @Test
  void firstAnswerIsPartialAndHasTheId() {
    HttpResponse<String> first = client.waiting(0).query(VMS);

    assertThat(first.statusCode()).isEqualTo(206);
    assertThat(json(first).getString("id")).matches("\\d{6}_1");
    assertThat(status(first))
        .isEqualTo(
            new JsonObject(
                "{\"total\":10,\"matched\":0,\"processed\":0,\"completed\":false,"
                    + "\"aborted\":false,\"hasErrors\":\"false\"}"));
    assertThat(names(first)).isEmpty();
  }

  @Test
  void incrementsHoldWhatIsNew() {
    String id = client.start(VMS);
    SIMULATORS.advance(Duration.ofMillis(3500));

    HttpResponse<String> third = client.status(id);
    HttpResponse<String> again = client.status(id);
    SIMULATORS.advanceSeconds(2);
    HttpResponse<String> fifth = client.status(id);
    SIMULATORS.advanceSeconds(60);
    HttpResponse<String> last = client.status(id);

    assertThat(third.statusCode()).isEqualTo(206);
    assertThat(json(third).containsKey("id")).isFalse();
    assertThat(status(third).getInteger("processed")).isEqualTo(3);
    assertThat(names(third)).containsExactly("vm001", "vm002", "vm003");
    assertThat(again.statusCode()).isEqualTo(206);
    assertThat(names(again)).isEmpty();
    assertThat(names(fifth)).containsExactly("vm004", "vm005");
    assertThat(last.statusCode()).isEqualTo(200);
    assertThat(status(last).getBoolean("completed")).isTrue();
    assertThat(names(last)).containsExactly("vm006", "vm007", "vm008", "vm009", "vm010");
  }

  @Test
  void finishedResultCanBeReadAgainUntilItExpires() {
    String id = client.start(VMS);
    SIMULATORS.advanceSeconds(10);

    assertThat(names(client.status(id))).hasSize(10);
    assertThat(names(client.status(id))).hasSize(10);
    SIMULATORS.advanceSeconds(299);
    assertThat(client.status(id).statusCode()).isEqualTo(200);
    SIMULATORS.advanceSeconds(1);
    HttpResponse<String> expired = client.status(id);
    assertThat(expired.statusCode()).isEqualTo(404);
    assertThat(expired.body())
        .isEqualTo(
            "{\"code\":\"720600E6\",\"error\":\"Response is not present in the cache for the given"
                + " requestId.\"}");
  }

  @Test
  void serverWaitsTenSecondsUnlessItIsTold() {
    CompletableFuture<HttpResponse<String>> absent = client.queryLater(VMS);
    await().until(() -> dbapi.requests().size() == 1);
    SIMULATORS.advanceSeconds(10);

    assertThat(absent.join().statusCode()).isEqualTo(200);
    CompletableFuture<HttpResponse<String>> never =
        client.waiting(-1).queryLater("vm[=name rx (never)?.*]");
    await().until(() -> dbapi.requests().size() == 2);
    SIMULATORS.advance(Duration.ofMillis(9999));
    assertThat(never).isNotDone();
    SIMULATORS.advanceSeconds(1);
    assertThat(never.join().statusCode()).isEqualTo(206);
    assertThat(status(never.join()).getInteger("processed")).isEqualTo(9);
  }

  @Test
  void serverWaitsAsLongAsItIsTold() {
    CompletableFuture<HttpResponse<String>> four = client.waiting(4).queryLater(VMS);
    await().until(() -> dbapi.requests().size() == 1);

    SIMULATORS.advanceSeconds(7);

    assertThat(four.join().statusCode()).isEqualTo(206);
    assertThat(status(four.join()).getInteger("processed")).isEqualTo(4);
    HttpResponse<String> wrong = client.with("x-waitTime", "soon").query(VMS);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(json(wrong).getString("error"))
        .isEqualTo("The header x-waitTime must be a whole number of seconds.");
  }

  @Test
  void getStatusWaitsToo() {
    String id = client.start(VMS);

    CompletableFuture<HttpResponse<String>> status = client.waiting(300).statusLater(id);
    await()
        .until(
            () -> {
              SIMULATORS.advanceSeconds(1);
              return status.isDone();
            });

    assertThat(status.join().statusCode()).isEqualTo(200);
    assertThat(names(status.join())).hasSize(10);
  }

  @Test
  void synchronousQueryHasOneAnswer() {
    CompletableFuture<HttpResponse<String>> answer =
        client.waiting(0).queryLater(VMS, "processSync", "true", "maxResults", "2");
    await().until(() -> dbapi.requests().size() == 1);

    SIMULATORS.advanceSeconds(10);

    assertThat(answer.join().statusCode()).isEqualTo(200);
    assertThat(names(answer.join())).hasSize(10);
    assertThat(status(answer.join()).getBoolean("completed")).isTrue();
    assertThat(json(answer.join()).containsKey("id")).isFalse();
  }

  @Test
  void maxResultsBoundsEveryAnswer() {
    String body = "{\"query\":\"vm\",\"maxResults\":4}";
    HttpResponse<String> first = client.waiting(0).post("query", body);
    String id = json(first).getString("id");
    SIMULATORS.advanceSeconds(10);

    HttpResponse<String> second = client.status(id);
    HttpResponse<String> third = client.status(id);
    HttpResponse<String> fourth = client.status(id);

    assertThat(names(second)).containsExactly("vm001", "vm002", "vm003", "vm004");
    assertThat(second.statusCode()).isEqualTo(206);
    assertThat(status(second).getInteger("processed")).isEqualTo(10);
    assertThat(status(second).getBoolean("completed")).isFalse();
    assertThat(third.statusCode()).isEqualTo(206);
    assertThat(fourth.statusCode()).isEqualTo(200);
    assertThat(names(fourth)).containsExactly("vm009", "vm010");
  }

  @Test
  void queriesWaitForTheirTurn() {
    String first = client.start(VMS);
    client.start(VMS);
    String third = client.start(VMS);

    HttpResponse<String> tooMany = client.waiting(0).query(VMS);
    SIMULATORS.advanceSeconds(10);

    assertThat(tooMany.statusCode()).isEqualTo(500);
    assertThat(tooMany.body())
        .isEqualTo(
            "{\"code\":\"720600E2\",\"error\":\"Application encountered an internal error.\"}");
    assertThat(client.status(first).statusCode()).isEqualTo(200);
    assertThat(dbapi.requests())
        .extracting(RequestSnapshot::state)
        .containsExactly(RequestState.COMPLETED, RequestState.COMPLETED, RequestState.RUNNING);
    assertThat(status(client.status(third)).getInteger("processed")).isZero();
    SIMULATORS.advanceSeconds(10);
    assertThat(client.status(third).statusCode()).isEqualTo(200);
  }

  @Test
  void errorsOfTheRequestComeWithItsStatus() {
    String failing = client.start("raidStorage[~model]");
    String withErrors = client.start("vm[~memory][~cpuCount]");
    SIMULATORS.advanceSeconds(10);

    HttpResponse<String> failed = client.status(failing);
    HttpResponse<String> faulty = client.status(withErrors);

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(json(failed).getString("code")).isEqualTo("720600E2");
    assertThat(dbapi.requests().get(0).state()).isEqualTo(RequestState.FAILED);
    assertThat(faulty.statusCode()).isEqualTo(200);
    assertThat(status(faulty).getValue("hasErrors")).isEqualTo("true");
  }

  @Test
  void failingSynchronousQueryIsAnsweredByTheError() {
    CompletableFuture<HttpResponse<String>> answer =
        client.queryLater("raidStorage[~model]", "processSync", "true");
    await().until(() -> dbapi.requests().size() == 1);

    SIMULATORS.advanceSeconds(1);

    assertThat(answer.join().statusCode()).isEqualTo(500);
  }
}
