package io.github.camelhpc.dbapi.model;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a resource's signature, for convenience: to the service it is one text
 * (facts/dbapi.md §5.2).
 *
 * @param text the whole, for example {@code raidLdev#410001-00^01^2B}
 * @param resourceType before the first {@code #}; null if there is none
 * @param instance after it, as it is
 * @param storageSerial digits before the instance's first {@code -}; null if there are none. Of a
 *     {@code raidStorage} the whole instance, if it is digits
 */
public record Signature(String text, String resourceType, String instance, String storageSerial) {

  private static final Pattern SERIAL = Pattern.compile("(\\d+)-.*", Pattern.DOTALL);
  private static final Set<String> WITHOUT_SERIAL = Set.of("raidConsumer", "sp");

  public static Signature of(String text) {
    Objects.requireNonNull(text, "text");
    int sign = text.indexOf('#');
    String type = sign < 0 ? null : text.substring(0, sign);
    String instance = text.substring(sign + 1);
    return new Signature(text, type, instance, serial(type, instance));
  }

  private static String serial(String type, String instance) {
    if (type != null && WITHOUT_SERIAL.contains(type)) {
      return null;
    }
    if ("raidStorage".equals(type) && instance.matches("\\d+")) {
      return instance;
    }
    Matcher serial = SERIAL.matcher(instance);
    return serial.matches() ? serial.group(1) : null;
  }

  /** The text with {@code :} for each {@code ^}, as people write it. */
  public String withColons() {
    return text.replace('^', ':');
  }

  /** The text with {@code ^} for each {@code :}, as clients send it. */
  public String withCarets() {
    return text.replace(':', '^');
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
