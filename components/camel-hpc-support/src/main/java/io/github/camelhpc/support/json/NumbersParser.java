package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Jackson's parser, which can also read plain numbers of an array in a row, straight from its
 * buffer: tokens would cost more than the numbers. Plain are whole numbers and decimal fractions of
 * few digits, and null, that lie in the buffer with what follows them. Anything else is left to
 * Jackson: other values, what stands across the buffer's end, the end of the array, and all that is
 * wrong. So it alone says what JSON is.
 */
final class NumbersParser extends UTF8StreamJsonParser {

  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  /**
   * @param buffer of the context; given back to it in the end
   */
  NumbersParser(
      IOContext context,
      int features,
      InputStream in,
      ObjectCodec codec,
      ByteQuadsCanonicalizer names,
      byte[] buffer) {
    super(context, features, in, codec, names, buffer, 0, 0, 0, true);
  }

  /**
   * Reads on in the array at hand as long as there are plain numbers, and room; NaN for null. The
   * token at hand stays the one before these, and the next one is that after them.
   *
   * @return how many numbers the room has then
   */
  int plainNumbers(double[] room, int count) {
    boolean inside = _parsingContext.hasCurrentIndex();
    int read = count;
    while (read < room.length) {
      int start = inside ? afterComma(_inputPtr) : afterBlanks(_inputPtr);
      int end = number(start, room, read);
      if (end < 0) {
        break;
      }
      if (start - _inputPtr > (inside ? 1 : 0)) {
        countLines(_inputPtr, start);
      }
      if (!inside) {
        // Jackson learns that a comma comes next
        _parsingContext.expectComma();
        inside = true;
      }
      _inputPtr = end;
      read++;
    }
    return read;
  }

  /** Where the next value stands; the end of the buffer if none is there. */
  private int afterComma(int from) {
    int comma = afterBlanks(from);
    return comma < _inputEnd && _inputBuffer[comma] == ',' ? afterBlanks(comma + 1) : _inputEnd;
  }

  private int afterBlanks(int from) {
    int next = from;
    while (next < _inputEnd && isBlank(_inputBuffer[next])) {
      next++;
    }
    return next;
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  /** A value follows what was skipped, and so a character follows each of it. */
  private void countLines(int from, int to) {
    for (int i = from; i < to; i++) {
      byte skipped = _inputBuffer[i];
      if (skipped == '\n' || (skipped == '\r' && _inputBuffer[i + 1] != '\n')) {
        _currInputRow++;
        _currInputRowStart = i + 1;
      }
    }
  }

  /**
   * Reads a plain number into a place of the room.
   *
   * @return where it ends; negative if there is none
   */
  private int number(int start, double[] room, int place) {
    boolean negative = start < _inputEnd && _inputBuffer[start] == '-';
    int first = negative ? start + 1 : start;
    int point = -1;
    int end = first;
    long digits = 0;
    for (; end < _inputEnd; end++) {
      int digit = _inputBuffer[end] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (_inputBuffer[end] == '.' && point < 0) {
        point = end;
      } else {
        break;
      }
    }
    if (end == start) {
      return nothing(start, room, place);
    }
    int fraction = point < 0 ? 0 : end - point - 1;
    int whole = (point < 0 ? end : point) - first;
    boolean valid = isWhole(first, whole) && (point < 0 || fraction > 0) && isFollowed(end);
    if (!valid || !PlainDecimal.isExact(digits, whole + fraction)) {
      return -1;
    }
    double number = PlainDecimal.value(digits, fraction);
    room[place] = negative ? -number : number;
    return end;
  }

  /** JSON's numbers have digits before the point, and no needless zeros there. */
  private boolean isWhole(int first, int length) {
    return length == 1 || (length > 1 && _inputBuffer[first] != '0');
  }

  private int nothing(int start, double[] room, int place) {
    int end = start + NULL.length;
    if (!isFollowed(end) || !Arrays.equals(_inputBuffer, start, end, NULL, 0, NULL.length)) {
      return -1;
    }
    room[place] = Double.NaN;
    return end;
  }

  /** Whether a value ends here: it is followed by what may follow it. */
  private boolean isFollowed(int end) {
    if (end >= _inputEnd) {
      return false;
    }
    byte next = _inputBuffer[end];
    return next == ',' || next == ']' || isBlank(next);
  }
}
