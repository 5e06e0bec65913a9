package io.github.camelhpc.simulators;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request that the server got.
 *
 * @param method the HTTP method
 * @param path the path as it was sent, still percent-encoded
 * @param query the query as it was sent, or null
 * @param headers the headers by lower-case name; of {@code authorization} only the scheme is kept
 * @param body the body as text, at most the first 64 KB; may contain what the client wanted to keep
 *     secret, so {@link #toString} leaves it out
 * @param user the name of the user whose credentials were right, or null
 * @param status the status of the answer, 0 if the connection was closed instead
 */
public record LoggedRequest(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    String body,
    String user,
    int status) {

  /** The first value of a header, or null. */
  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
        .findFirst()
        .orElse(null);
  }

  @Override
  public String toString() {
    return method + " " + path + (query == null ? "" : "?" + query) + " " + status;
  }
}
