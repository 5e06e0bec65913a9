package io.github.camelhpc.support.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A parameter of an operation: an endpoint option, a message header, and where the value goes in
 * the request.
 *
 * @param option name of the endpoint option, for example {@code jobId}
 * @param header name of the message header, for example {@code CamelHpcPackJobId}
 * @param wireName the service's own name of it, for example {@code $filter}
 * @param location where it goes in the request
 * @param type which values it takes
 * @param allowed the only values it takes, in the service's spelling; empty for any
 * @param defaultValue what the service takes without it, for the documentation, or null
 * @param required whether the operation fails without it
 */
public record Parameter(
    String option,
    String header,
    String wireName,
    Location location,
    ValueType type,
    List<String> allowed,
    String defaultValue,
    boolean required) {

  /** Where a parameter's value goes in the request. */
  public enum Location {
    /** A segment of the path, percent-encoded. */
    PATH,
    /** A query parameter, percent-encoded. */
    QUERY,
    /** A request header. */
    HEADER,
    /** A term of the filter, which the component joins with the other terms. */
    FILTER_TERM,
    /** Not sent: it tells the component itself what to do. */
    LOCAL
  }

  /** A query parameter of the same name as the option. */
  public static Parameter query(String option, String header, ValueType type) {
    return new Parameter(option, header, option, Location.QUERY, type, List.of(), null, false);
  }

  /** A required segment of the path; the template names it in braces. */
  public static Parameter path(String option, String header, ValueType type) {
    return new Parameter(option, header, option, Location.PATH, type, List.of(), null, true);
  }

  /** A request header. */
  public static Parameter header(String option, String header, String wireName) {
    return new Parameter(
        option, header, wireName, Location.HEADER, ValueType.TEXT, List.of(), null, false);
  }

  /** A term of the filter. */
  public static Parameter filterTerm(
      String option, String header, String wireName, ValueType type) {
    return new Parameter(
        option, header, wireName, Location.FILTER_TERM, type, List.of(), null, false);
  }

  /** A parameter that is not sent. */
  public static Parameter local(String option, String header, ValueType type) {
    return new Parameter(option, header, option, Location.LOCAL, type, List.of(), null, false);
  }

  /** The same parameter under another name of the service. */
  public Parameter as(String otherWireName) {
    return new Parameter(
        option, header, otherWireName, location, type, allowed, defaultValue, required);
  }

  /** The same parameter, which takes values of another type. */
  public Parameter of(ValueType otherType) {
    return new Parameter(
        option, header, wireName, location, otherType, allowed, defaultValue, required);
  }

  /** The same parameter, without which the operation goes on. */
  public Parameter optional() {
    return new Parameter(option, header, wireName, location, type, allowed, defaultValue, false);
  }

  /** The same parameter, without which the operation fails. */
  public Parameter mandatory() {
    return new Parameter(option, header, wireName, location, type, allowed, defaultValue, true);
  }

  /** The same parameter, which takes these values only. */
  public Parameter oneOf(Object... values) {
    return new Parameter(
        option,
        header,
        wireName,
        location,
        type,
        Arrays.stream(values).map(Object::toString).toList(),
        defaultValue,
        required);
  }

  /** The same parameter, without which the service takes this. */
  public Parameter defaultingTo(String value) {
    return new Parameter(option, header, wireName, location, type, allowed, value, required);
  }

  /**
   * A value as text.
   *
   * @param operation how messages name the operation
   * @throws InvalidParameterException if it is not a value of this parameter; the message names the
   *     option and the header
   */
  String write(Object value, String operation) {
    String text = type.write(value, this, operation);
    if (allowed.isEmpty()) {
      return text;
    }
    return allowed.stream()
        .filter(a -> a.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidParameterException(
                    operation
                        + ": "
                        + option
                        + " must be one of "
                        + String.join(", ", allowed)
                        + ", not "
                        + QuotedValue.of(text)
                        + "; change "
                        + whereToSet()));
  }

  /** The words that messages use to say where the value can be set. */
  public String whereToSet() {
    return "the option " + option + " or the header " + header;
  }

  @Override
  public String toString() {
    return option + " (" + location.name().toLowerCase(Locale.ROOT) + ")";
  }
}
