package io.github.camelhpc.simulators.hpcsoa;

import static io.github.camelhpc.simulators.hpcsoa.SoaClient.batch;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.code;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.echo;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.generic;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.soap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.RunningSimulators;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commit, status, purge, and names of batches. */
@Timeout(60)
class BatchTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private SoaClient client;

  @BeforeEach
  void client() {
    client = SoaClient.of(SIMULATORS.get());
  }

  @Test
  void statusIsReadyUntilCommittedAndFinishedWhenAllIsDone() {
    int session = client.createSession("CcpEchoSvc");
    assertThat(client.status(session, "b")).isEqualTo("1");
    client.sendRaw(session, "b", "?genericservice=true", generic("a", "b"));
    await().until(() -> SIMULATORS.get().hpcSoa().batch(session, "b").processed() == 2);

    assertThat(client.status(session, "b")).isEqualTo("1");
    client.commit(session, "b");
    assertThat(client.status(session, "b")).isEqualTo("3");
    assertThat(client.xml().status(session, "b"))
        .isEqualTo(
            "<BrokerClientStatus xmlns=\"http://hpc.microsoft.com\">Finished</BrokerClientStatus>");
    assertThat(SIMULATORS.get().hpcSoa().batch(session, "b"))
        .isEqualTo(new SoaBatchSnapshot("Finished", true, 2, 2, 2));
  }

  @Test
  void commitIsRefusedWhereItDoesNotBelong() {
    int session = client.createSession("CcpEchoSvc");

    HttpResponse<String> empty = client.commit(session, "b");
    assertThat(code(empty)).isEqualTo(16777246);
    assertThat(empty.body()).contains("EndRequest must be called after sending some requests.");
    assertThat(code(client.sendRaw(session, "b", "?commit=true&genericservice=true", "")))
        .isEqualTo(16777246);
    client.sendGeneric(session, "b", "a");
    client.userData(session, "b", "");
    HttpResponse<String> again = client.commit(session, "b");
    assertThat(code(again)).isEqualTo(16777227);
    assertThat(again.body()).contains("AllRequestDone");
    client.get("/session/" + session + "/Attach?durable=false");
    assertThat(code(client.commit(session, "b"))).isEqualTo(16777240);
    assertThat(code(client.sendRaw(session, "b", "?genericservice=true", generic("x"))))
        .isEqualTo(16777242);
  }

  @Test
  void requestsAfterCommitAreDroppedWithoutAWord() {
    int session = client.createSession("CcpEchoSvc");
    client.sendGeneric(session, "b", "a");

    assertThat(client.sendRaw(session, "b", "?genericservice=true", generic("late")).statusCode())
        .isEqualTo(200);

    assertThat(client.userData(session, "b", "")).containsExactly("a", "Success");
  }

  @Test
  void requestsThatCameBeforeAreDropped() {
    int session = client.createSession("CcpEchoSvc");
    String twice = soap(echo("urn:uuid:1", "1", "x"), echo("urn:uuid:2", "2", "x"));

    client.sendRaw(session, "b", "", twice);
    client.sendRaw(session, "b", "?commit=true", twice);

    assertThat(client.userData(session, "b", "")).containsExactlyInAnyOrder("1", "2", "Success");
    client.sendGeneric(session, "generic", "same", "same");
    assertThat(client.userData(session, "generic", "")).hasSize(3);
  }

  @Test
  void purgedNameBeginsAnew() {
    int session = client.createSession("CcpEchoSvc");
    client.sendGeneric(session, "b", "a");

    assertThat(client.post(batch(session, "b") + "/Purge", "dummy").statusCode()).isEqualTo(200);

    assertThat(client.status(session, "b")).isEqualTo("1");
    client.sendGeneric(session, "b", "again");
    assertThat(client.userData(session, "b", "")).containsExactly("again", "Success");
  }

  @Test
  void namesOfBatchesAreChecked() {
    int session = client.createSession("CcpEchoSvc");

    assertThat(client.status(session, "{a B-_9}")).isEqualTo("1");
    assertThat(client.status(session, "x".repeat(128))).isEqualTo("1");
    for (String name : List.of("x".repeat(129), "a/b", "a.b", "ä")) {
      assertThat(code(client.get(batch(session, name) + "/Status"))).as(name).isEqualTo(50331670);
    }
  }

  @Test
  void severalBatchesOfASessionAreApart() {
    int session = client.createSession("CcpEchoSvc");
    client.sendGeneric(session, "one", "1");
    client.sendGeneric(session, "two", "2");

    assertThat(client.userData(session, "two", "")).containsExactly("2", "Success");
    assertThat(client.userData(session, "one", "")).containsExactly("1", "Success");
  }
}
