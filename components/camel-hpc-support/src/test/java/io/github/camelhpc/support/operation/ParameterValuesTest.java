package io.github.camelhpc.support.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {

  private static final Parameter JOB_ID = Parameter.path("jobId", "CamelXJobId", ValueType.INTEGER);
  private static final Parameter OWNER = Parameter.query("owner", "CamelXOwner", ValueType.TEXT);
  private static final Parameter SORT =
      Parameter.query("sort", "CamelXSort", ValueType.TEXT).oneOf("Ascending", "Descending");
  private static final Parameter FORCED =
      Parameter.query("forced", "CamelXForced", ValueType.BOOLEAN);
  private static final Parameter TIMEOUT =
      Parameter.local("awaitTimeout", "CamelXAwaitTimeout", ValueType.DURATION);
  private static final Parameter SINCE =
      Parameter.filterTerm("since", "CamelXSince", "ChangeTime", ValueType.INSTANT);
  private static final OperationSpec GET_JOB =
      OperationSpec.get("/jobs/{jobId}", JOB_ID).with(OWNER, SORT, FORCED, TIMEOUT, SINCE);

  @Test
  void headerBeatsOption() {
    ParameterValues values = resolve(Map.of("CamelXJobId", 42), Map.of("jobId", 7));

    assertThat(values.get(JOB_ID)).isEqualTo("42");
    assertThat(values.integer(JOB_ID)).isEqualTo(42);
  }

  @Test
  void optionBeatsNothing() {
    ParameterValues values = resolve(Map.of(), Map.of("jobId", 7, "owner", "ann"));

    assertThat(values.integer(JOB_ID)).isEqualTo(7);
    assertThat(values.get(OWNER)).isEqualTo("ann");
    assertThat(values.has(SORT)).isFalse();
    assertThat(values.get(SORT)).isNull();
  }

  @Test
  void emptyHeaderIsNoValue() {
    ParameterValues values =
        resolve(Map.of("CamelXJobId", "", "CamelXOwner", ""), Map.of("jobId", 7));

    assertThat(values.integer(JOB_ID)).isEqualTo(7);
    assertThat(values.has(OWNER)).isFalse();
  }

  @Test
  void missingRequiredParameterNamesOptionAndHeader() {
    assertThatThrownBy(() -> resolve(Map.of(), Map.of()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage("x:getJob needs jobId: set the option jobId or the header CamelXJobId");
  }

  @Test
  void badValueNamesOptionAndHeader() {
    assertThatThrownBy(() -> resolve(Map.of("CamelXJobId", "seven"), Map.of()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "x:getJob: jobId must be a whole number, not 'seven';"
                + " change the option jobId or the header CamelXJobId");
  }

  @Test
  void valueOutsideTheAllowedOnesIsRefused() {
    assertThatThrownBy(() -> resolve(Map.of("CamelXSort", "up"), Map.of("jobId", 7)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage(
            "x:getJob: sort must be one of Ascending, Descending, not 'up';"
                + " change the option sort or the header CamelXSort");
  }

  @Test
  void allowedValueGetsTheServicesSpelling() {
    ParameterValues values = resolve(Map.of("CamelXSort", "DESCENDING"), Map.of("jobId", 7));

    assertThat(values.get(SORT)).isEqualTo("Descending");
  }

  @Test
  void typedValuesAreGivenBack() {
    ParameterValues values =
        resolve(
            Map.of("CamelXForced", "TRUE", "CamelXAwaitTimeout", "2h"),
            Map.of("jobId", "7", "since", "2026-01-31T12:00:00+01:00"));

    assertThat(values.isTrue(FORCED, false)).isTrue();
    assertThat(values.duration(TIMEOUT)).isEqualTo(Duration.ofHours(2));
    assertThat(values.instant(SINCE)).isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
  }

  @Test
  void typedReadersAnswerTheirFallbackWithoutValue() {
    ParameterValues values = ParameterValues.none("x:getJob");

    assertThat(values.integer(JOB_ID)).isNull();
    assertThat(values.duration(TIMEOUT)).isNull();
    assertThat(values.instant(SINCE)).isNull();
    assertThat(values.isTrue(FORCED, true)).isTrue();
    assertThat(values.isTrue(FORCED, false)).isFalse();
  }

  @Test
  void wholeNumberBeyondIntNamesOptionAndHeaderWhenItIsReadAsInt() {
    ParameterValues values = resolve(Map.of("CamelXJobId", 99_999_999_999L), Map.of());

    assertThat(values.get(JOB_ID)).isEqualTo("99999999999");
    assertThatThrownBy(() -> values.integer(JOB_ID))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("jobId")
        .hasMessageContaining("CamelXJobId");
  }

  @Test
  void copiesLeaveTheOriginalAlone() {
    ParameterValues values = resolve(Map.of(), Map.of("jobId", 7, "owner", "ann"));

    ParameterValues other = values.with(OWNER, null).with(FORCED, true).forOperation("x:other");

    assertThat(other.has(OWNER)).isFalse();
    assertThat(other.get(FORCED)).isEqualTo("true");
    assertThat(other.operation()).isEqualTo("x:other");
    assertThat(other.only(FORCED, OWNER).has(JOB_ID)).isFalse();
    assertThat(values.get(OWNER)).isEqualTo("ann");
    assertThat(values.has(FORCED)).isFalse();
  }

  private static ParameterValues resolve(Map<String, ?> headers, Map<String, ?> options) {
    return ParameterValues.resolve(
        "x:getJob", GET_JOB, p -> headers.get(p.header()), p -> options.get(p.option()));
  }
}
