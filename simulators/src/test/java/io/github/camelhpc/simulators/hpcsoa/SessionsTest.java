package io.github.camelhpc.simulators.hpcsoa;

import static io.github.camelhpc.simulators.hpcsoa.SoaClient.code;
import static io.github.camelhpc.simulators.hpcsoa.SoaClient.startInfo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions and what they are started with. */
@Timeout(60)
class SessionsTest {

  @RegisterExtension
  static final RunningSimulators SIMULATORS =
      new RunningSimulators(
          builder ->
              builder
                  .soaMaxSessions(3)
                  .soaService("Versioned", "1.0", SoaCall::body)
                  .soaService("Versioned", "2.5", SoaCall::body));

  private SoaClient client;

  @BeforeEach
  void client() {
    client = SoaClient.of(SIMULATORS.get());
  }

  @Test
  void sessionIsCreatedAttachedAndClosedInJson() {
    HttpResponse<String> created = client.create(startInfo("CcpEchoSvc"));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            "{\"BrokerNode\":\"127.0.0.1\",\"Id\":1,\"IsDurable\":false,\"MaxMessageSize\":65536,"
                + "\"ServiceOperationTimeout\":86400000,\"ServiceVersion\":null}");
    HttpResponse<String> attached = client.get("/session/1/Attach?durable=False");
    assertThat(attached.statusCode()).isEqualTo(200);
    assertThat(attached.body()).isEqualTo(created.body());
    assertThat(SIMULATORS.get().hpcSoa().sessionCount()).isEqualTo(1);
    HttpResponse<String> closed = client.post("/session/1/Close");
    assertThat(closed.statusCode()).isEqualTo(200);
    assertThat(closed.body()).isEmpty();
    assertThat(SIMULATORS.get().hpcSoa().sessionCount()).isZero();
    assertThat(code(client.get("/session/1/Attach?durable=false"))).isEqualTo(50331649);
    assertThat(code(client.post("/session/1/Close"))).isEqualTo(50331649);
    assertThat(code(client.get("/session/1/batch/b/Status"))).isEqualTo(33554447);
  }

  @Test
  void sessionIsCreatedInXml() {
    HttpResponse<String> created =
        createXml(
            "<MaxMessageSize>1000</MaxMessageSize><Password>secret</Password><Runtime>-1</Runtime>"
                + "<ServiceName>Versioned</ServiceName>"
                + "<ServiceOperationTimeout>5000</ServiceOperationTimeout>"
                + "<Unknown>x</Unknown><Username>hpcuser</Username>");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            "<WebSessionInfo xmlns=\"http://hpc.microsoft.com/\""
                + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<BrokerNode>127.0.0.1</BrokerNode><Id>1</Id><IsDurable>false</IsDurable>"
                + "<MaxMessageSize>1000</MaxMessageSize>"
                + "<ServiceOperationTimeout>5000</ServiceOperationTimeout>"
                + "<ServiceVersion"
                + " xmlns:a=\"http://schemas.datacontract.org/2004/07/System\">"
                + "<a:_Build>-1</a:_Build><a:_Major>2</a:_Major><a:_Minor>5</a:_Minor>"
                + "<a:_Revision>-1</a:_Revision></ServiceVersion></WebSessionInfo>");
    assertThat(client.xml().create(startInfo("CcpEchoSvc")).body())
        .contains(
            "<ServiceVersion xmlns:a=\"http://schemas.datacontract.org/2004/07/System\""
                + " i:nil=\"true\"/>");
  }

  private HttpResponse<String> createXml(String fields) {
    return client
        .xml()
        .with("Content-Type", "application/xml; charset=utf-8")
        .post(
            "/sessions/Create?durable=false",
            "<WebSessionStartInfo xmlns=\"http://hpc.microsoft.com/\">"
                + fields
                + "</WebSessionStartInfo>");
  }

  @Test
  void elementsOutOfOrderAreDroppedAsADataContractDoes() {
    HttpResponse<String> refused =
        createXml(
            "<Password>secret</Password><MaxMessageSize>1000</MaxMessageSize><Runtime>-1</Runtime>"
                + "<ServiceName>CcpEchoSvc</ServiceName><Username>hpcuser</Username>");

    assertThat(code(refused)).isEqualTo(251723775);
    assertThat(refused.body()).contains("MaxMessageSize is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ServiceName", "Username", "Password", "MaxMessageSize", "Runtime"})
  void requiredFieldsAreRequired(String field) {
    JsonObject start = startInfo("CcpEchoSvc");
    start.remove(field);

    HttpResponse<String> refused = client.create(start);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(code(refused)).isEqualTo(251723775);
    assertThat(refused.body()).contains(field + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "MaxMessageSize,0",
    "MaxMessageSize,many",
    "Runtime,0",
    "Runtime,-2",
    "ClientIdleTimeout,-1",
    "SessionIdleTimeout,-1",
    "Username,"
        + "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu",
  })
  void wrongFieldsAreRefused(String field, String value) {
    assertThat(code(client.create(startInfo("CcpEchoSvc").put(field, value)))).isEqualTo(251723775);
  }

  @Test
  void bodiesThatAreNoStartInformationAreRefused() {
    String path = "/sessions/Create?durable=false";
    SoaClient json = client.with("Content-Type", "application/json");
    SoaClient xml = client.with("Content-Type", "application/xml");

    assertThat(code(json.post(path, "[1]"))).isEqualTo(251723775);
    assertThat(code(json.post(path, "{"))).isEqualTo(251723775);
    assertThat(code(xml.post(path, "<WebSessionStartInfo/>"))).isEqualTo(251723775);
    assertThat(code(xml.post(path, "<a"))).isEqualTo(251723775);
    assertThat(code(xml.post(path, "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")))
        .isEqualTo(251723775);
    assertThat(code(client.with("Content-Type", "text/plain").post(path, "{}")))
        .isEqualTo(251723775);
  }

  @Test
  void sessionsThatCannotBeAreRefusedWithTheirCodes() {
    assertThat(code(client.create(startInfo("Nothing")))).isEqualTo(50331678);
    assertThat(code(client.create(startInfo("CcpEchoSvc").put("ServiceVersion", "1.0"))))
        .isEqualTo(50331680);
    assertThat(
            code(
                client.create(
                    startInfo("Versioned")
                        .put(
                            "ServiceVersion", new JsonObject().put("_Major", 3).put("_Minor", 0)))))
        .isEqualTo(50331680);
    assertThat(code(client.create(startInfo("CcpEchoSvc").put("Password", "wrong"))))
        .isEqualTo(50331650);
    assertThat(code(client.post("/sessions/Create?durable=true"))).isEqualTo(50331698);
    assertThat(code(client.post("/sessions/Create"))).isEqualTo(251723775);
    assertThat(code(client.get("/session/99/Attach?durable=false"))).isEqualTo(50331649);
    assertThat(code(client.get("/session/x/Attach?durable=false"))).isEqualTo(50331649);
    int session = client.createSession("CcpEchoSvc");
    assertThat(code(client.get("/session/" + session + "/Attach?durable=true")))
        .isEqualTo(50331658);
    assertThat(code(client.get("/session/" + session + "/Attach"))).isEqualTo(251723775);
  }

  @Test
  void numberOfSessionsIsLimited() {
    for (int i = 0; i < 3; i++) {
      client.createSession("CcpEchoSvc");
    }

    assertThat(code(client.create(startInfo("CcpEchoSvc")))).isEqualTo(251658240);
    client.post("/session/1/Close");
    assertThat(client.createSession("CcpEchoSvc")).isEqualTo(4);
  }

  @Test
  void versionsOfAServiceAreListed() {
    assertThat(client.get("/SoaService/Versioned/Versions").body()).isEqualTo("[\"1.0\",\"2.5\"]");
    assertThat(client.xml().get("/SoaService/CcpEchoSvc/Versions").body())
        .startsWith("<ArrayOfstring xmlns=")
        .endsWith("></ArrayOfstring>");
    assertThat(code(client.get("/SoaService/Nothing/Versions"))).isEqualTo(50331678);
  }
}
