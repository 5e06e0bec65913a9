package io.github.camelhpc.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPasswordTest {

  private record Settings(
      String username, Optional<String> password, int submissionsPerSecond, Duration requestTimeout)
      implements ApiSettings {}

  private final ApiPassword password = password("user", "pass:wört", "0.0.0.0");

  private static ApiPassword password(String user, String password, String host) {
    return new ApiPassword(
        new Settings(user, Optional.ofNullable(password), 1, Duration.ZERO), host);
  }

  @Test
  void theUserWithThePasswordIsIn() {
    assertThat(password.isIn("Basic " + base64("user:pass:wört"))).isTrue();
    assertThat(password.isIn("bASIC  " + base64("user:pass:wört"))).isTrue();
  }

  @Test
  void nobodyElseIs() {
    assertThat(password.isIn(null)).isFalse();
    assertThat(password.isIn("")).isFalse();
    assertThat(password.isIn("Basic")).isFalse();
    assertThat(password.isIn("Basic ")).isFalse();
    assertThat(password.isIn("Basic not-base64")).isFalse();
    assertThat(password.isIn("Bearer " + base64("user:pass:wört"))).isFalse();
    assertThat(password.isIn("Basic " + base64("user:pass:wort"))).isFalse();
    assertThat(password.isIn("Basic " + base64("user:"))).isFalse();
    assertThat(password.isIn("Basic " + base64("other:pass:wört"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
  void onlyThisMachineReachesLoopback(String host) {
    assertThat(ApiPassword.isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid"})
  void othersReachAllElse(String host) {
    assertThat(ApiPassword.isLoopback(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1"})
  void withoutAPasswordOthersMustNotReachIt(String host) {
    assertThatThrownBy(() -> password("user", null, host).require(null))
        .hasMessage(
            "quarkus.http.host="
                + host
                + " lets other machines run jobs here without a password: set app.api.password, or"
                + " quarkus.http.host=127.0.0.1");
    assertThatCode(() -> password("user", null, "127.0.0.1").require(null))
        .doesNotThrowAnyException();
    assertThatCode(() -> password("user", "x".repeat(16), host).require(null))
        .doesNotThrowAnyException();
  }

  @Test
  void aPasswordThatCanBeGuessedIsRefusedOnThisMachineToo() {
    assertThatThrownBy(() -> password("user", "x".repeat(15), "127.0.0.1").require(null))
        .hasMessage("app.api.password is too short: it needs 16 characters or more");
  }

  @Test
  void aUserWithAColonIsRefused() {
    assertThatThrownBy(() -> password("us:er", "x".repeat(16), "127.0.0.1").require(null))
        .hasMessageStartingWith("app.api.username must not contain a colon");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
