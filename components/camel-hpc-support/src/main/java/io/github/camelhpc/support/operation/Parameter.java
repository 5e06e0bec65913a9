package io.github.camelhpc.support.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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
 * @param syntax how its values are spelt, or null for any spelling of the type
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
    Syntax syntax,
    String defaultValue,
    boolean required) {

  /**
   * How values are spelt.
   *
   * @param pattern matches all of a value
   * @param words says so after "must be"
   */
  public record Syntax(Pattern pattern, String words) {}

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
    return new Parameter(
        option, header, option, Location.QUERY, type, List.of(), null, null, false);
  }

  /** A required segment of the path; the template names it in braces. */
  public static Parameter path(String option, String header, ValueType type) {
    return new Parameter(option, header, option, Location.PATH, type, List.of(), null, null, true);
  }

  /** A request header. */
  public static Parameter header(String option, String header, String wireName) {
    return new Parameter(
        option, header, wireName, Location.HEADER, ValueType.TEXT, List.of(), null, null, false);
  }

  /** A term of the filter. */
  public static Parameter filterTerm(
      String option, String header, String wireName, ValueType type) {
    return new Parameter(
        option, header, wireName, Location.FILTER_TERM, type, List.of(), null, null, false);
  }

  /** A parameter that is not sent. */
  public static Parameter local(String option, String header, ValueType type) {
    return new Parameter(
        option, header, option, Location.LOCAL, type, List.of(), null, null, false);
  }

  /** The same parameter under another name of the service. */
  public Parameter as(String otherWireName) {
    return new Parameter(
        option, header, otherWireName, location, type, allowed, syntax, defaultValue, required);
  }

  /** The same parameter, which takes values of another type. */
  public Parameter of(ValueType otherType) {
    return new Parameter(
        option, header, wireName, location, otherType, allowed, syntax, defaultValue, required);
  }

  /** The same parameter, without which the operation goes on. */
  public Parameter optional() {
    return new Parameter(
        option, header, wireName, location, type, allowed, syntax, defaultValue, false);
  }

  /** The same parameter, without which the operation fails. */
  public Parameter mandatory() {
    return new Parameter(
        option, header, wireName, location, type, allowed, syntax, defaultValue, true);
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
        syntax,
        defaultValue,
        required);
  }

  /** The same parameter, which takes only values that match; {@code words} follow "must be". */
  public Parameter matching(String pattern, String words) {
    return new Parameter(
        option,
        header,
        wireName,
        location,
        type,
        allowed,
        new Syntax(Pattern.compile(pattern), words),
        defaultValue,
        required);
  }

  /** The same parameter, without which the service takes this. */
  public Parameter defaultingTo(String value) {
    return new Parameter(
        option, header, wireName, location, type, allowed, syntax, value, required);
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
    if (syntax != null && !syntax.pattern().matcher(text).matches()) {
      throw refused(operation, syntax.words(), text);
    }
    if (allowed.isEmpty()) {
      return text;
    }
    return allowed.stream()
        .filter(a -> a.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> refused(operation, "one of " + String.join(", ", allowed), text));
  }

  /** Says what the parameter must be, and where to change it. */
  InvalidParameterException refused(String operation, String expected, Object value) {
    return new InvalidParameterException(
        operation
            + ": "
            + option
            + " must be "
            + expected
            + ", not "
            + QuotedValue.of(value)
            + "; change "
            + whereToSet());
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
