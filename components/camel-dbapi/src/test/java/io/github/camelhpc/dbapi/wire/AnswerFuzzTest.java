package io.github.camelhpc.dbapi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.model.ResourceResult;
import io.github.camelhpc.support.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random answers are read without loss; broken ones give the one exception and nothing else. */
class AnswerFuzzTest {

  private static final int ROUNDS = 2_000;
  private static final List<String> NAMES =
      List.of(
          "status",
          "result",
          "signature",
          "name",
          "cpu Usage",
          "memory",
          "type",
          "unit",
          "data",
          "interval",
          "start",
          "utcOffset",
          "id",
          "requestId",
          "total",
          "completed",
          "new");
  private static final List<String> TEXTS =
      List.of("scalar", "timeseries", "20240105_230100", "NaN", "24.00", "", "true", "UTC+09:00");
  private static final String SYNTAX = "{}[],:\"\\0123456789.eE+-nulNaI \n";

  private final Random random = new Random(42);

  private static List<ResourceResult> read(byte[] json) {
    List<ResourceResult> results = new ArrayList<>();
    new AnswerReader(new ByteArrayInputStream(json), ZoneOffset.UTC).forEachRemaining(results::add);
    return results;
  }

  private static boolean isRead(byte[] json) {
    try {
      read(json);
      return true;
    } catch (AnswerReadException e) {
      assertThat(e.getMessage()).startsWith("the answer ");
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("unexpected, for " + new String(json, UTF_8), e);
    }
  }

  private byte[] answer() {
    List<Object> resources = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      resources.add(random.nextInt(8) == 0 ? object(4) : resource());
    }
    return JsonWriter.bytes(Map.of("status", object(2), "result", resources));
  }

  @Test
  void whatIsReadAndWrittenIsReadTheSame() {
    int series = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] json = answer();
      if (isRead(json)) {
        List<ResourceResult> results = read(json);

        assertThat(read(JsonWriter.bytes(Map.of("result", results)))).isEqualTo(results);
        series += results.stream().mapToInt(result -> result.attributes().size()).sum();
      }
    }
    assertThat(series).isGreaterThan(ROUNDS);
  }

  @Test
  void whatIsCutOffIsAnError() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] json = answer();

      assertThat(isRead(Arrays.copyOf(json, random.nextInt(json.length)))).isFalse();
    }
  }

  @Test
  void whatIsBrokenIsReadOrIsAnError() {
    int read = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] json = answer();
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

  private Map<String, Object> resource() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("signature", "vm#" + random.nextInt(5));
    members.put("memory", Map.of("type", "scalar", "data", String.valueOf(random.nextInt())));
    List<Object> blocks = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      blocks.add(block());
    }
    members.put("cpu Usage", blocks);
    return members;
  }

  private Map<String, Object> block() {
    Map<String, Object> block = object(2);
    block.put("interval", random.nextInt(3) * 60);
    block.put("start", "20240105_0%d0000".formatted(random.nextInt(10)));
    List<Object> data = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      data.add(
          switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> random.nextInt();
            case 2 -> TEXTS.get(random.nextInt(TEXTS.size()));
            default -> random.nextGaussian();
          });
    }
    block.put("data", data);
    return block;
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      members.put(NAMES.get(random.nextInt(NAMES.size())), value(depth - 1));
    }
    return members;
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth <= 0 ? 5 : 8)) {
      case 0 -> null;
      case 1 -> random.nextInt(2_000);
      case 2 -> random.nextInt() + 0.5;
      case 3 -> TEXTS.get(random.nextInt(TEXTS.size()));
      case 4 -> random.nextBoolean();
      case 5 -> List.of(object(depth), object(depth));
      default -> object(depth);
    };
  }
}
