package io.github.camelhpc.azbatch.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringToSignTest {

  /** Lines of the text, counted from 0. */
  private static final int LENGTH = 3;

  private static final int TYPE = 5;
  private static final int FIRST_CANONICAL = 12;

  @ParameterizedTest
  @CsvSource({
    "Content-Encoding, 1",
    "Content-Language, 2",
    "Content-MD5, 4",
    "Content-Type, 5",
    "Date, 6",
    "If-Modified-Since, 7",
    "If-Match, 8",
    "If-None-Match, 9",
    "If-Unmodified-Since, 10",
    "Range, 11"
  })
  void everyHeaderHasItsLine(String name, int line) {
    ClassicHttpRequest request = request("GET", "/jobs");
    request.setHeader(name.toLowerCase(), "the value");

    List<String> lines = lines(request);

    assertThat(lines.get(0)).isEqualTo("GET");
    assertThat(lines.get(line)).isEqualTo("the value");
    lines.remove(line);
    assertThat(lines.subList(1, FIRST_CANONICAL - 1)).containsOnly("");
    assertThat(lines).last().isEqualTo("/account/jobs");
  }

  @ParameterizedTest
  @CsvSource({"POST,0", "PUT,0", "PATCH,0", "GET,''", "HEAD,''", "DELETE,''"})
  void lengthWithoutBody(String method, String length) {
    assertThat(lines(request(method, "/jobs/j1")).get(LENGTH)).isEqualTo(length);
  }

  @Test
  void lengthOfTheBodyIsInBytes() {
    assertThat(lines(withBody(new StringEntity("ä€", ContentType.APPLICATION_JSON))).get(LENGTH))
        .isEqualTo("5");
  }

  @Test
  void bodyOfUnknownLengthIsSentInChunks() {
    HttpEntity chunked =
        new InputStreamEntity(new ByteArrayInputStream(new byte[9]), ContentType.APPLICATION_JSON);

    assertThat(lines(withBody(chunked)).get(LENGTH)).isEmpty();
  }

  @Test
  void typeOfTheBodyCountsUnlessTheRequestSaysAnother() {
    ClassicHttpRequest request = withBody(new StringEntity("{}", ContentType.APPLICATION_JSON));
    assertThat(lines(request).get(TYPE)).isEqualTo("application/json; charset=UTF-8");

    request.setHeader("Content-Type", "text/plain");
    assertThat(lines(request).get(TYPE)).isEqualTo("text/plain");
  }

  @Test
  void headersOfTheServiceAreSorted() {
    ClassicHttpRequest request = request("GET", "/jobs");
    request.setHeader("ocp-Range", "  bytes=0-9 ");
    request.setHeader("client-request-id", "left out");
    request.setHeader("OCP-Date", "today");
    request.setHeader("x-ocp-other", "left out");

    List<String> lines = lines(request);

    assertThat(lines.subList(FIRST_CANONICAL, lines.size()))
        .containsExactly("ocp-date:today", "ocp-range:bytes=0-9 ", "/account/jobs");
  }

  @Test
  void lineBreakInAHeaderIsABlank() {
    ClassicHttpRequest request = request("GET", "/jobs");
    request.setHeader("ocp-note", "a\nb");

    assertThat(lines(request).get(FIRST_CANONICAL)).isEqualTo("ocp-note:a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jobs/J1/tasks/t/files/wd%2Fout.txt",
        "/jobs/a%2fb",
        "/jobs/a%20b+c",
        "/prefix/of/a/proxy/jobs"
      })
  void pathIsTakenAsItIs(String path) {
    assertThat(resource(path)).isEqualTo("/account" + path);
  }

  @ParameterizedTest
  @CsvSource({"'', /account/", "/, /account/", "//jobs, /account/jobs", "/jobs/, /account/jobs/"})
  void pathBeginsWithOneSlash(String path, String resource) {
    assertThat(resource(path)).isEqualTo(resource);
  }

  @Test
  void onlyTheAccountIsInLowerCase() {
    ClassicHttpRequest request = request("GET", "/Jobs/J1");

    assertThat(StringToSign.of(request, "AcCount")).endsWith("\n/account/Jobs/J1");
  }

  @Test
  void parametersAreSortedByTheirLowerCasedNames() {
    assertThat(resource("/jobs?timeout=30&API-Version=1.B&$Filter=F&maxresults=5"))
        .isEqualTo("/account/jobs\n$filter:F\napi-version:1.B\nmaxresults:5\ntimeout:30");
  }

  @Test
  void valuesAreDecoded() {
    assertThat(resource("/jobs?%24filter=id%20eq%20%27%C3%A4%2Bb%26c%3D%25%2F%27&a=1+2"))
        .isEqualTo("/account/jobs\n$filter:id eq 'ä+b&c=%/'\na:1 2");
  }

  @Test
  void linkToTheNextPageIsSignedAsItCame() {
    assertThat(resource("/jobs?api-version=1&$skiptoken=WATV2:a/b:c=d$e%5E?f"))
        .isEqualTo("/account/jobs\n$skiptoken:WATV2:a/b:c=d$e^?f\napi-version:1");
  }

  @Test
  void parameterWithoutValueIsEmpty() {
    assertThat(resource("/jobs?b&a=&&c=")).isEqualTo("/account/jobs\na:\nb:\nc:");
  }

  @Test
  void parameterGivenTwiceIsThereTwiceInItsOrder() {
    assertThat(resource("/jobs?b=2&a=0&B=1")).isEqualTo("/account/jobs\na:0\nb:2\nb:1");
  }

  @Test
  void nothingStandsBehindTheLastPart() {
    assertThat(StringToSign.of(request("GET", "/jobs"), "a")).endsWith("/a/jobs");
    assertThat(StringToSign.of(request("GET", "/jobs?x=1"), "a")).endsWith("/a/jobs\nx:1");
  }

  private static String resource(String target) {
    String text = StringToSign.of(request("GET", target), "account");
    assertThat(text).startsWith("GET" + "\n".repeat(FIRST_CANONICAL) + "/");
    return text.substring("GET".length() + FIRST_CANONICAL);
  }

  private static ClassicHttpRequest withBody(HttpEntity body) {
    ClassicHttpRequest request = request("POST", "/jobs");
    request.setEntity(body);
    return request;
  }

  private static ClassicHttpRequest request(String method, String target) {
    return ClassicRequestBuilder.create(method)
        .setUri(URI.create("http://localhost:8080" + target))
        .build();
  }

  private static List<String> lines(ClassicHttpRequest request) {
    return new ArrayList<>(List.of(StringToSign.of(request, "account").split("\n", -1)));
  }
}
