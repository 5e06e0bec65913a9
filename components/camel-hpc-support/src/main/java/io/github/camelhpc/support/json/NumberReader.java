package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;

/** Reads numbers, and arrays of them into primitive arrays; the room for these is used again. */
final class NumberReader {

  private static final int FIRST_ROOM = 1_024;

  private double[] room = {};

  /**
   * The numbers of the array at hand, in an array of their number; NaN for null and for text that
   * is no number.
   *
   * @return null if it holds a value of another kind, which is at hand then
   */
  double[] read(JsonParser parser) throws IOException {
    int count = plain(parser, 0);
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      makeRoom(count);
      switch (token) {
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> room[count++] = number(parser);
        case VALUE_NULL -> room[count++] = Double.NaN;
        case VALUE_STRING -> room[count++] = numberOrNaN(parser.getText());
        default -> {
          return null;
        }
      }
      count = plain(parser, count);
    }
    return Arrays.copyOf(room, count);
  }

  /** Reads what can be read without tokens, and gives the count with it. */
  private int plain(JsonParser parser, int from) {
    int count = from;
    if (parser instanceof NumbersParser numbers) {
      do {
        makeRoom(count);
        count = numbers.plainNumbers(room, count);
      } while (count == room.length);
    }
    return count;
  }

  private void makeRoom(int count) {
    if (count == room.length) {
      room = Arrays.copyOf(room, Math.max(FIRST_ROOM, count * 2));
    }
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

  private static double number(JsonParser parser) throws IOException {
    char[] text = parser.getTextCharacters();
    int next = parser.getTextOffset();
    int end = next + parser.getTextLength();
    boolean negative = text[next] == '-';
    next += negative ? 1 : 0;
    long digits = 0;
    int count = 0;
    int fraction = -1;
    for (; next < end; next++) {
      int digit = text[next] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        fraction += fraction < 0 ? 0 : 1;
        count++;
      } else if (text[next] == '.') {
        fraction = 0;
      } else {
        // an exponent, NaN or Infinity
        return parser.getDoubleValue();
      }
    }
    if (!PlainDecimal.isExact(digits, count)) {
      return parser.getDoubleValue();
    }
    double number = PlainDecimal.value(digits, fraction);
    return negative ? -number : number;
  }
}
