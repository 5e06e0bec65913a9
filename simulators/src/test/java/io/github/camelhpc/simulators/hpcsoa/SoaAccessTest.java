package io.github.camelhpc.simulators.hpcsoa;

import static io.github.camelhpc.simulators.hpcsoa.SoaClient.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.HpcSimulatorsBuilder;
import io.github.camelhpc.simulators.RunningSimulators;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Addresses, credentials, rights, and the forms of faults. */
@Timeout(60)
class SoaAccessTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private SoaClient client;

  @BeforeEach
  void client() {
    client = SoaClient.of(SIMULATORS.get());
  }

  @Test
  void everyOperationIsNamed() {
    assertThat(HpcSoaSimulator.operations())
        .containsExactlyInAnyOrder(
            "getClusters",
            "createSession",
            "attachSession",
            "sendRequests",
            "commitRequests",
            "getRequestStatus",
            "getResponses",
            "purgeBatch",
            "closeSession",
            "getServiceVersions");
  }

  @Test
  void clustersAreXmlOnly() {
    HttpResponse<String> response = client.get("/Clusters");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/xml; charset=utf-8");
    assertThat(response.body())
        .isEqualTo(
            "<ArrayOfObject xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\""
                + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><Object><Properties>"
                + "<Property><Name>Name</Name><Value>HPCCluster</Value></Property></Properties>"
                + "</Object></ArrayOfObject>");
  }

  @Test
  void faultsNameTheirValues() {
    assertThat(client.get("/session/99/Attach?durable=false").body())
        .isEqualTo(
            "{\"Code\":50331649,\"Message\":\"The session id, {0}, is invalid.\","
                + "\"Values\":[{\"key\":\"0\",\"value\":\"99\"}]}");
    assertThat(client.without("Accept").get("/session/99/Attach?durable=false").body())
        .isEqualTo(
            "<HpcWebServiceFault xmlns=\"http://schemas.microsoft.com/HPCS2008R2/common\""
                + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><Code>50331649</Code>"
                + "<Message>The session id, {0}, is invalid.</Message><Values"
                + " xmlns:a=\"http://schemas.datacontract.org/2004/07/System.Collections.Generic\">"
                + "<a:KeyValuePairOfstringstring><a:key>0</a:key><a:value>99</a:value>"
                + "</a:KeyValuePairOfstringstring></Values></HpcWebServiceFault>");
    assertThat(client.xml().get("/session/1/Attach").body()).contains("<Values i:nil=\"true\"");
  }

  @Test
  void apiVersionIsRequired() {
    SoaClient plain = client.without("api-version");

    HttpResponse<String> refused = plain.get("/Clusters");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(code(refused)).isEqualTo(50331700);
    assertThat(plain.get("/Clusters?api-version=2012-11-01.4.0").statusCode()).isEqualTo(200);
    assertThat(client.with("api-version", "2011-11").get("/Clusters").statusCode()).isEqualTo(200);
    assertThat(code(client.with("api-version", "1").get("/Clusters?api-version=2011-11-01")))
        .isEqualTo(50331700);
  }

  @Test
  void addressesComeWithAndWithoutTheCluster() {
    int session = client.below("/hpccluster").createSession("CcpEchoSvc");

    assertThat(client.status(session, "b")).isEqualTo("1");
    assertThat(client.below("/HPCCluster").status(session, "b")).isEqualTo("1");
    SoaClient otherCase = client.at(SIMULATORS.get().httpUrl() + "/windowshpc");
    assertThat(otherCase.get("/Session/" + session + "/BATCH/b/status").body()).isEqualTo("1");
    assertThat(client.get("/Other/session/1/batch/b/Status").statusCode()).isEqualTo(404);
    assertThat(client.get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(client.post("/session/1/Attach").statusCode()).isEqualTo(405);
  }

  @Test
  void brokerNodeAndClusterHaveTheirConfiguredNames() {
    try (HpcSimulators simulators =
        HpcSimulators.builder()
            .user("hpcuser", "secret")
            .soaBrokerNode("svc1.example.net")
            .soaCluster("Blue")
            .start()) {
      SoaClient blue = SoaClient.of(simulators);

      assertThat(blue.get("/Clusters").body()).contains("<Value>Blue</Value>");
      assertThat(blue.below("/Blue").create(SoaClient.startInfo("CcpEchoSvc")).body())
          .contains("\"BrokerNode\":\"svc1.example.net\"");
      assertThat(blue.below("/HPCCluster").get("/session/1/Attach").body())
          .contains("There is no cluster 'HPCCluster' here, but Blue.");
    }
  }

  @Test
  void wrongSettingsAreSaidInASentence() {
    HpcSimulatorsBuilder builder = HpcSimulators.builder();

    assertThatIllegalArgumentException().isThrownBy(() -> builder.soaWorkers(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.soaMaxSessions(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.soaRequestTime(Duration.ofMillis(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.soaElementPrefix("Other"))
        .withMessage("SOA element names begin with HPCServer2008 or HPCPack2008, not Other.");
    assertThatIllegalArgumentException().isThrownBy(() -> builder.soaCluster("a/b"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.soaService(" ", SoaCall::body));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.soaService("A", "one", SoaCall::body));
  }

  @Test
  void wrongCredentialsAreForbidden() {
    HttpResponse<String> refused = client.as("hpcuser", "wrong").get("/Clusters");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(code(refused)).isEqualTo(50331650);
    assertThat(client.without("Authorization").get("/Clusters").statusCode()).isEqualTo(401);
    HttpResponse<String> upload =
        client.as("hpcuser", "wrong").sendRaw(1, "b", "", "x".repeat(500_000));
    assertThat(upload.statusCode()).isEqualTo(403);
  }

  @Test
  void postNeedsALength() throws Exception {
    URI server = URI.create(SIMULATORS.get().httpUrl());
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      String request =
          "POST /WindowsHPC/session/1/Close HTTP/1.1\r\nHost: x\r\napi-version: 2011-11-01\r\n"
              + "Authorization: Basic aHBjdXNlcjpzZWNyZXQ=\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      byte[] answer = socket.getInputStream().readNBytes(12);

      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 411");
    }
  }

  @Test
  void sessionBelongsToItsOwner() {
    int session = client.createSession("CcpEchoSvc");
    SoaClient other = client.as("other", "secret2");

    List<HttpResponse<String>> answers =
        List.of(
            other.get("/session/" + session + "/Attach?durable=false"),
            other.get(SoaClient.batch(session, "b") + "/Status"),
            other.post(SoaClient.batch(session, "b") + "/Response"),
            other.sendRaw(session, "b", "?genericservice=true", SoaClient.generic("x")),
            other.post("/session/" + session + "/Close"));

    assertThat(answers)
        .allSatisfy(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(403);
              assertThat(code(refused)).isEqualTo(50331701);
            });
  }
}
