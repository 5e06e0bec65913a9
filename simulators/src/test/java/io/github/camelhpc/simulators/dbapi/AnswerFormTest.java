package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.json;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.names;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.ResourceType;
import io.github.camelhpc.simulators.dbapi.data.SeriesAttribute;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not documented comes in every form that a client may meet. */
@Timeout(60)
class AnswerFormTest {

  private HpcSimulators simulators;
  private DetailViewClient client;

  private void start(Consumer<AnswerForm> form) {
    startServer(server -> server.answers(form));
  }

  private void startServer(Consumer<DbapiSettings> change) {
    simulators =
        HpcSimulators.builder()
            .httpsPort(-1)
            .user("hpcuser", "secret")
            .clock(SimulatorClock.manual(RunningSimulators.START))
            .dbapi(server -> server.resourceTime(Duration.ofSeconds(1)))
            .dbapi(change)
            .start();
    client = DetailViewClient.of(simulators);
  }

  @AfterEach
  void stop() {
    if (simulators != null) {
      simulators.close();
    }
  }

  private void advance(long seconds) {
    simulators.clock().advance(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 206})
  void firstAnswerHasTheStatusOfTheSetting(int first) {
    start(form -> form.firstStatus(first));

    HttpResponse<String> response = client.waiting(0).query("vm");

    assertThat(response.statusCode()).isEqualTo(first);
    assertThat(status(response).getBoolean("completed")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BODY   | requestId | {'requestId':'090000_1'}",
        "BODY   | requestID | {'requestID':'090000_1'}",
        "STATUS | id        | {'status':{'id':'090000_1'}}",
        "HEADER | requestId | {}",
      })
  void idIsAloneInTheFirstAnswer(RequestIdPlace place, String name, String body) {
    start(form -> form.firstContent(false).requestId(place, name).firstStatus(202));

    HttpResponse<String> response = client.waiting(0).query("vm");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo(body.replace('\'', '"'));
    assertThat(response.headers().firstValue(name).isPresent())
        .isEqualTo(place == RequestIdPlace.HEADER);
    advance(10);
    assertThat(names(client.status("090000_1"))).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({"BODY,requestId", "STATUS,requestID", "HEADER,id"})
  void idIsAtItsPlaceBesideTheContent(RequestIdPlace place, String name) {
    start(form -> form.requestId(place, name));

    HttpResponse<String> response = client.waiting(0).query("vm");

    assertThat(json(response).getString(name))
        .isEqualTo(place == RequestIdPlace.BODY ? "090000_1" : null);
    assertThat(status(response).getString(name))
        .isEqualTo(place == RequestIdPlace.STATUS ? "090000_1" : null);
    assertThat(response.headers().firstValue(name).orElse(null))
        .isEqualTo(place == RequestIdPlace.HEADER ? "090000_1" : null);
    assertThat(status(response).getInteger("total")).isEqualTo(10);
  }

  @Test
  void hasErrorsCanBeABoolean() {
    startServer(server -> server.withErrors(".*").answers(form -> form.hasErrorsAsText(false)));
    String id = client.start("vm");

    assertThat(status(client.status(id)).getValue("hasErrors")).isEqualTo(false);
    advance(10);
    assertThat(status(client.status(id)).getValue("hasErrors")).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AS_PUBLISHED | getStatus    | 72020008 | 720600E6 | in the cache for the given requestId.",
        "AS_PUBLISHED | abortRequest | B5020008 | B5040016 | in cache for the given requestId \"77\"",
        "SEED         | abortRequest | 72020008 | 720600E6 | in the cache for the given requestId.",
        "B5           | getStatus    | B5020008 | B5040016 | in cache for the given requestId \"77\"",
      })
  void codesAreOfTheFamilyOfTheSetting(
      ErrorCodes family, String action, String missing, String notInCache, String text) {
    start(form -> form.errorCodes(family));

    JsonObject noId = json(client.get(action));
    JsonObject unknown = json(client.get(action, "requestId", "77"));

    assertThat(noId.getString("code")).isEqualTo(missing);
    assertThat(noId.getString("error")).isEqualTo("Mandatory parameter {requestId} not specified.");
    assertThat(unknown.getString("code")).isEqualTo(notInCache);
    assertThat(unknown.getString("error")).isEqualTo("Response is not present " + text);
  }

  @Test
  void membersOfErrorsCanHaveOtherNames() {
    start(form -> form.errorMembers("errorCode", "message"));

    assertThat(client.get("getStatus").body())
        .isEqualTo(
            "{\"errorCode\":\"72020008\",\"message\":\"Mandatory parameter {requestId} not"
                + " specified.\"}");
  }

  @Test
  void samplesCanBeTextsAndInfinite() {
    DataSet dataSet =
        DataSet.named("defaultDs")
            .with(
                ResourceType.of("vm")
                    .resource("one", "one")
                    .attribute(SeriesAttribute.of("load", "load", "", signature -> second -> 2))
                    .attribute(
                        SeriesAttribute.of(
                            "rate", "rate", "", signature -> second -> 1.0 / (second - second))));
    String body =
        "{\"query\":\"vm[@load rx b .*][@rate rx b .*]\",\"startTime\":\"20260301_080000\","
            + "\"endTime\":\"20260301_080100\"}";
    startServer(server -> server.resourceTime(Duration.ZERO).dataSet(dataSet));

    assertThat(client.post("query", body).body())
        .contains("\"data\":[2.00]", "\"data\":[Infinity]");
    stop();
    startServer(
        server ->
            server
                .resourceTime(Duration.ZERO)
                .dataSet(dataSet)
                .answers(form -> form.numbersAsText(true)));
    assertThat(client.post("query", body).body())
        .contains("\"data\":[\"2.00\"]", "\"data\":[\"Infinity\"]");
  }

  @Test
  void clientsThatWaitDoNotHinderTheEnd() {
    start(form -> {});
    CompletableFuture<HttpResponse<String>> waiting = client.queryLater("vm");
    await().until(() -> simulators.dbapi().requests().size() == 1);

    simulators.close();
    simulators = null;

    assertThat(waiting).failsWithin(Duration.ofSeconds(20));
  }

  @Test
  void onlySubsetCanBeAText() {
    DataSet one =
        DataSet.named("defaultDs").subset("siteA", "VMware", Instant.EPOCH, Instant.EPOCH);
    startServer(server -> server.dataSet(one).answers(form -> form.dataSubsetAsText(true)));

    assertThat(json(client.get("retrieveDataset")).getValue("dataSubset")).isEqualTo("siteA");
  }

  @Test
  void dataSetCanBeOneThatNeverCompletes() {
    startServer(
        server ->
            server
                .resourceTime(Duration.ZERO)
                .dataSet(
                    DataSet.standard("slow-ds", 3, Duration.ofMinutes(1)).withoutCompletion()));
    DetailViewClient slow = client.of("slow-ds").waiting(0);

    HttpResponse<String> response = slow.query("vm");

    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(names(response)).containsExactly("vm001", "vm002");
  }

  @Test
  void wrongSettingsAreSaidInASentence() {
    DbapiSettings settings = new DbapiSettings();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.prefix("metrics"))
        .withMessage("The prefix must be empty or like /clearsightadvanced, not 'metrics'.");
    assertThatIllegalArgumentException().isThrownBy(() -> settings.runningRequests(0));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.waitingRequests(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.resourceTime(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.tokenLifetime(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.answers(form -> form.firstStatus(404)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataSet.named("a"))
        .withMessage("A data set is named by 2 to 32 letters, digits, _ and -, not 'a'.");
  }
}
