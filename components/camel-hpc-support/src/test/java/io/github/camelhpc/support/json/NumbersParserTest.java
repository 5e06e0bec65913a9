package io.github.camelhpc.support.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are read without tokens, and Jackson's parser would say the same. */
class NumbersParserTest {

  private static final int ROUNDS = Integer.getInteger("json.rounds", 800);
  private static final String SYNTAX = "{}[],:\"\\0123456789.eE+-nulNaIfity tr\n\r\t\u0000\u00ff";
  private static final JsonFactory JACKSON =
      JsonFormat.FACTORY.rebuild().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final Random random = new Random(20240702);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,-2.50,null,0,-0.001]    | 5",
        "[ 1 , 2\\t,\\r\\n3 , null ] | 4",
        "[123456789012345678.0,1]   | 0",
        "[900719925474099.1,1]      | 2",
        "[1,00,2]                   | 1",
        "[1,-,2]                    | 1",
        "[1,.5,2]                   | 1",
        "[1,1.,2]                   | 1",
        "[1,1.2.3,2]                | 1",
        "[1,1e3,2]                  | 1",
        "[1,nul,2]                  | 1",
        "[1,nulls,2]                | 1",
        "[1,2x,2]                   | 1",
        "[1,\"2\",2]                | 1",
        "[1,,2]                     | 1",
        "[1 2]                      | 1",
        "[,1]                       | 0",
        "[1,2                       | 1",
        "[]                         | 0",
      })
  void plainNumbersAreReadInARow(String json, int count) throws IOException {
    try (JsonParser parser =
        JsonFormat.LENIENT.createParser(in(json.translateEscapes().getBytes(UTF_8)))) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
      double[] room = new double[9];

      assertThat(((NumbersParser) parser).plainNumbers(room, 0)).isEqualTo(count);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void anyEncodingOfJsonIsRead(String charset) throws IOException {
    for (String begin : List.of("", "\ufeff")) {
      String json = begin + "[1.25,-3,null,\"4\"]";

      assertThat(read(json.getBytes(Charset.forName(charset))))
          .containsExactly(1.25, -3, Double.NaN, 4);
    }
  }

  private static double[] read(byte[] json) throws IOException {
    try (JsonReader reader = JsonReader.opened(in(json))) {
      return reader.step(
          answer -> {
            answer.begin();
            double[] numbers = answer.numbers("a number");
            answer.end();
            return numbers;
          });
    }
  }

  @Test
  void validJsonIsReadAsByJackson() {
    for (int i = 0; i < ROUNDS; i++) {
      compare(document(0).getBytes(UTF_8));
    }
  }

  @Test
  void brokenJsonIsReadOrRefusedAsByJackson() {
    for (int i = 0; i < ROUNDS; i++) {
      compare(broken(document(random.nextInt(20)).getBytes(UTF_8)));
    }
  }

  @Test
  void whatIsLargerThanTheBufferIsReadAsByJackson() {
    for (int i = 0; i < ROUNDS / 25; i++) {
      StringBuilder json = new StringBuilder("[");
      while (json.length() < 20_000) {
        json.append(array(random.nextInt(2_000), random.nextInt(2))).append(',');
      }
      byte[] bytes = json.append("0]").toString().getBytes(UTF_8);
      compare(random.nextBoolean() ? bytes : broken(bytes));
    }
  }

  private void compare(byte[] json) {
    int largestPart = random.nextBoolean() ? 10_000 : 1 + random.nextInt(30);
    long seed = random.nextLong();
    List<String> ours = told(JsonFormat.LENIENT, parts(json, largestPart, seed), true);

    assertThat(ours)
        .as(() -> new String(json, UTF_8))
        .isEqualTo(told(JACKSON, parts(json, largestPart, seed), false))
        .isEqualTo(told(JACKSON, in(json), false));
  }

  /**
   * All that a parser says, with the place in the source; of an array the numbers.
   *
   * @param numbersInARow whether these are read by what is tested
   */
  private static List<String> told(JsonFactory factory, InputStream in, boolean numbersInARow) {
    List<String> told = new ArrayList<>();
    NumberReader reader = new NumberReader();
    try (JsonParser parser = factory.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        told.add(token + place(parser.currentTokenLocation()) + parser.getText());
        if (token == JsonToken.START_ARRAY) {
          double[] numbers = numbersInARow ? reader.read(parser) : oneByOne(parser);
          told.add(
              Arrays.toString(numbers)
                  + parser.currentToken()
                  + place(parser.currentTokenLocation())
                  + place(parser.currentLocation()));
        }
      }
    } catch (JsonProcessingException e) {
      // Jackson says after which token the end came, which is not that of a number now
      String message = e.getOriginalMessage().replaceFirst("of-input in [A-Z_]+$", "of-input");
      told.add(e.getClass() + message + place(e.getLocation()));
    } catch (IOException e) {
      told.add(e.toString());
    }
    return told;
  }

  /** What the numbers have to be, in as few words as possible. */
  private static double[] oneByOne(JsonParser parser) throws IOException {
    List<Double> numbers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case VALUE_NULL -> numbers.add(Double.NaN);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING ->
            numbers.add(number(parser.getText()));
        default -> {
          return null;
        }
      }
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replaceFirst("^([+-]?)INF$", "$1Infinity"));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static String place(JsonLocation at) {
    return "(%d:%d)".formatted(at.getLineNr(), at.getColumnNr());
  }

  /** Cut off, or with other characters. */
  private byte[] broken(byte[] json) {
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(json, random.nextInt(json.length + 1));
    }
    byte[] broken = json.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      broken[random.nextInt(broken.length)] = (byte) SYNTAX.charAt(random.nextInt(SYNTAX.length()));
    }
    return broken;
  }

  private String document(int strange) {
    return blank()
        + switch (random.nextInt(4)) {
          case 0 -> "{\"a\":1,\"data\"" + blank() + ":" + array(random.nextInt(9), strange) + "}";
          case 1 -> "{\"b\":[{\"data\":" + array(random.nextInt(30), strange) + ",\"c\":[[]]}]}";
          case 2 -> "[" + array(random.nextInt(5), 0) + "," + array(2, strange) + ",{\"d\":[1]}]";
          default -> array(random.nextInt(20), strange);
        }
        + blank();
  }

  /** Strange is how many of a hundred are no numbers. */
  private String array(int length, int strange) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      items.add(blank() + (random.nextInt(100) < strange ? strange() : item()) + blank());
    }
    return "[" + (length == 0 ? blank() : String.join(",", items)) + "]";
  }

  private String item() {
    return switch (random.nextInt(12)) {
      case 0 -> "null";
      case 1 -> "\"" + random.nextInt(100) + "\"";
      case 2 -> List.of("NaN", "Infinity", "-Infinity", "-INF", "\"x\"").get(random.nextInt(5));
      case 3 -> "-0";
      case 4 -> String.valueOf(random.nextLong());
      case 5 -> String.valueOf(random.nextDouble() * Math.pow(10, random.nextInt(-300, 300)));
      case 6 -> digits(1 + random.nextInt(25));
      case 7 -> "-" + digits(1) + "." + random.nextInt(1_000);
      case 8 -> digits(1 + random.nextInt(9)) + "." + "0".repeat(random.nextInt(20)) + "7";
      default -> random.nextInt(100) + "." + random.nextInt(10) + random.nextInt(10);
    };
  }

  private String strange() {
    return List.of("true", "{}", "[1]", "01", "1.", ".5", "+1", "-", "1e", "", "nul", "1 2", "1..2")
        .get(random.nextInt(13));
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
    while (digits.length() < count) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String blank() {
    return random.nextInt(4) > 0
        ? ""
        : List.of(" ", "  ", "\n", "\r\n", "\r", "\t", "\n ", "\r\r", " \n\n")
            .get(random.nextInt(9));
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /** Gives parts of different lengths, as a connection does. */
  private static InputStream parts(byte[] bytes, int largest, long seed) {
    Random random = new Random(seed);
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, 1 + random.nextInt(largest)));
      }
    };
  }
}
