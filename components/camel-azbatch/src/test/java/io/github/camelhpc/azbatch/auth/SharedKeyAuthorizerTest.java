package io.github.camelhpc.azbatch.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The signatures here were computed with openssl over a text written by hand from facts/azbatch.md
 * §7.1: {@code printf '…' | openssl dgst -sha256 -mac HMAC -macopt hexkey:… -binary | base64}.
 */
class SharedKeyAuthorizerTest {

  private static final String KEY = "YSBwdWJsaWMga2V5IG9mIDMyIGJ5dGVzIGZvciB0ZXM=";
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final String URL = "https://hpcaccount.westeurope.batch.azure.com";
  private static final String VERSION = "api-version=2024-07-01.20.0";

  @Test
  void list() {
    assertThat(signed("GET", URL + "/jobs?" + VERSION))
        .isEqualTo("SharedKey HpcAccount:YhijHjdFWMQnhI7l3apv2jldA5kl3wd+Ix01jeQEia8=");
  }

  @Test
  void bodyAndTimeout() {
    ClassicHttpRequest request =
        request("POST", URL + "/jobs/Nightly/tasks?" + VERSION + "&timeout=30");
    request.setEntity(
        new StringEntity(
            "{}", ContentType.parse("application/json; odata=minimalmetadata; charset=utf-8")));

    assertThat(signed(request))
        .isEqualTo("SharedKey HpcAccount:A+Nqdvm8Zp/AUXZNw2FbAvjfXSCh3DqRizKCDLucB7Q=");
  }

  @Test
  void partOfAFileBehindAPrefix() {
    ClassicHttpRequest request =
        request(
            "GET",
            "http://localhost:8080/batch/jobs/j%201/tasks/t/files/wd%2F%C3%A4.txt?"
                + VERSION
                + "&$filter=state%20eq%20%27%C3%A4%27");
    request.setHeader("ocp-range", "bytes=0-9");

    assertThat(signed(request))
        .isEqualTo("SharedKey HpcAccount:3gBob0nYN2TXYeyrAI1qcdJ5ILNLfO2ycEgtepIJaug=");
  }

  @Test
  void conditionAndNoBody() {
    ClassicHttpRequest request = request("POST", URL + "/jobs/j1/enable?" + VERSION);
    request.setHeader("If-Match", "0x8D");

    assertThat(signed(request))
        .isEqualTo("SharedKey HpcAccount:QMT8yhRObGqV0JNu4B+cDDaHX7Axrr2hst3BCjavoSE=");
  }

  @Test
  void everyAttemptHasItsTime() {
    HandSetClock clock = new HandSetClock(NOON);
    SharedKeyAuthorizer authorizer = new SharedKeyAuthorizer("a", KEY, clock);
    ClassicHttpRequest request = request("GET", URL + "/jobs?" + VERSION);
    request.setHeader("Date", "Sat, 31 Jan 2026 11:00:00 GMT");

    authorizer.authorize(request);
    String first = request.getFirstHeader("Authorization").getValue();
    clock.goOn(Duration.ofMinutes(20));
    authorizer.authorize(request);

    assertThat(request.getHeaders("ocp-date"))
        .singleElement()
        .satisfies(h -> assertThat(h.getValue()).isEqualTo("Sat, 31 Jan 2026 12:20:00 GMT"));
    assertThat(request.getHeaders("Authorization"))
        .singleElement()
        .satisfies(h -> assertThat(h.getValue()).isNotEqualTo(first));
    assertThat(request.getFirstHeader("Date")).isNull();
  }

  @Test
  void dayOfTheMonthHasTwoDigits() {
    ClassicHttpRequest request = request("GET", URL + "/jobs?" + VERSION);

    new SharedKeyAuthorizer("a", KEY, Clock.fixed(Instant.EPOCH, ZoneOffset.ofHours(9)))
        .authorize(request);

    assertThat(request.getFirstHeader("ocp-date").getValue())
        .isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
  }

  @Test
  void blanksAroundTheKeyDoNotMatter() {
    ClassicHttpRequest request = request("GET", URL + "/jobs?" + VERSION);

    new SharedKeyAuthorizer("HpcAccount", " " + KEY + "\n", Clock.fixed(NOON, ZoneOffset.UTC))
        .authorize(request);

    assertThat(request.getFirstHeader("Authorization").getValue())
        .endsWith("YhijHjdFWMQnhI7l3apv2jldA5kl3wd+Ix01jeQEia8=");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "no+base64!s3cret", "abcde"})
  void keyMustBeBase64(String key) {
    assertThatThrownBy(() -> new SharedKeyAuthorizer("a", key, Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option accountKey")
        .hasNoCause()
        .message()
        .doesNotContain("s3cret", "abcde");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "two words", "a:b", "a\r\nX-Header: b"})
  void accountMustHaveAName(String name) {
    assertThatThrownBy(() -> new SharedKeyAuthorizer(name, KEY, Clock.systemUTC()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option accountName");
  }

  @Test
  void keyIsNotShown() {
    SharedKeyAuthorizer authorizer = new SharedKeyAuthorizer("a", KEY, Clock.systemUTC());

    assertThat(authorizer.toString()).doesNotContain(KEY, "public key");
  }

  private static String signed(String method, String url) {
    return signed(request(method, url));
  }

  private static String signed(ClassicHttpRequest request) {
    new SharedKeyAuthorizer("HpcAccount", KEY, Clock.fixed(NOON, ZoneOffset.UTC))
        .authorize(request);
    return request.getFirstHeader("Authorization").getValue();
  }

  private static ClassicHttpRequest request(String method, String url) {
    return ClassicRequestBuilder.create(method).setUri(URI.create(url)).build();
  }
}
