package io.github.camelhpc.hpcpack.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an error answer says (facts/hpcpack.md §6).
 *
 * @param code the service's code, a signed decimal HRESULT such as {@code -2147220984}; {@code
 *     null} if the answer has none
 * @param message the service's words, at most {@value #MAX_LENGTH} characters; empty if the answer
 *     has none
 * @param values further values by name, in their order; cannot be changed
 */
public record WireFault(String code, String message, Map<String, String> values) {

  /** The length, in characters, at which a message is cut off. */
  public static final int MAX_LENGTH = 2000;

  /** Shortens the message and copies the values. */
  public WireFault {
    message = shortened(message == null ? "" : message.strip(), MAX_LENGTH);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static WireFault ofMessage(String message) {
    return new WireFault(null, message, Map.of());
  }

  static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
