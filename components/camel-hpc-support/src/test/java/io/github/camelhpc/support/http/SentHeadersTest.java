package io.github.camelhpc.support.http;

import static io.github.camelhpc.test.server.Replies.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.test.server.MisbehavingServer;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the HTTP client adds to a request after it has been authorised. An authorizer that signs
 * requests has to know it beforehand.
 */
class SentHeadersTest extends ServiceClientTestSupport {

  private static final String TYPE = "application/json; odata=minimalmetadata; charset=utf-8";

  @ParameterizedTest
  @CsvSource({"POST,0", "PUT,0", "PATCH,0", "GET,", "HEAD,", "DELETE,"})
  void lengthWithoutBody(String method, String length) throws Exception {
    Request sent = sent(method, "/jobs/42", Map.of(), null);

    assertThat(sent.header("Content-Length")).isEqualTo(length);
    assertThat(sent.header("Transfer-Encoding")).isNull();
    assertThat(sent.header("Content-Type")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void lengthAndTypeOfTheBody(String method) throws Exception {
    Request sent = sent(method, "/jobs/42", Map.of(), json("{\"id\":\"ä\"}"));

    assertThat(sent.header("Content-Length")).isEqualTo("11");
    assertThat(sent.header("Content-Type")).isEqualTo(TYPE);
    assertThat(sent.header("Content-Encoding")).isNull();
  }

  @Test
  void emptyBodyHasALength() throws Exception {
    assertThat(sent("POST", "/jobs", Map.of(), json("")).header("Content-Length")).isEqualTo("0");
  }

  @Test
  void typeThatIsGivenStays() throws Exception {
    Request sent = sent("POST", "/jobs", Map.of("content-type", "text/plain"), json("{}"));

    assertThat(sent.header("Content-Type")).isEqualTo("text/plain");
  }

  @Test
  void typeCanBeGivenWithoutBody() throws Exception {
    Request sent = sent("GET", "/jobs", Map.of("Content-Type", TYPE), null);

    assertThat(sent.header("Content-Type")).isEqualTo(TYPE);
    assertThat(sent.header("Content-Length")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jobs/a%2Fb%2fc/x%20y%2By",
        "/jobs//a/./b/../c",
        "/jobs?$filter=a%20eq%20%27b%27&x=1+2&$skiptoken=a/b:c=d$%5E"
      })
  void pathAndQueryAreSentAsTheyAre(String target) throws Exception {
    assertThat(sent("GET", target, Map.of(), null).target()).isEqualTo("/hpc" + target);
  }

  @Test
  void noDateIsAdded() throws Exception {
    assertThat(sent("GET", "/jobs", Map.of(), null).header("Date")).isNull();
  }

  private Request sent(String method, String target, Map<String, String> headers, HttpEntity body)
      throws Exception {
    MisbehavingServer server = server(ok(""));
    client(server)
        .execute(new ServiceRequest("x:any", method, target, headers, body, false))
        .close();
    return server.requests().get(0);
  }

  private static HttpEntity json(String text) {
    return new StringEntity(text, ContentType.parse(TYPE));
  }
}
