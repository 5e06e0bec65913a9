package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;

/** Reads numbers, and arrays of them into primitive arrays; the room for these is used again. */
final class NumberReader {

  private static final int FIRST_ROOM = 1_024;

  /** A double holds these without loss, and so their quotient is rounded once: correctly. */
  private static final long LARGEST_EXACT = 1L << 53;

  /** As many fit into a long. */
  private static final int MOST_DIGITS = 18;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17
  };

  private double[] room = {};

  /**
   * The numbers of the array at hand, in an array of their number; NaN for null and for text that
   * is no number.
   *
   * @return null if it holds a value of another kind, which is at hand then
   */
  double[] read(JsonParser parser) throws IOException {
    int count = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (count == room.length) {
        room = Arrays.copyOf(room, Math.max(FIRST_ROOM, count * 2));
      }
      switch (token) {
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> room[count++] = number(parser);
        case VALUE_NULL -> room[count++] = Double.NaN;
        case VALUE_STRING -> room[count++] = numberOrNaN(parser.getText());
        default -> {
          return null;
        }
      }
    }
    return Arrays.copyOf(room, count);
  }

  /**
   * A number with a fraction or an exponent, as a BigDecimal if a Double would lose something; NaN
   * and Infinity as text, for JSON has no others.
   *
   * @throws NumberFormatException if its exponent is too large for that too
   */
  static Object exact(JsonParser parser) throws IOException {
    String text = parser.getText();
    if (parser.isNaN()) {
      return text;
    }
    double number = Double.parseDouble(text);
    BigDecimal exact = new BigDecimal(text);
    boolean same =
        Double.isFinite(number) && new BigDecimal(Double.toString(number)).compareTo(exact) == 0;
    return same ? (Object) number : exact;
  }

  private static double numberOrNaN(String text) {
    try {
      return Double.parseDouble(text.trim());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Metrics have few digits: they need no text object, and no long arithmetic. */
  private static double number(JsonParser parser) throws IOException {
    char[] text = parser.getTextCharacters();
    int next = parser.getTextOffset();
    int end = next + parser.getTextLength();
    boolean negative = text[next] == '-';
    next += negative ? 1 : 0;
    if (end - next > MOST_DIGITS) {
      return parser.getDoubleValue();
    }
    long digits = 0;
    int afterPoint = -1;
    for (; next < end; next++) {
      int digit = text[next] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        afterPoint += afterPoint < 0 ? 0 : 1;
      } else if (text[next] == '.') {
        afterPoint = 0;
      } else {
        // an exponent, NaN or Infinity
        return parser.getDoubleValue();
      }
    }
    if (digits > LARGEST_EXACT) {
      return parser.getDoubleValue();
    }
    double number = afterPoint > 0 ? digits / POWERS_OF_TEN[afterPoint] : digits;
    return negative ? -number : number;
  }
}
