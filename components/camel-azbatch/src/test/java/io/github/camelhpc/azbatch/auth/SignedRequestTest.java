package io.github.camelhpc.azbatch.auth;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelhpc.support.camel.ServiceConfiguration;
import io.github.camelhpc.support.camel.ServiceConnection;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.http.ServiceRequest;
import io.github.camelhpc.support.http.ServiceUrls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is signed is what arrives: a server makes the text of what it received, and compares. All
 * requests have the parameter {@code a=1}, so that the text's end is known.
 */
class SignedRequestTest {

  private static final byte[] KEY = "a public key".getBytes(StandardCharsets.UTF_8);
  private static final List<String> SIGNED =
      List.of(
          "Content-Encoding",
          "Content-Language",
          "Content-Length",
          "Content-MD5",
          "Content-Type",
          "Date",
          "If-Modified-Since",
          "If-Match",
          "If-None-Match",
          "If-Unmodified-Since",
          "Range");

  private static final class Configuration extends ServiceConfiguration {}

  private final CamelContext context = new DefaultCamelContext();
  private HttpServer server;
  private ServiceConnection connection;

  @BeforeEach
  void connect() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", SignedRequestTest::verify);
    server.start();
    connection =
        ServiceConnection.open(
            context,
            "azbatch",
            ServiceUrls.of(
                "azbatch", List.of("http://127.0.0.1:" + server.getAddress().getPort()), "/"),
            new Configuration(),
            new SharedKeyAuthorizer(
                "Account", Base64.getEncoder().encodeToString(KEY), Clock.systemUTC()),
            failed -> new ServiceOperationFailedException(failed, null, failed.text(), null));
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    server.stop(0);
    context.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /jobs, ",
    "HEAD, /pools/p1, ",
    "DELETE, /jobs/j1, ",
    "DELETE, /jobs/j1, {}",
    "POST, /jobs/j1/enable, ",
    "POST, /jobs, {}",
    "POST, /jobs, '{\"id\":\"ä€\"}'",
    "POST, /jobs, ''",
    "PUT, /jobs/j1, {}",
    "PUT, /jobs/j1, ",
    "PATCH, /jobs/j1, {}",
    "PATCH, /jobs/j1, ",
    "GET, /prefix/jobs/J%201/tasks/t/files/wd%2Fout%2b%C3%A4.txt, ",
    "GET, /jobs/./j1//, "
  })
  void signatureIsThatOfWhatArrives(String method, String path, String body) {
    HttpEntity entity =
        body == null
            ? null
            : new StringEntity(
                body, ContentType.parse("application/json; odata=minimalmetadata; charset=utf-8"));
    Map<String, String> headers =
        Map.of(
            "If-Match",
            "0x8D",
            "If-Modified-Since",
            "Sat, 31 Jan 2026 12:00:00 GMT",
            "ocp-range",
            "bytes=0-9",
            "client-request-id",
            "1");
    ServiceRequest request =
        new ServiceRequest("azbatch:any", method, path + "?a=1", headers, entity, false);

    assertThatCode(() -> connection.client().execute(request).close()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"GET", "POST"})
  void typeMayBeGivenWithoutBody(String method) {
    Map<String, String> headers = Map.of("Content-Type", "application/json; charset=utf-8");
    ServiceRequest request =
        new ServiceRequest("azbatch:any", method, "/jobs?a=1", headers, null, false);

    assertThatCode(() -> connection.client().execute(request).close()).doesNotThrowAnyException();
  }

  private static void verify(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getRequestHeaders();
      String text =
          exchange.getRequestMethod()
              + "\n"
              + SIGNED.stream()
                  .map(name -> headers.getOrDefault(name, List.of("")).get(0) + "\n")
                  .collect(joining())
              + Stream.of("ocp-date", "ocp-range")
                  .filter(headers::containsKey)
                  .map(name -> name + ":" + headers.getFirst(name) + "\n")
                  .collect(joining())
              + "/account/"
              + exchange.getRequestURI().getRawPath().replaceFirst("^/+", "")
              + "\na:1";
      boolean right =
          ("SharedKey Account:" + signature(text)).equals(headers.getFirst("Authorization"));
      byte[] answer = right ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(right ? 200 : 403, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
