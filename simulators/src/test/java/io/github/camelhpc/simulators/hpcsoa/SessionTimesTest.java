package io.github.camelhpc.simulators.hpcsoa;

import static io.github.camelhpc.simulators.hpcsoa.SoaClient.batch;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.code;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.generic;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.responsePath;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.startInfo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens by itself, by a clock that stands until it is moved. */
@Timeout(60)
class SessionTimesTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder -> builder.soaWorkers(2).soaRequestTime(Duration.ofSeconds(10)));

  private SoaClient client;
  private HpcSoaSimulator soa;

  @BeforeEach
  void client() {
    client = SoaClient.of(SIMULATORS.get());
    soa = SIMULATORS.get().hpcSoa();
  }

  private static JsonObject echo() {
    return startInfo("CcpEchoSvc");
  }

  @Test
  void workersTakeTheirTime() {
    int session = client.createSession(echo());
    client.sendGeneric(session, "b", "1", "2", "3", "4", "5");
    assertThat(client.status(session, "b")).isEqualTo("2");

    SIMULATORS.advanceSeconds(10);
    assertThat(soa.batch(session, "b").processed()).isEqualTo(2);
    assertThat(client.userData(session, "b", "count=2")).containsExactly("1", "2", "Success");
    SIMULATORS.advanceSeconds(10);
    assertThat(soa.batch(session, "b").processed()).isEqualTo(4);
    SIMULATORS.advanceSeconds(9);
    assertThat(client.status(session, "b")).isEqualTo("2");
    SIMULATORS.advanceSeconds(1);

    assertThat(client.status(session, "b")).isEqualTo("3");
    assertThat(client.userData(session, "b", "")).containsExactly("3", "4", "5", "Success");
  }

  @Test
  void secondCommitIsRefusedWhileRequestsAreProcessed() {
    int session = client.createSession(echo());
    client.sendGeneric(session, "b", "1");

    HttpResponse<String> again = client.commit(session, "b");

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(code(again)).isEqualTo(16777241);
    assertThat(again.body()).contains("EndRequests was already called for this BrokerClient.");
  }

  @Test
  void requestThatTakesTooLongIsAFault() {
    int session = client.createSession(echo().put("ServiceOperationTimeout", 4_000));
    client.sendGeneric(session, "b", "1");

    SIMULATORS.advanceSeconds(4);

    assertThat(client.responses(session, "b", "").get(0).get(1))
        .isEqualTo("The request took longer than the ServiceOperationTimeout.");
  }

  @Test
  void workersPassOverWhatIsPurged() {
    int session = client.createSession(echo());
    client.sendGeneric(session, "b", "1", "2", "3", "4");
    client.post(batch(session, "b") + "/Purge");
    client.sendGeneric(session, "other", "x");

    SIMULATORS.advanceSeconds(20);

    assertThat(client.userData(session, "other", "")).containsExactly("x", "Success");
    assertThat(soa.batch(session, "b").processed()).isZero();
  }

  @Test
  void sessionThatIsNeverUsedEnds() {
    int unused = client.createSession(echo().put("ClientConnectionTimeout", 60_000));
    int used = client.createSession(echo().put("ClientConnectionTimeout", 60_000));
    SIMULATORS.advanceSeconds(59);
    assertThat(client.status(used, "b")).isEqualTo("1");

    SIMULATORS.advanceSeconds(1);

    assertThat(code(client.get(batch(unused, "b") + "/Status"))).isEqualTo(33554447);
    assertThat(code(client.get("/session/" + unused + "/Attach?durable=false")))
        .isEqualTo(50331649);
    assertThat(client.status(used, "b")).isEqualTo("1");
  }

  @Test
  void idleBatchIsClosedAndItsSessionWithIt() throws Exception {
    int session = client.createSession(echo().put("ClientIdleTimeout", 60_000));
    client.sendRaw(session, "b", "?genericservice=true", generic("1"));
    SIMULATORS.advanceSeconds(10);
    SIMULATORS.advanceSeconds(50);
    InputStream stream = client.stream(responsePath(session, "b", "")).body();
    assertThat(stream.read()).isEqualTo('h');
    SIMULATORS.advanceSeconds(59);
    assertThat(soa.sessionCount()).isEqualTo(1);

    SIMULATORS.advanceSeconds(1);

    assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
        .contains("\uFFFF1\uFFFF1\u0000")
        .endsWith("\uFFFF1\uFFFFClientTimeout\u0000");
    assertThat(soa.sessionCount()).isZero();
    assertThat(code(client.commit(session, "b"))).isEqualTo(33554447);
  }

  @Test
  void batchWithOpenRequestsIsNotIdle() {
    int session = client.createSession(echo().put("ClientIdleTimeout", 5_000));
    client.sendGeneric(session, "b", "1", "2", "3");

    SIMULATORS.advanceSeconds(20);

    assertThat(client.userData(session, "b", "")).hasSize(4).endsWith("Success");
  }

  @Test
  void sessionCanOutliveItsBatches() {
    int session =
        client.createSession(
            echo().put("ClientIdleTimeout", 10_000).put("SessionIdleTimeout", 30_000));
    client.status(session, "b");
    SIMULATORS.advanceSeconds(39);
    assertThat(soa.sessionCount()).isEqualTo(1);

    SIMULATORS.advanceSeconds(1);

    assertThat(soa.sessionCount()).isZero();
  }

  @Test
  void purgedBatchDoesNotEndItsSession() {
    int session = client.createSession(echo());
    client.sendGeneric(session, "b", "1");
    client.post(batch(session, "b") + "/Purge");

    SIMULATORS.advance(Duration.ofHours(1));

    assertThat(client.post("/session/" + session + "/Close").statusCode()).isEqualTo(200);
  }

  @Test
  void runtimeEndsASessionWithAFault() throws Exception {
    int session = client.createSession(echo().put("Runtime", 15));
    client.sendGeneric(session, "b", "1", "2", "3");
    InputStream stream = client.stream(responsePath(session, "b", "")).body();

    SIMULATORS.advanceSeconds(15);

    assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
        .contains("The session ran for more than 15 seconds.")
        .endsWith("Success\u0000");
    assertThat(soa.sessionCount()).isZero();
  }

  @Test
  void resetForgetsAllSessions() {
    client.sendGeneric(client.createSession(echo()), "b", "1");

    SIMULATORS.get().reset();

    assertThat(soa.sessionCount()).isZero();
    int session = client.createSession(echo());
    assertThat(session).isEqualTo(1);
    client.sendGeneric(session, "b", "x", "y");
    SIMULATORS.advanceSeconds(10);
    assertThat(client.userData(session, "b", "")).containsExactly("x", "y", "Success");
  }
}
