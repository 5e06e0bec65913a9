package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value from its stream, token by token. Lists and objects may be nested 64 deep.
 * The stream stays open.
 */
public final class JsonReader implements Closeable {

  private final JsonFailures failures;
  private final JsonParser parser;
  private final NumberReader numbers = new NumberReader();

  private JsonReader(JsonFailures failures, JsonParser parser) {
    this.failures = failures;
    this.parser = parser;
  }

  /**
   * Reads a service's answer: one value and nothing after it.
   *
   * @throws JsonFormatException if it is not that; the message says where, and what the parser says
   * @throws IOException if the stream fails
   */
  public static <T> T answer(InputStream in, Reading<T> reading) throws IOException {
    return read(JsonFailures.ANSWER, JsonFormat.FACTORY.createParser(in), reading);
  }

  /**
   * Reads the body of a route's message: one value and nothing after it.
   *
   * @throws JsonFormatException if it is not that; the message says where, but nothing of the body,
   *     which can hold a password
   * @throws IOException if the stream fails
   */
  public static <T> T body(InputStream in, Reading<T> reading) throws IOException {
    return read(JsonFailures.BODY, JsonFormat.FACTORY.createParser(in), reading);
  }

  /** As {@link #body(InputStream, Reading)}. */
  public static <T> T body(String text, Reading<T> reading) throws JsonFormatException {
    try {
      return read(JsonFailures.BODY, JsonFormat.FACTORY.createParser(text), reading);
    } catch (JsonFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(JsonFailures failures, JsonParser from, Reading<T> reading)
      throws IOException {
    try (JsonReader opened = new JsonReader(failures, from)) {
      return opened.step(
          json -> {
            json.begin();
            T result = reading.read(json);
            json.end();
            return result;
          });
    }
  }

  /**
   * Opens a service's answer to be read step by step: {@link #begin}, {@link #nextMember} and
   * {@link #nextItem}, {@link #end}, all within {@link #step}. NaN and Infinity are taken for
   * numbers. To be closed, which leaves the stream open.
   */
  public static JsonReader opened(InputStream in) throws IOException {
    return new JsonReader(JsonFailures.ANSWER, JsonFormat.LENIENT.createParser(in));
  }

  /**
   * Reads on.
   *
   * @throws JsonFormatException as with {@link #answer}
   * @throws IOException if the stream fails
   */
  public <T> T step(Reading<T> step) throws IOException {
    try {
      return step.read(this);
    } catch (IOException e) {
      throw failures.reworded(e);
    }
  }

  /** Goes to the value. */
  public void begin() throws IOException {
    if (parser.nextToken() == null) {
      throw failures.empty();
    }
  }

  /** Makes sure that nothing follows the value. */
  public void end() throws IOException {
    if (parser.nextToken() != null) {
      throw wrong("nothing more");
    }
  }

  /**
   * Goes to the next member of the object at hand, whose value is then at hand and has to be read
   * or {@linkplain #skip() skipped}.
   *
   * @return its name, or null at the end of the object
   */
  public String nextMember() throws IOException {
    if (parser.nextToken() != JsonToken.FIELD_NAME) {
      return null;
    }
    String name = parser.currentName();
    parser.nextToken();
    return name;
  }

  /**
   * Goes to the next item of the array at hand, which has to be read or skipped.
   *
   * @return whether there is one
   */
  public boolean nextItem() throws IOException {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  public boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /**
   * A whole number, or a text that is one.
   *
   * @param expected what the exception says was expected
   */
  public int integer(String expected) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return parser.getIntValue();
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      try {
        return Integer.parseInt(parser.getText().trim());
      } catch (NumberFormatException e) {
        throw wrong(expected);
      }
    }
    throw wrong(expected);
  }

  /** The text of a text, number, true or false; empty for null. */
  public String text() throws IOException {
    if (isNull()) {
      return "";
    }
    if (!parser.currentToken().isScalarValue()) {
      throw wrong("text");
    }
    return parser.getText();
  }

  /**
   * As {@link #text()}, without a new String if it is the likely one: names come again and again.
   *
   * @param likely may be null
   */
  public String text(String likely) throws IOException {
    return likely != null && parser.currentToken() == JsonToken.VALUE_STRING && isAtHand(likely)
        ? likely
        : text();
  }

  private boolean isAtHand(String text) throws IOException {
    int length = parser.getTextLength();
    if (length != text.length()) {
      return false;
    }
    char[] chars = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    for (int i = 0; i < length; i++) {
      if (chars[offset + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * An array of numbers, in an array of their number. Null is NaN; so is text, unless it is a
   * number.
   *
   * @param expected what the exception says was expected if it is something else
   */
  public double[] numbers(String expected) throws IOException {
    require(JsonToken.START_ARRAY, expected);
    double[] values = numbers.read(parser);
    if (values == null) {
      throw wrong(expected);
    }
    return values;
  }

  /**
   * An object as a Map of {@linkplain #value values} in its order; of a name that comes twice the
   * last counts.
   */
  public Map<String, Object> object() throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    members("an object", name -> members.put(name, value()));
    return members;
  }

  /**
   * Any value: a Map, a List, a String, a Boolean, null, or a number. A number is an Integer, Long
   * or BigInteger, whichever it fits into first; one with a fraction or an exponent is a Double, or
   * a BigDecimal where a Double would lose something.
   */
  public Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> fraction();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private List<Object> list() throws IOException {
    List<Object> items = new ArrayList<>();
    items("an array", () -> items.add(value()));
    return items;
  }

  private Object fraction() throws IOException {
    try {
      return NumberReader.exact(parser);
    } catch (NumberFormatException e) {
      throw wrong("a number with a smaller exponent");
    }
  }

  /**
   * Runs for each member of the object at hand, whose value is then at hand and has to be read or
   * {@linkplain #skip() skipped}.
   *
   * @param expected what the exception says was expected if it is no object
   */
  public void members(String expected, MemberStep step) throws IOException {
    require(JsonToken.START_OBJECT, expected);
    for (String name = nextMember(); name != null; name = nextMember()) {
      step.read(name);
    }
  }

  /**
   * Runs for each item of the array at hand, which may be null instead; the item is then at hand
   * and has to be read or {@linkplain #skip() skipped}.
   *
   * @param expected what the exception says was expected if it is no array
   */
  public void items(String expected, Step step) throws IOException {
    if (isNull()) {
      return;
    }
    require(JsonToken.START_ARRAY, expected);
    while (nextItem()) {
      step.read();
    }
  }

  /** Skips the value at hand. */
  public void skip() throws IOException {
    parser.skipChildren();
  }

  private void require(JsonToken token, String expected) throws JsonFormatException {
    if (parser.currentToken() != token) {
      throw wrong(expected);
    }
  }

  /** The exception for a value at hand that is not what was expected. */
  public JsonFormatException wrong(String expected) {
    return failures.unexpected(parser, expected);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** What is read of a value. */
  public interface Reading<T> {
    T read(JsonReader json) throws IOException;
  }

  /** What is done with an item. */
  public interface Step {
    void read() throws IOException;
  }

  /** What is done with a member. */
  public interface MemberStep {
    void read(String name) throws IOException;
  }
}
