package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says after which entry a page begins. As in the links of the real service, there is a colon, a
 * slash, a dollar and an equals sign in it that are not percent-encoded, and a circumflex that is
 * (facts/azbatch.md §6).
 */
final class SkipToken {

  static final String PARAMETER = "$skiptoken";

  private static final Pattern FORM = Pattern.compile("WATV2:/([A-Za-z0-9_-]*)\\$1=\\^");

  private SkipToken() {}

  /** The token in the form that it has in a link. */
  static String after(String key) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    return "WATV2:/" + encoded + "$1=%5E";
  }

  /**
   * The key of the entry.
   *
   * @param token the decoded token
   */
  static String key(String token) {
    Matcher matcher = FORM.matcher(token);
    if (!matcher.matches()) {
      throw BatchFault.invalidQuery(
          PARAMETER, token, "The token is not one of a link that this service gave.");
    }
    return new String(Base64.getUrlDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
  }

  /**
   * The query of the next page: all of this one's, and the token at its end.
   *
   * @param query the query as it was sent
   */
  static String nextQuery(String query, String key) {
    StringBuilder next = new StringBuilder();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()
          && !pair.startsWith(PARAMETER + "=")
          && !pair.startsWith("%24skiptoken=")) {
        next.append(pair).append('&');
      }
    }
    return next.append(PARAMETER).append('=').append(after(key)).toString();
  }
}
