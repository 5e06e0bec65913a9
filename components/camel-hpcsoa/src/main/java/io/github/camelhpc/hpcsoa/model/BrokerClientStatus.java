package io.github.camelhpc.hpcsoa.model;

import java.util.Locale;

/** The state of a batch (facts/hpcsoa.md §4). */
public enum BrokerClientStatus {
  /** Never answered in normal operation. */
  UNKNOWN("Unknown"),
  /** Takes requests; stays so until the batch is committed, even if every request has run. */
  READY("Ready"),
  /** Committed, and not all requests are done. */
  PROCESSING("Processing"),
  /** All requests are done. */
  FINISHED("Finished");

  private final String serviceName;

  BrokerClientStatus(String serviceName) {
    this.serviceName = serviceName;
  }

  /** The name in the service's XML: Unknown, Ready, Processing or Finished. */
  public String serviceName() {
    return serviceName;
  }

  /** The number in the service's JSON: 0 to 3. */
  public int number() {
    return ordinal();
  }

  /**
   * Reads a number or a name in any case, quoted or not, or an XML element that holds one, in any
   * namespace or none.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static BrokerClientStatus of(String text) {
    String value = unquoted(elementText(text == null ? "" : text.strip()));
    for (BrokerClientStatus status : values()) {
      if (value.equalsIgnoreCase(status.serviceName)
          || value.equals(Integer.toString(status.number()))) {
        return status;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no status of a batch; 0 to 3, Unknown, Ready, Processing or Finished was expected"
            .formatted(value.length() > 100 ? value.substring(0, 100) + "…" : value));
  }

  // the one element with text that the service answers needs no parser
  private static String elementText(String text) {
    int end = text.lastIndexOf("</");
    if (end < 0 || text.toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
      return text;
    }
    return text.substring(text.lastIndexOf('>', end) + 1, end).strip();
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  @Override
  public String toString() {
    return serviceName;
  }
}
