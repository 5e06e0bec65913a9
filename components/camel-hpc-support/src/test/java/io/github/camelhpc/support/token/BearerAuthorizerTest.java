package io.github.camelhpc.support.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelhpc.support.http.AuthorizationFailedException;
import io.github.camelhpc.support.http.FailedResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;

class BearerAuthorizerTest {

  private static final FailedResponse UNAUTHORIZED =
      new FailedResponse("x:get", "http://localhost", 401, "", Map.of(), new byte[0], null);

  private final HandSetClock clock = new HandSetClock(Instant.parse("2026-01-31T12:00:00Z"));
  private final AtomicInteger fetches = new AtomicInteger();
  private final BearerAuthorizer authorizer =
      new BearerAuthorizer(
          new AccessTokens(
              "azbatch",
              () ->
                  new IssuedToken(
                      "token" + fetches.incrementAndGet(), clock.instant().plusSeconds(3600)),
              clock));
  private final ClassicHttpRequest request = ClassicRequestBuilder.get("http://localhost/").build();

  @Test
  void tokenIsSent() throws Exception {
    authorizer.authorize(request);
    authorizer.authorize(request);

    assertThat(request.getHeaders("Authorization"))
        .singleElement()
        .satisfies(h -> assertThat(h.getValue()).isEqualTo("Bearer token1"));
  }

  @Test
  void refusedTokenIsReplaced() throws Exception {
    authorizer.authorize(request);

    assertThat(authorizer.refused(request, UNAUTHORIZED)).isTrue();
    authorizer.authorize(request);
    assertThat(request.getFirstHeader("Authorization").getValue()).isEqualTo("Bearer token2");
    assertThat(authorizer.refused(request, UNAUTHORIZED)).as("the replacement too").isFalse();
  }

  @Test
  void requestWithoutTokenIsNotSentAgain() {
    assertThat(authorizer.refused(request, UNAUTHORIZED)).isFalse();
  }

  @Test
  void closingEndsTheTokens() {
    authorizer.close();

    assertThatThrownBy(() -> authorizer.authorize(request))
        .isInstanceOf(AuthorizationFailedException.class);
  }
}
