package io.github.camelhpc.support.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random JSON is read back as it was; broken JSON gives the one exception and nothing else. */
class JsonFuzzTest {

  private static final int ROUNDS = 3_000;
  private static final String SYNTAX = "{}[],:\"\\0123456789.eE+-truefalsn \n\u0000\u00ff";

  private final Random random = new Random(20240701);

  private static Object read(byte[] json) throws IOException {
    return JsonReader.answer(new ByteArrayInputStream(json), JsonReader::value);
  }

  private static boolean isRead(byte[] json) {
    try {
      read(json);
      return true;
    } catch (JsonFormatException e) {
      assertThat(e.getMessage()).startsWith("the answer ");
      return false;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new AssertionError("unexpected, for " + new String(json, UTF_8), e);
    }
  }

  @Test
  void whatIsWrittenIsReadAsItWas() throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      Object tree = tree(6);

      assertThat(read(JsonWriter.bytes(tree))).isEqualTo(tree);
    }
  }

  @Test
  void whatIsCutOffIsAnError() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] json = JsonWriter.bytes(Collections.singletonList(tree(4)));

      assertThat(isRead(Arrays.copyOf(json, random.nextInt(json.length)))).isFalse();
    }
  }

  @Test
  void whatIsBrokenIsReadOrIsAnError() {
    int read = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] json = JsonWriter.bytes(Collections.singletonList(tree(5)));
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        json[random.nextInt(json.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) SYNTAX.charAt(random.nextInt(SYNTAX.length()));
      }
      read += isRead(json) ? 1 : 0;
    }
    assertThat(read).isBetween(1, ROUNDS - 1);
  }

  @Test
  void whatIsNoJsonIsReadOrIsAnError() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      isRead(bytes);
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = (byte) SYNTAX.charAt(random.nextInt(SYNTAX.length()));
      }
      isRead(bytes);
    }
    assertThat(isRead(new byte[0])).isFalse();
  }

  private Object tree(int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 10)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> (long) Integer.MAX_VALUE + 1 + random.nextInt(Integer.MAX_VALUE);
      case 4 -> new BigInteger(200, random).setBit(100);
      case 5 -> random.nextDouble() * Math.pow(10, random.nextInt(-300, 300));
      case 6 -> new BigDecimal(new BigInteger(200, random).setBit(100).or(BigInteger.ONE), 20);
      case 7 -> text();
      case 8 -> list(depth - 1);
      default -> object(depth - 1);
    };
  }

  private List<Object> list(int depth) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      items.add(tree(depth));
    }
    return items;
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put(text(), tree(depth));
    }
    return members;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x1_0000));
    }
    return text.toString();
  }
}
