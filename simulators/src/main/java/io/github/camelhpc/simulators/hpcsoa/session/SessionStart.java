package io.github.camelhpc.simulators.hpcsoa.session;

import io.github.camelhpc.simulators.hpcsoa.SoaFault;
import java.time.Duration;
import java.util.Map;

/**
 * What of WebSessionStartInfo changes how a session behaves (facts/hpcsoa.md §2.1). The other
 * fields are accepted and have no effect.
 *
 * @param serviceName the service
 * @param serviceVersion its version, or empty
 * @param userName the user to run as
 * @param password the password of that user
 * @param maxMessageSize bytes of one message
 * @param runtime seconds, or -1 for no limit
 * @param connectionTimeout within which some batch must be used
 * @param idleTimeout after which an unused batch is closed
 * @param sessionIdleTimeout how long a session stays when its batches were closed
 * @param operationTimeout milliseconds that a request may take
 */
public record SessionStart(
    String serviceName,
    String serviceVersion,
    String userName,
    String password,
    int maxMessageSize,
    int runtime,
    Duration connectionTimeout,
    Duration idleTimeout,
    Duration sessionIdleTimeout,
    int operationTimeout) {

  private static final int FIVE_MINUTES = 300_000;
  private static final int DAY = 86_400_000;

  /**
   * Takes the fields.
   *
   * @param fields the values that were sent and are not null, by name
   * @throws SoaFault if a required one is missing or one is wrong
   */
  public static SessionStart of(Map<String, String> fields) {
    Fields values = new Fields(fields);
    int runtime = values.number("Runtime", null);
    if (runtime < -1 || runtime == 0) {
      throw SoaFault.argument("Runtime is a number of seconds, or -1 for no limit.");
    }
    return new SessionStart(
        values.text("ServiceName", Integer.MAX_VALUE),
        fields.getOrDefault("ServiceVersion", ""),
        values.text("Username", 80),
        values.text("Password", 127),
        values.positive("MaxMessageSize", null),
        runtime,
        Duration.ofMillis(values.positive("ClientConnectionTimeout", FIVE_MINUTES)),
        Duration.ofMillis(values.positive("ClientIdleTimeout", FIVE_MINUTES)),
        Duration.ofMillis(values.notNegative("SessionIdleTimeout", 0)),
        values.positive("ServiceOperationTimeout", DAY));
  }

  @Override
  public String toString() {
    return "SessionStart[serviceName=" + serviceName + ", userName=" + userName + "]";
  }

  private record Fields(Map<String, String> values) {

    String text(String name, int maxLength) {
      String value = required(name);
      if (value.length() > maxLength) {
        throw SoaFault.argument(name + " is longer than " + maxLength + " characters.");
      }
      return value;
    }

    int positive(String name, Integer standard) {
      int number = number(name, standard);
      if (number < 1) {
        throw SoaFault.argument(name + " must be above 0, not " + number + ".");
      }
      return number;
    }

    int notNegative(String name, Integer standard) {
      int number = number(name, standard);
      if (number < 0) {
        throw SoaFault.argument(name + " must not be negative.");
      }
      return number;
    }

    int number(String name, Integer standard) {
      if (standard != null && !values.containsKey(name)) {
        return standard;
      }
      try {
        return Integer.parseInt(required(name).trim());
      } catch (NumberFormatException e) {
        throw SoaFault.argument(name + " must be a number of 32 bits.");
      }
    }

    private String required(String name) {
      String value = values.get(name);
      if (value == null || value.isEmpty()) {
        throw SoaFault.argument(name + " is missing in the session start information.");
      }
      return value;
    }
  }
}
