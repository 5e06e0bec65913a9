package io.github.camelhpc.simulators.dbapi;

import static io.github.camelhpc.simulators.dbapi.DetailViewClient.items;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.json;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.names;
import static io.github.camelhpc.simulators.dbapi.DetailViewClient.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers to getStatus hold while a query is processed. */
@Timeout(60)
class IncrementsTest {

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

  @Test
  void incrementsCanHoldEverythingSoFar() {
    start(form -> form.increments(Increments.EVERYTHING));
    String id = client.start("vm");

    advance(2);
    assertThat(names(client.status(id))).containsExactly("vm001", "vm002");
    advance(1);
    assertThat(names(client.status(id))).containsExactly("vm001", "vm002", "vm003");
    advance(10);
    assertThat(names(client.status(id))).hasSize(10);
  }

  @Test
  void incrementsCanRepeatTheOneBefore() {
    start(form -> form.increments(Increments.REPEATED));
    String id = client.start("vm");

    advance(2);
    assertThat(names(client.status(id))).containsExactly("vm001", "vm002");
    HttpResponse<String> nothingNew = client.status(id);
    assertThat(nothingNew.statusCode()).isEqualTo(206);
    assertThat(names(nothingNew)).containsExactly("vm001", "vm002");
    advance(1);
    assertThat(names(client.status(id))).containsExactly("vm001", "vm002", "vm003");
    advance(2);
    assertThat(names(client.status(id))).containsExactly("vm003", "vm004", "vm005");
    advance(10);
    HttpResponse<String> last = client.status(id);
    assertThat(last.statusCode()).isEqualTo(200);
    assertThat(names(last)).startsWith("vm004", "vm005", "vm006").hasSize(7);
  }

  @Test
  void resourcesCanComeInParts() {
    start(form -> form.splitResources(true));
    String id = client.start("vm[~memory][@memUsage rx b .*]");

    simulators.clock().advance(Duration.ofMillis(1500));
    HttpResponse<String> first = client.status(id);
    advance(1);
    HttpResponse<String> second = client.status(id);
    advance(10);
    HttpResponse<String> last = client.status(id);

    assertThat(members(first)).containsExactly("vm#vm001 [memory, memUsage]", "vm#vm002 [memory]");
    assertThat(status(first).getInteger("processed")).isEqualTo(1);
    assertThat(status(first).getInteger("matched")).isEqualTo(1);
    assertThat(members(second)).containsExactly("vm#vm002 [memUsage]", "vm#vm003 [memory]");
    assertThat(members(last))
        .startsWith("vm#vm003 [memUsage]", "vm#vm004 [memory, memUsage]")
        .hasSize(8);
    assertThat(last.statusCode()).isEqualTo(200);
  }

  private static List<String> members(HttpResponse<String> response) {
    return items(response).stream()
        .map(
            item ->
                item.getString("signature")
                    + " "
                    + item.fieldNames().stream()
                        .filter(name -> !name.equals("signature") && !name.equals("name"))
                        .toList())
        .toList();
  }

  @Test
  void resultCanBeReadOnceOnly() {
    startServer(server -> server.readOnce(true));
    String id = client.start("vm");
    advance(3);
    assertThat(client.status(id).statusCode()).isEqualTo(206);
    advance(10);

    assertThat(names(client.status(id))).hasSize(7);
    assertThat(client.status(id).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"NOT_COMPLETED,200,false", "COMPLETED,200,true", "FORGOTTEN,404,"})
  void abortedRequestsHaveTheStatusOfTheSetting(
      AbortedRequests setting, int status, Boolean completed) {
    start(form -> form.abortedRequests(setting));
    String id = client.start("vm");
    client.abort(id);

    HttpResponse<String> response = client.status(id);

    assertThat(response.statusCode()).isEqualTo(status);
    JsonObject told = json(response).getJsonObject("status");
    assertThat(told == null ? null : told.getBoolean("completed")).isEqualTo(completed);
    assertThat(client.abort(id).statusCode()).isEqualTo(400);
  }
}
