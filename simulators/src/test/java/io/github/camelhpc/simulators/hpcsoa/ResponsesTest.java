package io.github.camelhpc.simulators.hpcsoa;

import static io.github.camelhpc.simulators.hpcsoa.SoaClient.batch;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.code;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.echo;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.envelope;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.generic;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.responsePath;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.soap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.RunningSimulators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cursor over the responses of a batch (facts/hpcsoa.md §3.3). */
@Timeout(60)
class ResponsesTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(builder -> builder.httpsPort(0).soaElementPrefix("HPCPack2008"));

  private SoaClient client;
  private HpcSoaSimulator soa;
  private int session;

  @BeforeEach
  void session() {
    client = SoaClient.of(SIMULATORS.get());
    soa = SIMULATORS.get().hpcSoa();
    session = client.createSession("CcpEchoSvc");
  }

  private void sendDone(String batch, String... inputs) {
    client.sendGeneric(session, batch, inputs);
    awaitDone(batch, inputs.length);
  }

  private void awaitDone(String batch, long processed) {
    await().until(() -> soa.batch(session, batch).processed() == processed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2", "many", "99999999999"})
  void wrongCountsAreRefused(String count) {
    HttpResponse<String> refused = client.post(responsePath(session, "b", "count=" + count));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(code(refused)).isEqualTo(251723775);
    assertThat(code(client.post(responsePath(session, "b", "reset=perhaps")))).isEqualTo(251723775);
  }

  @Test
  void partialReadsGoOnWhereTheLastOneStopped() {
    String[] inputs = IntStream.range(0, 100).mapToObj(i -> "r" + i).toArray(String[]::new);
    sendDone("b", inputs);
    List<String> first = client.userData(session, "b", "count=10&reset=true");
    assertThat(first).hasSize(11).endsWith("Success");

    List<String> all = new ArrayList<>(first.subList(0, 10));
    for (int i = 0; i < 9; i++) {
      List<List<String>> part = client.responses(session, "b", "count=10&reset=false");
      assertThat(part).hasSize(11);
      assertThat(part.get(10).subList(1, 3)).containsExactly("10", "Success");
      part.subList(0, 10).forEach(item -> all.add(item.get(2)));
    }

    assertThat(all).containsExactlyInAnyOrder(inputs);
    assertThat(client.userData(session, "b", "count=10&reset=false")).containsExactly("Success");
  }

  @Test
  void deliveredResponsesComeAgainUntilTheyAreConfirmed() {
    sendDone("b", "1", "2", "3");
    List<String> two = client.userData(session, "b", "count=2");

    assertThat(client.userData(session, "b", "count=2&reset=True")).isEqualTo(two);
    assertThat(soa.batch(session, "b").stored()).isEqualTo(3);
    List<String> third = client.userData(session, "b", "reset=false");
    assertThat(third).hasSize(2).doesNotContainAnyElementsOf(two.subList(0, 2));
    assertThat(soa.batch(session, "b").stored()).isEqualTo(1);

    assertThat(client.userData(session, "b", "reset=true")).isEqualTo(third);
    assertThat(client.userData(session, "b", "")).containsExactly("Success");
    assertThat(soa.batch(session, "b").stored()).isZero();
    assertThat(client.userData(session, "b", "reset=true")).containsExactly("Success");
    assertThat(client.status(session, "b")).isEqualTo("3");
  }

  @Test
  void actionChoosesResponsesAndLeavesTheOthers() {
    String body = "<Other xmlns=\"urn:o\"><x>1</x></Other>";
    client.sendRaw(
        session,
        "b",
        "?commit=true",
        soap(echo("", "e1", "x"), envelope("urn:other", "", "o", body), echo("", "e2", "x")));
    awaitDone("b", 3);

    assertThat(client.userData(session, "b", "action=urn:other")).containsExactly("o", "Success");
    assertThat(client.userData(session, "b", "action=urn:none")).containsExactly("Success");
    assertThat(client.userData(session, "b", "")).containsExactlyInAnyOrder("e1", "e2", "Success");
  }

  @Test
  void responsesStreamBeforeTheCommitAndEndAfterIt() throws Exception {
    client.sendRaw(session, "b", "?genericservice=true", generic("first"));
    InputStream stream = client.stream(responsePath(session, "b", "")).body();
    assertThat(item(stream)).endsWith("\uFFFFfirst");

    client.sendRaw(session, "b", "?genericservice=true", generic("second"));
    assertThat(item(stream)).endsWith("\uFFFFsecond");
    client.commit(session, "b");

    assertThat(item(stream)).endsWith("\uFFFF2\uFFFFSuccess");
    assertThat(stream.read()).isEqualTo(-1);
  }

  /** One item, without the U+0000 at its end. */
  private static String item(InputStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = stream.read(); next > 0; next = stream.read()) {
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void limitedReadEndsBeforeTheCommit() {
    client.sendRaw(session, "b", "?genericservice=true", generic("a", "b"));

    assertThat(client.userData(session, "b", "count=2"))
        .containsExactlyInAnyOrder("a", "b", "Success");
  }

  @Test
  void purgeEndsReading() throws Exception {
    InputStream stream = client.stream(responsePath(session, "b", "")).body();

    client.post(batch(session, "b") + "/Purge");

    assertThat(item(stream)).endsWith("\uFFFF0\uFFFFClientPurged");
  }

  @Test
  void closeEndsReading() throws Exception {
    InputStream stream = client.stream(responsePath(session, "b", "")).body();

    client.post("/session/" + session + "/Close");

    assertThat(item(stream)).endsWith("\uFFFF0\uFFFFClientPurged");
  }

  @Test
  void failedSessionIsAFaultAmongTheResponses() throws Exception {
    InputStream stream = client.stream(batch(session, "b") + "/Response").body();

    soa.failSession(session, "the job was cancelled");

    assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("<HPCPack2008_WebAPI_MessageArray><s:Envelope")
        .contains("<s:Subcode><s:Value>Broker_SessionFailure</s:Value></s:Subcode>")
        .contains("the job was cancelled")
        .contains("<HPCPack2008_Broker_ResponseCallbackId xmlns=")
        .contains("<Count>1</Count><Reason>Success</Reason>");
    assertThat(code(client.get("/session/" + session + "/Attach?durable=false")))
        .isEqualTo(33554443);
    assertThat(code(client.commit(session, "b"))).isEqualTo(33554447);
  }

  @Test
  void callWithOtherClientDataTakesOver() {
    InputStream former = client.stream(responsePath(session, "b", "clientdata=one")).body();

    CompletableFuture<HttpResponse<String>> latter =
        client.postLater(responsePath(session, "b", "clientdata=two"));

    assertThatThrownBy(former::readAllBytes).isInstanceOf(IOException.class);
    client.sendGeneric(session, "b", "a");
    assertThat(latter.join().body()).contains("\uFFFFa\uFFFFa\u0000");
  }

  @Test
  void equalCallWaitsForTheFirst() throws Exception {
    client.sendRaw(session, "b", "?genericservice=true", generic("a"));
    InputStream first = client.stream(responsePath(session, "b", "count=2")).body();
    assertThat(item(first)).endsWith("a");
    InputStream second = client.stream(responsePath(session, "b", "reset=true")).body();

    client.sendGeneric(session, "b", "b");

    assertThat(item(first)).endsWith("b");
    assertThat(item(first)).endsWith("Success");
    assertThat(item(second)).endsWith("a");
    assertThat(item(second)).endsWith("b");
    assertThat(item(second)).endsWith("2\uFFFFSuccess");
  }

  @Test
  void readerThatGoesAwayMakesRoomForTheNext() throws Exception {
    client.sendRaw(session, "b", "?genericservice=true", generic("a"));
    InputStream lost = client.stream(responsePath(session, "b", "")).body();
    assertThat(item(lost)).endsWith("a");

    lost.close();

    client.sendGeneric(session, "b", "b");
    assertThat(client.userData(session, "b", "reset=true")).containsExactly("a", "b", "Success");
  }

  @Test
  void callsOfHttp2EndWithoutHarmToOthers() throws Exception {
    SoaClient http2 = client.by(http2()).at(SIMULATORS.get().hpcSoaSecureUrl());
    client.sendRaw(session, "b", "?genericservice=true", generic("a"));
    InputStream replaced = http2.stream(responsePath(session, "b", "clientdata=1")).body();
    assertThat(item(replaced)).endsWith("a");
    InputStream lost = http2.stream(responsePath(session, "b", "clientdata=2&reset=true")).body();
    assertThat(item(lost)).endsWith("a");
    assertThatThrownBy(replaced::readAllBytes).isInstanceOf(IOException.class);

    lost.close();
    http2.sendGeneric(session, "b", "b");

    assertThat(http2.userData(session, "b", "clientdata=2&reset=true"))
        .containsExactly("a", "b", "Success");
  }

  private static HttpClient http2() throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(SIMULATORS.get().trustStore());
    SSLContext ssl = SSLContext.getInstance("TLS");
    ssl.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).sslContext(ssl).build();
  }

  @Test
  void faultsDamageAStreamedAnswer() {
    sendDone("b", "1", "2", "3");
    SIMULATORS
        .get()
        .faults()
        .next(Fault.resetInBody(), Fault.truncatedBody(), Fault.malformedBody());

    assertThatThrownBy(() -> client.post(responsePath(session, "b", "")))
        .isInstanceOf(UncheckedIOException.class);
    String path = responsePath(session, "b", "reset=true");
    assertThat(client.post(path).body()).doesNotContain("EndOfGetResponse").contains("Generic");
    assertThat(client.post(path).body()).startsWith("{<[");
    assertThat(client.userData(session, "b", "reset=true"))
        .containsExactlyInAnyOrder("1", "2", "3", "Success");
  }

  @Test
  void faultsMeetUploads() {
    SIMULATORS.get().faults().next(Fault.status(503), Fault.stall(Duration.ofMillis(50)));
    String query = "?genericservice=true";

    String large = generic("x".repeat(50_000), "y".repeat(50_000));
    assertThat(client.sendRaw(session, "b", query, large).statusCode()).isEqualTo(503);
    assertThat(soa.batch(session, "b").requests()).isZero();
    assertThat(code(client.sendRaw(session, "b", query, large.replace("\u0000", "ü\u0000"))))
        .isEqualTo(33554448);
    assertThat(client.sendRaw(session, "b", query, generic("x")).statusCode()).isEqualTo(200);
  }
}
