package io.github.camelhpc.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults by Java and by HTTP, and what the request log says about them. */
class FaultsTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private SimulatorClient client;
  private SimulatorClient admin;
  private Faults faults;
  private RequestLog requests;

  @BeforeEach
  void client() {
    client = SIMULATORS.client();
    admin = client.at(SIMULATORS.get().httpUrl() + "/simulator");
    faults = SIMULATORS.get().faults();
    requests = SIMULATORS.get().requests();
  }

  @Test
  void nextRequestsMeetTheFaultsOneEach() {
    faults.next(Fault.status(503).header("Retry-After", "2").body("busy"), Fault.status(429));

    HttpResponse<String> first = client.get("/jobs");
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(first.body()).isEqualTo("busy");
    assertThat(client.get("/jobs").statusCode()).isEqualTo(429);
    assertThat(client.get("/jobs").statusCode()).isEqualTo(200);
    assertThat(requests.count("GET", "/hpc/jobs")).isEqualTo(3);
    assertThat(requests.all()).extracting(LoggedRequest::status).containsExactly(503, 429, 200);
  }

  @Test
  void faultOfAKindOfRequestLeavesTheOthersAlone() {
    faults.matching("POST", "/hpc/jobs", Fault.status(500), 2);

    assertThat(client.get("/jobs").statusCode()).isEqualTo(200);
    assertThat(client.post("/jobs").statusCode()).isEqualTo(500);
    assertThat(client.post("/Jobs").statusCode()).isEqualTo(500);
    assertThat(client.post("/jobs").statusCode()).isEqualTo(200);
    assertThat(SIMULATORS.get().hpcPack().jobCount()).isEqualTo(1);
  }

  @Test
  void percentageRepeatsWithTheSameSeed() {
    faults.percentage(30, Fault.status(503));
    String first = statuses(40);
    faults.clear();
    faults.percentage(30, Fault.status(503));

    assertThat(statuses(40)).isEqualTo(first).contains("503", "200");
    faults.clear();
    assertThat(statuses(5)).isEqualTo("200200200200200");
  }

  @Test
  void requestsThatMetAFaultAreCounted() {
    long before = faults.count();
    faults.next(Fault.status(503), Fault.stall(Duration.ofMillis(1)));

    assertThat(statuses(3)).isEqualTo("503200200");
    assertThat(faults.count()).isEqualTo(before + 2);
    faults.clear();
    assertThat(faults.count()).isEqualTo(before + 2);
  }

  private String statuses(int count) {
    StringBuilder statuses = new StringBuilder();
    for (int i = 0; i < count; i++) {
      statuses.append(client.get("/cluster/version").statusCode());
    }
    return statuses.toString();
  }

  @Test
  void connectionIsClosedBeforeTheServiceSeesTheRequest() {
    faults.matching("POST", ".*", Fault.resetBeforeAnswer(), 1);

    assertThatThrownBy(() -> client.post("/jobs", "[]")).isInstanceOf(UncheckedIOException.class);
    assertThat(SIMULATORS.get().hpcPack().jobCount()).isZero();
    assertThat(requests.all()).extracting(LoggedRequest::status).contains(0);
  }

  @Test
  void answerIsLostAfterTheWorkIsDone() {
    faults.matching("POST", ".*/cancel", Fault.resetInBody(), 1);
    int job = client.createJob();

    assertThatThrownBy(() -> client.post("/jobs/" + job + "/cancel", "\"x\""))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(requests.all()).extracting(LoggedRequest::status).containsExactly(200, 0);
    assertThat(client.state(job)).isEqualTo("Canceled");
  }

  @Test
  void bodyIsCutOff() {
    String whole = client.get("/nodes").body();
    faults.next(Fault.resetInBody());
    assertThatThrownBy(() -> client.get("/nodes")).isInstanceOf(UncheckedIOException.class);

    faults.next(Fault.truncatedBody(), Fault.malformedBody());
    assertThat(whole).startsWith(client.get("/nodes").body());
    assertThat(client.get("/nodes").body()).isEqualTo("{<[\"this is neither JSON nor XML");
  }

  @Test
  void stalledRequestIsAnsweredLater() {
    faults.next(Fault.stall(Duration.ofMillis(200)));
    long start = System.nanoTime();

    assertThat(client.get("/jobs").statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void redirect() {
    faults.next(Fault.redirect("http://elsewhere.example/hpc/jobs"));

    HttpResponse<String> response = client.get("/jobs");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location"))
        .hasValue("http://elsewhere.example/hpc/jobs");
  }

  @Test
  void faultsByHttp() {
    assertThat(
            admin
                .post(
                    "/faults",
                    "{\"status\":503,\"headers\":{\"Retry-After\":\"1\"},\"times\":2,\"body\":\"x\"}")
                .statusCode())
        .isEqualTo(204);
    assertThat(client.get("/jobs").statusCode()).isEqualTo(503);
    assertThat(client.get("/jobs").headers().firstValue("Retry-After")).hasValue("1");
    assertThat(client.get("/jobs").statusCode()).isEqualTo(200);

    admin.post("/faults", "{\"kind\":\"malformedBody\",\"method\":\"GET\",\"path\":\".*/nodes\"}");
    assertThat(client.get("/jobs").body()).isEqualTo("[]");
    assertThat(client.get("/nodes").body()).startsWith("{<[");

    admin.post("/faults", "{\"status\":500,\"percentage\":100}");
    assertThat(client.get("/jobs").statusCode()).isEqualTo(500);
    assertThat(admin.send("DELETE", "/faults", null).statusCode()).isEqualTo(204);
    assertThat(client.get("/jobs").statusCode()).isEqualTo(200);
  }

  @Test
  void wrongFaultsAreRefusedWithASentence() {
    for (String body :
        new String[] {
          "{\"kind\":\"flood\"}",
          "{}",
          "{\"status\":99}",
          "{\"status\":\"x\"}",
          "nonsense",
          "{\"kind\":\"stall\",\"delay\":\"long\"}",
          "{\"kind\":\"redirect\"}",
          "{\"status\":500,\"percentage\":101}",
          "{\"status\":500,\"path\":\"(\"}"
        }) {
      HttpResponse<String> response = admin.post("/faults", body);
      assertThat(response.statusCode()).as(body).isEqualTo(400);
      assertThat(response.body()).contains("The request was refused: ");
    }
    assertThat(client.get("/jobs").statusCode()).isEqualTo(200);
  }

  @Test
  void clockAndLogByHttp() {
    int job = client.runJob("a");

    assertThat(admin.post("/clock/advance", "{\"duration\":\"PT5S\"}").statusCode()).isEqualTo(204);
    assertThat(client.state(job)).isEqualTo("Finished");
    assertThat(admin.post("/clock/advance", "{}").statusCode()).isEqualTo(400);

    JsonObject log = new JsonObject(admin.get("/requests").body());
    assertThat(log.getLong("count")).isEqualTo(4);
    assertThat(log.getJsonArray("requests").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("method", "POST")
                .put("path", "/hpc/jobs")
                .putNull("query")
                .put("user", "hpcuser")
                .put("status", 200));
    assertThat(admin.post("/reset").statusCode()).isEqualTo(204);
    assertThat(client.get("/jobs").body()).isEqualTo("[]");
    assertThat(requests.count()).isEqualTo(1);
    admin.send("DELETE", "/requests", null);
    assertThat(requests.count()).isZero();
  }

  @Test
  void onlyAdministratorsDriveTheSimulator() {
    assertThat(admin.as("other", "secret2").post("/reset").statusCode()).isEqualTo(403);
    assertThat(admin.without("Authorization").post("/reset").statusCode()).isEqualTo(401);
  }

  @Test
  void logKeepsWhatWasSentButNotTheCredentials() {
    client.with("X-Trace", "7").post("/jobs?x=1", "[]");

    LoggedRequest request = requests.all().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/hpc/jobs");
    assertThat(request.query()).isEqualTo("x=1");
    assertThat(request.header("x-trace")).isEqualTo("7");
    assertThat(request.header("Authorization")).isEqualTo("Basic ***");
    assertThat(request.body()).isEqualTo("[]");
    assertThat(request.user()).isEqualTo("hpcuser");
  }

  @Test
  void logForgetsDetailsButCountsOn() {
    try (HpcSimulators small = HpcSimulators.builder().httpsPort(-1).requestLogSize(2).start()) {
      SimulatorClient smallClient = SimulatorClient.of(small);
      smallClient.get("/nodes");
      smallClient.get("/jobs");
      smallClient.get("/jobs");

      assertThat(small.requests().all())
          .extracting(LoggedRequest::path)
          .containsExactly("/hpc/jobs", "/hpc/jobs");
      assertThat(small.requests().count()).isEqualTo(3);
      assertThat(small.requests().count("get", "/hpc/nodes")).isEqualTo(1);
    }
  }
}
