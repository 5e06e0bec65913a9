package io.github.camelhpc.azbatch.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.support.json.JsonFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever members an object has, Map or JSON → typed → Map or JSON loses none of them. */
class BatchModelFuzzTest {

  private static final int ROUNDS = 1_000;
  private static final List<String> NAMES =
      List.of(
          "value",
          "odata.nextLink",
          "values",
          "key",
          "lang",
          "code",
          "poolId",
          "nodeId",
          "nodeUrl",
          "jobPreparationTaskExecutionInfo",
          "jobReleaseTaskExecutionInfo",
          "state",
          "startTime",
          "endTime",
          "taskRootDirectory",
          "taskRootDirectoryUrl",
          "lastRetryTime",
          "exitCode",
          "retryCount",
          "containerInfo",
          "containerId",
          "error",
          "failureInfo",
          "category",
          "details",
          "message",
          "name",
          "result",
          "somethingNew");

  private final Random random = new Random(42);

  static List<Function<Map<?, ?>, BatchModel>> types() {
    return List.of(
        BatchError::of,
        BatchErrorDetail::of,
        CloudJobListPreparationAndReleaseTaskStatusResult::of,
        ErrorMessage::of,
        JobPreparationAndReleaseTaskExecutionInformation::of,
        JobPreparationTaskExecutionInformation::of,
        JobReleaseTaskExecutionInformation::of,
        NameValuePair::of,
        TaskContainerExecutionInformation::of,
        TaskFailureInformation::of);
  }

  @ParameterizedTest
  @MethodSource("types")
  void nothingIsLost(Function<Map<?, ?>, BatchModel> of) throws IOException {
    int typed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      Map<String, Object> sent = object(3);

      BatchModel model = of.apply(sent);

      assertThat(model.toMap()).isEqualTo(sent);
      assertThat(BatchJson.readObject(new ByteArrayInputStream(BatchJson.bytes(model))))
          .isEqualTo(sent);
      assertThat(of.apply(model.toMap())).isEqualTo(model);
      typed += model.additionalProperties().size() < sent.size() ? 1 : 0;
    }
    assertThat(typed).as("objects with a typed member").isPositive();
  }

  @Test
  void aBrokenPageIsReadOrIsAnError() {
    byte[] page = BatchJson.bytes(Map.of("value", List.of(object(3), object(3))));
    int errors = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] broken = Arrays.copyOf(page, page.length - random.nextInt(2) * random.nextInt(20));
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      try {
        BatchJson.readPage(
            new ByteArrayInputStream(broken), JobPreparationAndReleaseTaskExecutionInformation::of);
      } catch (JsonFormatException e) {
        errors++;
      } catch (IOException | RuntimeException e) {
        throw new AssertionError("unexpected, for " + new String(broken, UTF_8), e);
      }
    }
    assertThat(errors).isBetween(1, ROUNDS - 1);
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = random.nextInt(14); i > 0; i--) {
      members.put(NAMES.get(random.nextInt(NAMES.size())), value(depth - 1));
    }
    return members;
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 10)) {
      case 0 -> null;
      case 1 -> random.nextInt();
      case 2 -> random.nextLong() | 1L << 40;
      case 3 -> random.nextInt() + 0.5;
      case 4 ->
          List.of("Completed", "usererror", "2024-11-05T09:00:03.1200Z", "").get(random.nextInt(4));
      case 5 -> random.nextBoolean();
      case 6, 7 -> list(depth);
      default -> object(depth);
    };
  }

  private List<Object> list(int depth) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(random.nextInt(8) == 0 ? value(depth - 1) : object(depth));
    }
    return items;
  }
}
