package io.github.camelhpc.simulators.hpcsoa;

import static io.github.camelhpc.simulators.hpcsoa.SoaClient.batch;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.code;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.echo;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.envelope;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.generic;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.soap;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.startInfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.RunningSimulators;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in both formats, and those that are refused. */
@Timeout(60)
class RequestFormatsTest {

  private static final String GENERIC_RESPONSE =
      "http://hpc.microsoft.com/GenericService/IGenericService/GenericOperationResponse";

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder.soaService("Body", request -> request.body().replace("Ask", "Answer")));

  private SoaClient client;

  @BeforeEach
  void client() {
    client = SoaClient.of(SIMULATORS.get());
  }

  @Test
  void genericRequestsAreAnswered() {
    int session = client.createSession("CcpEchoSvc");
    String body = "ping 1\uFFFFid-1\u0000ping ü\uFFFF\u0000";

    HttpResponse<String> sent = client.sendRaw(session, "b", "?genericservice=True", body);
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).isEmpty();
    assertThat(client.commit(session, "b").statusCode()).isEqualTo(201);

    List<List<String>> items = client.responses(session, "b", "");
    assertThat(items)
        .hasSize(3)
        .contains(
            List.of(GENERIC_RESPONSE, "ping 1", "id-1"), List.of(GENERIC_RESPONSE, "ping ü", ""))
        .endsWith(List.of("http://hpc.microsoft.com/EndOfGetResponse", "2", "Success"));
  }

  @Test
  void soapRequestsAreAnswered() {
    int session = client.createSession("CcpEchoSvc");

    HttpResponse<String> sent =
        client.sendRaw(
            session, "b", "?commit=true", soap(echo("urn:uuid:1", "id &amp; 1", "ping &lt;")));
    assertThat(sent.statusCode()).isEqualTo(201);

    assertThat(client.post(batch(session, "b") + "/Response?clientdata=me").body())
        .isEqualTo(
            "<HPCServer2008_WebAPI_MessageArray>"
                + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>"
                + "<a:Action s:mustUnderstand=\"1\">http://tempuri.org/IEcho/EchoResponse</a:Action>"
                + "<a:RelatesTo>urn:uuid:1</a:RelatesTo>"
                + "<a:To s:mustUnderstand=\"1\">http://www.w3.org/2005/08/addressing/anonymous</a:To>"
                + "<HPCServer2008_Broker_RequestActionNS xmlns=\"http://www.microsoft.com/hpc\">"
                + "http://tempuri.org/IEcho/Echo</HPCServer2008_Broker_RequestActionNS>"
                + "<HPCServer2008_Broker_UserDataNS xmlns=\"http://www.microsoft.com/hpc\">"
                + "id &amp; 1</HPCServer2008_Broker_UserDataNS>"
                + "<HPCServer2008_Broker_ResponseCallbackId xmlns=\"http://www.microsoft.com/hpc\">"
                + "me</HPCServer2008_Broker_ResponseCallbackId></s:Header><s:Body>"
                + "<EchoResponse xmlns=\"http://tempuri.org/\"><EchoResult>ping &lt;</EchoResult>"
                + "</EchoResponse></s:Body></s:Envelope>"
                + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>"
                + "<a:Action s:mustUnderstand=\"1\">http://hpc.microsoft.com/EndOfGetResponse"
                + "</a:Action>"
                + "<HPCServer2008_Broker_ResponseCallbackId xmlns=\"http://www.microsoft.com/hpc\">"
                + "me</HPCServer2008_Broker_ResponseCallbackId>"
                + "<a:To s:mustUnderstand=\"1\">http://www.w3.org/2005/08/addressing/anonymous</a:To>"
                + "</s:Header><s:Body><EndOfResponses xmlns=\"http://tempuri.org/\">"
                + "<Count>1</Count><Reason>Success</Reason></EndOfResponses></s:Body></s:Envelope>"
                + "</HPCServer2008_WebAPI_MessageArray>");
  }

  @Test
  void bodyOfARequestCanBeParsedWithoutItsEnvelope() {
    int session = client.createSession("Body");
    String envelope =
        """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing" xmlns="urn:d" xmlns:x="urn:x">
        <s:Header><a:Action>urn:ask</a:Action></s:Header>
        <s:Body><Ask x:kind="1 &quot;&lt;"><a:To><![CDATA[<&]]></a:To><n:N xmlns:n="urn:n"/></Ask></s:Body></s:Envelope>""";
    client.sendRaw(session, "b", "?commit=true", "<any>" + envelope + "</any>");

    assertThat(client.post(batch(session, "b") + "/Response").body())
        .contains(
            "<s:Body><Answer xmlns=\"urn:d\" xmlns:a=\"http://www.w3.org/2005/08/addressing\""
                + " xmlns:x=\"urn:x\" x:kind=\"1 &quot;&lt;\"><a:To>&lt;&amp;</a:To>"
                + "<n:N xmlns:n=\"urn:n\"></n:N></Answer></s:Body>")
        .doesNotContain("RelatesTo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a\uFFFFb",
        "a\u0000",
        "a\uFFFFb\uFFFFc\u0000",
      })
  void wrongGenericBodiesAreRefused(String body) {
    int session = client.createSession("CcpEchoSvc");

    assertThat(code(client.sendRaw(session, "b", "?genericservice=true", body)))
        .isEqualTo(251723775);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<a>",
        "<a></b>",
        "<a><b/></a>",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
        "<a><s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Header/>"
            + "<s:Body><x/></s:Body></s:Envelope></a>",
        "<a><s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'"
            + " xmlns:a='http://www.w3.org/2005/08/addressing'><s:Header><a:Action>x</a:Action>"
            + "</s:Header><s:Body/></s:Envelope></a>",
        "<a><s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/></a>",
      })
  void wrongArraysOfMessagesAreRefused(String body) {
    int session = client.createSession("CcpEchoSvc");

    assertThat(code(client.sendRaw(session, "b", "", body))).isEqualTo(251723775);
  }

  @Test
  void messagesAreLimited() {
    int session = client.createSession(startInfo("CcpEchoSvc").put("MaxMessageSize", 100));

    assertThat(
            code(
                client.sendRaw(session, "b", "?genericservice=true", generic("x".repeat(200_000)))))
        .isEqualTo(33554448);
    assertThat(code(client.sendRaw(session, "b", "", soap(echo("", "", "x".repeat(200))))))
        .isEqualTo(33554448);
    assertThat(
            code(
                client.sendRaw(
                    session, "b", "?genericservice=true", "a\uFFFF" + "u".repeat(99) + "\u0000")))
        .isEqualTo(33554448);
    int roomy = client.createSession("CcpEchoSvc");
    assertThat(
            code(
                client.sendRaw(
                    roomy, "b", "?genericservice=true", "a\uFFFF" + "u".repeat(1025) + "\u0000")))
        .isEqualTo(251723775);
    assertThat(code(client.post(batch(roomy, "b"), "a"))).isEqualTo(251723775);
  }

  @Test
  void manyRequestsAreSentInOneChunkedBody() {
    int session = client.createSession("CcpEchoSvc");
    StringBuilder body = new StringBuilder("<a>");
    for (int i = 0; i < 5_000; i++) {
      body.append(echo("urn:" + i, "ü" + i, "payload " + i));
    }
    byte[] bytes = body.append("</a>").toString().getBytes(StandardCharsets.UTF_8);

    client
        .with("Content-Type", "application/octet-stream")
        .post(
            batch(session, "b") + "?commit=true",
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));

    assertThat(client.userData(session, "b", ""))
        .hasSize(5_001)
        .contains("ü0", "ü4999")
        .endsWith("Success");
  }

  @Test
  void uploadThatBreaksOffLeavesWhatCame() throws Exception {
    int session = client.createSession("CcpEchoSvc");
    URI server = URI.create(SIMULATORS.get().httpUrl());
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      String request =
          "POST /WindowsHPC"
              + batch(session, "b")
              + "?genericservice=true&commit=true HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n"
              + "Content-Type: application/octet-stream\r\napi-version: 2011-11-01\r\n"
              + "Authorization: Basic aHBjdXNlcjpzZWNyZXQ=\r\n\r\n"
              + generic("a")
              + "half";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      await().until(() -> SIMULATORS.get().hpcSoa().batch(session, "b").processed() == 1);
    }

    assertThat(client.status(session, "b")).isEqualTo("1");
    assertThat(client.userData(session, "b", "count=1")).containsExactly("a", "Success");
  }
}
