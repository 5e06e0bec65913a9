package io.github.camelhpc.simulators;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bearer tokens that were given out. May be used by any thread. */
public final class AccessTokens {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> ends = new ConcurrentHashMap<>();

  /** A new token that is accepted until the given time. */
  public String issue(Instant now, Duration lifetime) {
    ends.values().removeIf(end -> !end.isAfter(now));
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ends.put(token, now.plus(lifetime));
    return token;
  }

  /** Whether the token was given out, and has neither expired nor been revoked. */
  public boolean accepts(String token, Instant now) {
    Instant end = ends.get(token);
    return end != null && end.isAfter(now);
  }

  /** No token that was given out so far is accepted any more. */
  public void revokeAll() {
    ends.clear();
  }
}
