package io.github.camelhpc.azbatch.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lenient: values in any case, unknown ones, unknown members, other kinds. */
class BatchModelTest {

  private static JobReleaseTaskExecutionInformation release(String member, Object value) {
    return JobReleaseTaskExecutionInformation.of(Collections.singletonMap(member, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "Completed", "COMPLETED"})
  void valuesAreComparedWithoutRegardToCase(String text) {
    JobReleaseTaskState state = JobReleaseTaskState.of(text);

    assertThat(state).isEqualTo(JobReleaseTaskState.COMPLETED);
    assertThat(state).hasSameHashCodeAs(JobReleaseTaskState.COMPLETED);
    assertThat(state.known()).isTrue();
    assertThat(state.text()).isEqualTo(text);
    assertThat(state).hasToString("completed");
    assertThat(release("state", text).toMap()).containsExactly(entry("state", text));
  }

  @Test
  void valuesThatAreNotKnownAreKept() {
    JobReleaseTaskState state = release("state", "Paused").state();

    assertThat(state.known()).isFalse();
    assertThat(state).hasToString("Paused").isEqualTo(JobReleaseTaskState.of("paused"));
    assertThat(state).isNotEqualTo(JobReleaseTaskState.RUNNING);
  }

  @Test
  void valuesOfTwoTypesAreNeverEqual() {
    assertThat((Object) JobReleaseTaskState.COMPLETED)
        .isNotEqualTo(JobPreparationTaskState.COMPLETED)
        .isNotEqualTo("completed");
  }

  @Test
  void theDocumentedValuesAreKnown() {
    assertThat(
            List.of(
                JobPreparationTaskState.RUNNING,
                JobPreparationTaskState.COMPLETED,
                JobReleaseTaskState.RUNNING,
                TaskExecutionResult.SUCCESS,
                TaskExecutionResult.FAILURE,
                ErrorCategory.USER_ERROR,
                ErrorCategory.SERVER_ERROR))
        .allMatch(BatchValue::known)
        .extracting(BatchValue::text)
        .containsExactly(
            "running", "completed", "running", "success", "failure", "usererror", "servererror");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-05T09:00:03Z,         2024-11-05T09:00:03Z",
    "2024-11-05T09:00:03.5Z,       2024-11-05T09:00:03.500Z",
    "2024-11-05T09:00:03.1234567Z, 2024-11-05T09:00:03.123456700Z",
    "2024-11-05T10:00:03+01:00,    2024-11-05T09:00:03Z"
  })
  void timesAreKeptAsTheyWereWritten(String text, String instant) {
    BatchTime time = release("endTime", text).endTime();

    assertThat(time.instant()).isEqualTo(instant);
    assertThat(time).hasToString(text);
    assertThat(release("endTime", text).toMap()).containsExactly(entry("endTime", text));
  }

  @Test
  void aTimeIsMadeOfAnInstantOrOfText() {
    assertThat(BatchTime.of(Instant.parse("2024-11-05T09:00:03Z")))
        .isEqualTo(new BatchTime("2024-11-05T09:00:03Z"));
    assertThatThrownBy(() -> new BatchTime("yesterday")).isInstanceOf(DateTimeException.class);
  }

  @Test
  void membersThatAreNotKnownAreKeptInTheirOrder() {
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("zone", "eu");
    sent.put("containerId", "c1");
    sent.put("ports", List.of(80, Map.of("udp", true)));
    sent.put("labels", null);

    TaskContainerExecutionInformation container = TaskContainerExecutionInformation.of(sent);

    assertThat(container.containerId()).isEqualTo("c1");
    assertThat(container.additionalProperties()).containsOnlyKeys("zone", "ports", "labels");
    assertThat(container.toMap()).isEqualTo(sent);
    assertThat(container.toMap().keySet())
        .containsExactly("containerId", "zone", "ports", "labels");
    assertThatThrownBy(() -> container.additionalProperties().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "'3', 3", "' 3 ', 3", "-1073741510, -1073741510"})
  void aNumberMayBeText(String text, int exitCode) {
    assertThat(release("exitCode", text).exitCode()).isEqualTo(exitCode);
    assertThat(release("exitCode", Double.valueOf(text)).exitCode()).isEqualTo(exitCode);
    assertThat(release("exitCode", new BigDecimal(text.trim() + ".0")).exitCode())
        .isEqualTo(exitCode);
  }

  @Test
  void whatIsNotOfTheDocumentedKindIsKeptButNotTyped() {
    for (Object value :
        Arrays.asList(
            3.5,
            new BigDecimal("1e-400"),
            new BigDecimal("1e999999999"),
            "three",
            4294967296L,
            List.of(3),
            Map.of("n", 3),
            true,
            null)) {
      JobReleaseTaskExecutionInformation release = release("exitCode", value);

      assertThat(release.exitCode()).as("%s", value).isNull();
      assertThat(release.toMap()).isEqualTo(Collections.singletonMap("exitCode", value));
    }
    assertKept("endTime", "soon");
    assertKept("endTime", 1700000000);
    assertKept("state", 1);
    assertKept("taskRootDirectory", 7);
    assertKept("failureInfo", "it failed");
    assertKept("containerInfo", List.of());
  }

  private static void assertKept(String member, Object value) {
    JobReleaseTaskExecutionInformation release = release(member, value);

    assertThat(release.additionalProperties()).containsExactly(entry(member, value));
    assertThat(release.toMap()).containsExactly(entry(member, value));
  }

  @Test
  void aListIsTypedAsAWholeOrNotAtAll() {
    Map<String, Object> mixed = Map.of("details", List.of(Map.of("name", "a"), "b"));
    Map<String, Object> empty = Map.of("details", List.of());

    assertThat(TaskFailureInformation.of(mixed).details()).isEmpty();
    assertThat(TaskFailureInformation.of(mixed).toMap()).isEqualTo(mixed);
    assertThat(TaskFailureInformation.of(empty).details()).isEmpty();
    assertThat(TaskFailureInformation.of(empty).toMap()).isEqualTo(empty);
    assertThat(TaskFailureInformation.of(Map.of()).details()).isEmpty();
    assertThat(TaskFailureInformation.of(Map.of()).toMap()).isEmpty();
  }

  @Test
  void typedObjectsInAMapAreTaken() {
    NameValuePair pair = new NameValuePair("a", "b", null);

    assertThat(TaskFailureInformation.of(Map.of("details", List.of(pair))).details())
        .containsExactly(pair);
  }

  @Test
  void anErrorIsReadWithItsValues() {
    String body =
        """
        {"odata.metadata":"https://a.b.batch.azure.com/$metadata#x","code":"InvalidQueryParameterValue",
         "message":{"lang":"en-US","value":"One is invalid.\\nRequestId:4f0c\\nTime:2024-11-05T09:00:00Z"},
         "values":[{"key":"QueryParameterName","value":"maxresults"},{"key":"Reason","value":"low"}]}
        """;

    BatchError error = BatchError.readOrNull(body.getBytes(UTF_8));

    assertThat(error.code()).isEqualTo("InvalidQueryParameterValue");
    assertThat(error.message().lang()).isEqualTo("en-US");
    assertThat(error.message().value()).startsWith("One is invalid.\nRequestId:4f0c");
    assertThat(error.values())
        .extracting(BatchErrorDetail::key, BatchErrorDetail::value)
        .containsExactly(tuple("QueryParameterName", "maxresults"), tuple("Reason", "low"));
    assertThat(error.additionalProperties()).containsOnlyKeys("odata.metadata");
    assertThat(BatchError.of(error.toMap())).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "{}",
        "[]",
        "{\"error\":\"x\"}",
        "null",
        "{\"code\":\"Cut",
        "\u0000"
      })
  void whatIsNotTheServicesErrorIsNone(String body) {
    assertThat(BatchError.readOrNull(body.getBytes(UTF_8))).isNull();
  }
}
