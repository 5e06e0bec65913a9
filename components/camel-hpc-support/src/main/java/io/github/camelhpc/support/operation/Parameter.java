package io.github.camelhpc.support.operation;

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
 * @param required whether the operation fails without it
 */
public record Parameter(
    String option,
    String header,
    String wireName,
    Location location,
    ValueType type,
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
    return new Parameter(option, header, option, Location.QUERY, type, false);
  }

  /** A required segment of the path; the template names it in braces. */
  public static Parameter path(String option, String header, ValueType type) {
    return new Parameter(option, header, option, Location.PATH, type, true);
  }

  /** A request header. */
  public static Parameter header(String option, String header, String wireName) {
    return new Parameter(option, header, wireName, Location.HEADER, ValueType.TEXT, false);
  }

  /** A term of the filter. */
  public static Parameter filterTerm(
      String option, String header, String wireName, ValueType type) {
    return new Parameter(option, header, wireName, Location.FILTER_TERM, type, false);
  }

  /** A parameter that is not sent. */
  public static Parameter local(String option, String header, ValueType type) {
    return new Parameter(option, header, option, Location.LOCAL, type, false);
  }

  /** The same parameter under another name of the service. */
  public Parameter as(String otherWireName) {
    return new Parameter(option, header, otherWireName, location, type, required);
  }

  /** The same parameter, without which the operation fails. */
  public Parameter mandatory() {
    return new Parameter(option, header, wireName, location, type, true);
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
