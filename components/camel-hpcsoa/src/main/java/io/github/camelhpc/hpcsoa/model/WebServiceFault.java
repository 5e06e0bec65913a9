package io.github.camelhpc.hpcsoa.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an error answer of the web service says (facts/hpcsoa.md §6).
 *
 * @param code the service's code, such as 50331649; {@code null} if the answer has none
 * @param message the service's words, {@code {0}} and the like replaced by the values, at most
 *     {@value #MAX_LENGTH} characters; empty if the answer has none
 * @param values further values by name, in their order; cannot be changed
 */
public record WebServiceFault(Long code, String message, Map<String, String> values) {

  /** The length, in characters, at which a message is cut off. */
  public static final int MAX_LENGTH = 2000;

  /** Fills the values into the message, shortens it, and copies the values. */
  public WebServiceFault {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    message = shortened(filled(message == null ? "" : message.strip(), values));
  }

  /** A fault of which only words are known. */
  public static WebServiceFault ofMessage(String message) {
    return new WebServiceFault(null, message, Map.of());
  }

  /** The code's name, such as {@code InvalidSessionId}; {@code null} if it is not known. */
  public String codeName() {
    return code == null ? null : SoaFaults.name(code);
  }

  // as .NET's String.Format does, but what cannot be filled stays as it is
  private static String filled(String message, Map<String, String> values) {
    if (values.isEmpty() || message.indexOf('{') < 0) {
      return message;
    }
    List<String> arguments = new ArrayList<>(values.values());
    StringBuilder text = new StringBuilder(message.length() + 100);
    int at = 0;
    while (at < message.length()) {
      int end = message.charAt(at) == '{' ? message.indexOf('}', at) : -1;
      String argument = end < 0 ? null : argument(message.substring(at + 1, end), arguments);
      if (argument == null) {
        text.append(message.charAt(at++));
      } else {
        text.append(argument);
        at = end + 1;
      }
    }
    return text.toString();
  }

  private static String argument(String index, List<String> arguments) {
    boolean number = !index.isEmpty() && index.length() < 4;
    for (int i = 0; i < index.length(); i++) {
      number &= index.charAt(i) >= '0' && index.charAt(i) <= '9';
    }
    return number && Integer.parseInt(index) < arguments.size()
        ? arguments.get(Integer.parseInt(index))
        : null;
  }

  private static String shortened(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
  }
}
