package io.github.camelhpc.support.http;

import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.Parameter.Location;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.QuotedValue;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.net.PercentCodec;

/** Makes path, query and headers of a request from parameter values. */
public final class RequestTarget {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final BitSet UNRESERVED = new BitSet(0x80);

  static {
    // RFC 3986 §2.3
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        .chars()
        .forEach(UNRESERVED::set);
  }

  private RequestTarget() {}

  /**
   * Path and query, percent-encoded from the raw values, so that no value can change the path.
   *
   * @throws InvalidParameterException if a value cannot be sent: an empty path segment, {@code .}
   *     or {@code ..}, or text that is not valid Unicode
   */
  public static String of(OperationSpec spec, ParameterValues values) {
    String path = spec.path();
    for (Parameter parameter : spec.parameters()) {
      if (parameter.location() == Location.PATH) {
        path = path.replace("{" + parameter.wireName() + "}", encodedSegment(parameter, values));
      }
    }
    StringBuilder target = new StringBuilder(path);
    // a service that tells its functions apart by a query parameter has it in the template
    char separator = path.indexOf('?') < 0 ? '?' : '&';
    for (Parameter parameter : spec.parameters()) {
      if (parameter.location() == Location.QUERY && values.has(parameter)) {
        target
            .append(separator)
            .append(encoded(parameter.wireName()))
            .append('=')
            .append(encodedValue(parameter, values));
        separator = '&';
      }
    }
    return target.toString();
  }

  /**
   * The request headers that parameters say, in a Map that may be added to.
   *
   * @throws InvalidParameterException if a value has a line break or another control character
   */
  public static Map<String, String> headers(OperationSpec spec, ParameterValues values) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Parameter parameter : spec.parameters()) {
      String value = parameter.location() == Location.HEADER ? values.get(parameter) : null;
      if (value == null) {
        continue;
      }
      if (value.chars().anyMatch(c -> c > 0xFF || Character.isISOControl(c))) {
        throw refused(parameter, values, "has a character that cannot stand in an HTTP header");
      }
      headers.put(parameter.wireName(), value);
    }
    return headers;
  }

  /**
   * Checks that each value can be sent in its place, for an operation that sends them in several
   * requests: what cannot be sent is refused before the first of them.
   *
   * @throws InvalidParameterException if one cannot, as {@link #of} and {@link #headers} say it
   */
  public static void check(OperationSpec spec, ParameterValues values) {
    for (Parameter parameter : spec.parameters()) {
      if (!values.has(parameter)) {
        continue;
      }
      switch (parameter.location()) {
        case PATH -> checkSegment(parameter, values);
        case QUERY, FILTER_TERM -> unicode(parameter, values);
        case HEADER, LOCAL -> {}
      }
    }
    headers(spec, values);
  }

  private static void checkSegment(Parameter parameter, ParameterValues values) {
    String value = values.get(parameter);
    if (value == null || value.isBlank() || value.equals(".") || value.equals("..")) {
      throw refused(parameter, values, "cannot be " + QuotedValue.of(value));
    }
    unicode(parameter, values);
  }

  private static String encodedSegment(Parameter parameter, ParameterValues values) {
    checkSegment(parameter, values);
    return encoded(values.get(parameter));
  }

  private static String encodedValue(Parameter parameter, ParameterValues values) {
    return encoded(unicode(parameter, values));
  }

  /**
   * A value that can be sent as UTF-8.
   *
   * @throws InvalidParameterException if it has half a character
   */
  public static String unicode(Parameter parameter, ParameterValues values) {
    String value = values.get(parameter);
    if (hasLoneSurrogate(value)) {
      throw refused(parameter, values, "is not valid Unicode text");
    }
    return value;
  }

  private static boolean hasLoneSurrogate(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        boolean pair =
            i + 1 < value.length()
                && Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** A value, percent-encoded. Plain text, which nearly all values are, takes no codec. */
  public static String encoded(String value) {
    StringBuilder encoded = null;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        return PercentCodec.encode(value, StandardCharsets.UTF_8);
      }
      boolean unreserved = UNRESERVED.get(c);
      if (!unreserved && encoded == null) {
        encoded = new StringBuilder(3 * value.length()).append(value, 0, i);
      }
      if (encoded != null) {
        appendTo(encoded, c, unreserved);
      }
    }
    return encoded == null ? value : encoded.toString();
  }

  private static void appendTo(StringBuilder encoded, char c, boolean unreserved) {
    if (unreserved) {
      encoded.append(c);
    } else {
      encoded.append('%').append(HEX.toHighHexDigit(c)).append(HEX.toLowHexDigit(c));
    }
  }

  private static InvalidParameterException refused(
      Parameter parameter, ParameterValues values, String why) {
    return new InvalidParameterException(
        values.operation()
            + ": "
            + parameter.option()
            + " "
            + why
            + "; change "
            + parameter.whereToSet());
  }
}
