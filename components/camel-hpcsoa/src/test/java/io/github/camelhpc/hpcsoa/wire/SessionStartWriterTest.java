package io.github.camelhpc.hpcsoa.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelhpc.hpcsoa.model.SessionStartField;
import io.github.camelhpc.hpcsoa.model.SessionStartInfo;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionStartWriterTest {

  private static final SessionStartInfo REQUIRED =
      SessionStartInfo.of(
          Map.of(
              "serviceName", "EchoService",
              "username", "HPC\\alice",
              "password", "s<cr&t",
              "maxMessageSize", 65536,
              "runtime", "-1"));

  @Test
  void writesTheRequiredFieldsInOrdinalOrder() {
    assertThat(xml(REQUIRED))
        .isEqualTo(
            "<WebSessionStartInfo xmlns=\"http://hpc.microsoft.com/\""
                + " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<MaxMessageSize>65536</MaxMessageSize><Password>s&lt;cr&amp;t</Password>"
                + "<Runtime>-1</Runtime><ServiceName>EchoService</ServiceName>"
                + "<Username>HPC\\alice</Username></WebSessionStartInfo>");
    assertThat(json(REQUIRED))
        .isEqualTo(
            "{\"MaxMessageSize\":65536,\"Password\":\"s<cr&t\",\"Runtime\":-1,"
                + "\"ServiceName\":\"EchoService\",\"Username\":\"HPC\\\\alice\"}");
  }

  @Test
  void writesPairsVersionsAndBooleansAsDataContractsDo() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("b", "1 & 2");
    environment.put("a", "");
    SessionStartInfo info =
        REQUIRED
            .with(SessionStartField.ENVIRONMENTS, environment)
            .with(SessionStartField.SERVICE_VERSION, "1.0")
            .with(SessionStartField.USE_SESSION_POOL, true)
            .with(SessionStartField.CAN_PREEMPT, "False");

    assertThat(xml(info))
        .contains(
            "<CanPreempt>false</CanPreempt>"
                + "<Environments xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
                + "<a:KeyValueOfstringstring><a:Key>b</a:Key><a:Value>1 &amp; 2</a:Value></a:KeyValueOfstringstring>"
                + "<a:KeyValueOfstringstring><a:Key>a</a:Key><a:Value></a:Value></a:KeyValueOfstringstring>"
                + "</Environments><MaxMessageSize>")
        .contains(
            "<ServiceVersion xmlns:a=\"http://schemas.datacontract.org/2004/07/System\">"
                + "<a:_Build>-1</a:_Build><a:_Major>1</a:_Major><a:_Minor>0</a:_Minor>"
                + "<a:_Revision>-1</a:_Revision></ServiceVersion>"
                + "<UseSessionPool>true</UseSessionPool><Username>");
    assertThat(json(info))
        .contains("\"CanPreempt\":false,")
        .contains(
            "\"Environments\":[{\"Key\":\"b\",\"Value\":\"1 & 2\"},{\"Key\":\"a\",\"Value\":\"\"}]")
        .contains("\"ServiceVersion\":{\"_Build\":-1,\"_Major\":1,\"_Minor\":0,\"_Revision\":-1}");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionStartWriter.toXml(REQUIRED.with(SessionStartField.PASSWORD, null)))
        .withMessage("a session cannot be created without Password");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionStartWriter.toJson(SessionStartInfo.empty()))
        .withMessageEndingWith("ServiceName, Username, Password, MaxMessageSize, Runtime");
  }

  @Test
  void refusesWhatXmlCannotHoldWithoutShowingIt() {
    SessionStartInfo info = REQUIRED.with(SessionStartField.PASSWORD, "sec\u0001ret");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionStartWriter.toXml(info))
        .withMessage(
            "Password of a session has the character U+0001, which XML cannot hold; use dataFormat=json");
    assertThat(json(info)).contains("sec\\u0001ret");
  }

  private static String xml(SessionStartInfo info) {
    return new String(SessionStartWriter.toXml(info), StandardCharsets.UTF_8);
  }

  private static String json(SessionStartInfo info) {
    return new String(SessionStartWriter.toJson(info), StandardCharsets.UTF_8);
  }
}
