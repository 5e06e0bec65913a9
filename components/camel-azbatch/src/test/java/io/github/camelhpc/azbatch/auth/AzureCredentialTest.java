package io.github.camelhpc.azbatch.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.github.camelhpc.support.http.AuthorizationFailedException;
import io.github.camelhpc.support.token.IssuedToken;
import io.github.camelhpc.support.token.TokenSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AzureCredentialTest {

  private static final String SCOPE = "https://batch.core.example/.default";
  private static final Instant SOON = Instant.parse("2026-01-31T12:00:00Z");

  private final CamelContext context = new DefaultCamelContext();

  @AfterEach
  void close() throws Exception {
    context.close();
  }

  /** Its tokens tell who gave them, and what for. */
  private static TokenCredential credential(String name) {
    return request ->
        Mono.just(
            new AccessToken(
                name + " for " + request.getScopes(),
                OffsetDateTime.ofInstant(SOON, ZoneOffset.ofHours(2))));
  }

  @Test
  void givenCredentialCounts() throws Exception {
    context.getRegistry().bind("other", credential("other"));

    IssuedToken token = source(credential("mine")).fetch();

    assertThat(token).isEqualTo(new IssuedToken("mine for [" + SCOPE + "]", SOON));
  }

  @Test
  void onlyOneInTheRegistryIsTaken() throws Exception {
    context.getRegistry().bind("any", credential("any"));

    assertThat(source(null).fetch().value()).startsWith("any for ");
  }

  @Test
  void severalInTheRegistryAreNotGuessedAt() {
    context.getRegistry().bind("first", credential("first"));
    context.getRegistry().bind("second", credential("second"));

    assertThatThrownBy(() -> source(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 beans")
        .hasMessageContaining("option tokenCredential");
  }

  @Test
  void withoutAnyTheEnvironmentIsLookedAt() throws Exception {
    assertThat(source(null)).as("nothing is asked yet").isNotNull();
  }

  @Test
  void beanOfAnotherTypeIsRefused() {
    assertThatThrownBy(() -> source("s3cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("option tokenCredential")
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void failureOfTheCredentialIsExplained() throws Exception {
    IllegalStateException cause = new IllegalStateException("no\nmanaged identity here.");
    TokenCredential failing = request -> Mono.error(new IllegalStateException("failed", cause));

    assertThatThrownBy(() -> source(failing).fetch())
        .isInstanceOf(AuthorizationFailedException.class)
        .hasMessage(
            "azbatch gets no access token from the TokenCredential (no managed identity here);"
                + " check the option tokenCredential, or the environment it looks at")
        .hasRootCause(cause);
  }

  @Test
  void credentialMayHaveNoToken() throws Exception {
    TokenCredential empty = request -> Mono.empty();

    assertThatThrownBy(() -> source(empty).fetch())
        .isInstanceOf(AuthorizationFailedException.class)
        .hasMessageContaining("it gives none");
  }

  private TokenSource source(Object credential) throws Exception {
    return TokenSources.credential(credential, SCOPE, context);
  }
}
