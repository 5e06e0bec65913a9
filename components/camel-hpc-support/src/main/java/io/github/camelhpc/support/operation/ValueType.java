package io.github.camelhpc.support.operation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.hc.core5.net.PercentCodec;

/** Which values a parameter takes, and how such a value is written as text. */
public enum ValueType {
  /** Any text. */
  TEXT("text"),
  /** A whole number. */
  INTEGER("a whole number") {
    @Override
    String write(Object value) {
      if (value instanceof Integer || value instanceof Long || value instanceof Short) {
        return value.toString();
      }
      return Long.toString(Long.parseLong(value.toString().trim()));
    }
  },
  /** {@code true} or {@code false}, in any case. */
  BOOLEAN("true or false") {
    @Override
    String write(Object value) {
      String text = value.toString().trim().toLowerCase(Locale.ROOT);
      if (!text.equals("true") && !text.equals("false")) {
        throw new IllegalArgumentException();
      }
      return text;
    }
  },
  /** Texts with commas between them; a Collection is joined. */
  LIST("text with commas between the items, or a list") {
    @Override
    String write(Object value) {
      if (value instanceof Iterable<?> items) {
        return StreamSupport.stream(items.spliterator(), false)
            .map(String::valueOf)
            .collect(Collectors.joining(","));
      }
      if (value instanceof Object[] items) {
        return Arrays.stream(items).map(String::valueOf).collect(Collectors.joining(","));
      }
      return value.toString();
    }
  },
  /**
   * A length of time, not negative: milliseconds as a number, or text such as {@code 90s}, {@code
   * 2h}, {@code PT5M}.
   */
  DURATION("a length of time such as 500, 30s, 5m or 2h") {
    @Override
    String write(Object value) {
      long length =
          value instanceof Duration duration
              ? duration.toMillis()
              : milliseconds(value.toString().trim().toLowerCase(Locale.ROOT));
      if (length < 0) {
        throw new IllegalArgumentException();
      }
      return Long.toString(length);
    }
  },
  /**
   * A point in time: an {@link Instant}, any {@code java.time} type with an offset, a {@link
   * java.util.Date}, or ISO 8601 text; text without a zone is UTC.
   */
  INSTANT("a point in time such as 2026-01-31T12:00:00Z") {
    @Override
    String write(Object value) {
      return Instants.of(value).toString();
    }
  },
  /**
   * A point in time as {@link #INSTANT} takes it, or as HTTP headers have it: {@code Sat, 31 Jan
   * 2026 12:00:00 GMT}. The latter is sent.
   */
  HTTP_DATE("a point in time such as 2026-01-31T12:00:00Z or Sat, 31 Jan 2026 12:00:00 GMT") {
    @Override
    String write(Object value) {
      boolean asInHeaders = value instanceof String text && HTTP_DATE_TEXT.matcher(text).matches();
      Instant time =
          asInHeaders
              ? DateTimeFormatter.RFC_1123_DATE_TIME.parse((String) value, Instant::from)
              : Instants.of(value);
      return HTTP_DATE_FORMAT.format(time);
    }
  },
  /** Names and values: a Map, or {@code name=value&name=value}, percent-encoded. */
  QUERY_STRING("a Map, or text such as name=value&other=value, percent-encoded") {
    @Override
    String write(Object value) {
      if (value instanceof Map<?, ?> map) {
        return map.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
      }
      String text = value.toString();
      if (!isQueryString(text)) {
        throw new IllegalArgumentException();
      }
      return text;
    }

    // a regular expression with a choice takes a part of the stack for each character
    private boolean isQueryString(String text) {
      for (int i = 0; i < text.length(); i++) {
        boolean escape = text.charAt(i) == '%';
        if (escape ? !isEscape(text, i) : QUERY_STRING_TEXT.indexOf(text.charAt(i)) < 0) {
          return false;
        }
      }
      return !text.isEmpty();
    }

    private boolean isEscape(String text, int at) {
      return at + 2 < text.length()
          && HexFormat.isHexDigit(text.charAt(at + 1))
          && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private String encoded(Object part) {
      return PercentCodec.encode(String.valueOf(part), StandardCharsets.UTF_8);
    }
  },
  /** A GUID without braces. */
  GUID("a GUID such as 9c4d50ee-2d56-4cd3-8152-34347dc9f2b0") {
    @Override
    String write(Object value) {
      String text = value.toString();
      if (!GUID_TEXT.matcher(text).matches()) {
        throw new IllegalArgumentException();
      }
      return text;
    }
  };

  private static final Pattern HTTP_DATE_TEXT = Pattern.compile("[A-Z][a-z]{2}, .*");
  private static final String QUERY_STRING_TEXT =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~!$'()*,;:@/?-=&+";
  private static final Pattern GUID_TEXT =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  /** Two digits for the day, as RFC 9110 wants it. */
  private static final DateTimeFormatter HTTP_DATE_FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Pattern DURATION_TEXT =
      Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

  private final String expected;

  ValueType(String expected) {
    this.expected = expected;
  }

  String write(Object value) {
    return value.toString();
  }

  /**
   * The value as text.
   *
   * @param operation the operation it is for, as it stands in the message of the exception
   * @throws InvalidParameterException if the value is not of this type; the message names the
   *     option and the header
   */
  String write(Object value, Parameter parameter, String operation) {
    try {
      return write(value);
    } catch (RuntimeException e) {
      throw parameter.refused(operation, expected, value);
    }
  }

  private static long milliseconds(String text) {
    if (text.startsWith("p")) {
      return Duration.parse(text).toMillis();
    }
    Matcher parts = DURATION_TEXT.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Long.parseLong(text);
    }
    long total = 0;
    int[] seconds = {86_400, 3_600, 60, 1};
    for (int unit = 0; unit < seconds.length; unit++) {
      String count = parts.group(unit + 1);
      total = count == null ? total : plus(total, count, seconds[unit] * 1_000L);
    }
    return parts.group(5) == null ? total : plus(total, parts.group(5), 1);
  }

  private static long plus(long total, String count, long milliseconds) {
    return Math.addExact(total, Math.multiplyExact(Long.parseLong(count), milliseconds));
  }
}
