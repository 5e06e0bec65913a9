package io.github.camelhpc.support.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * An answer that is not a success, for a {@link FaultReader} to make an exception of.
 *
 * @param operation how messages name the operation, for example {@code hpcpack:getJob}
 * @param url what was asked, without credentials
 * @param status HTTP status
 * @param reason the status' reason phrase, can be empty
 * @param headers response headers, by name without regard to case
 * @param body the body's first 64 KiB
 * @param retryAfter what the server asked for, or null
 */
public record FailedResponse(
    String operation,
    String url,
    int status,
    String reason,
    Map<String, String> headers,
    byte[] body,
    Duration retryAfter) {

  /** A header by its name without regard to case, or null. */
  public String header(String name) {
    return headers.get(name);
  }

  /** The body as text, for the exception. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
