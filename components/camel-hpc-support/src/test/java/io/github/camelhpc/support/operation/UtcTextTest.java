package io.github.camelhpc.support.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-11-05T09:00:03Z",
        "2024-11-05T09:00:03.5Z",
        "2024-11-05T09:00:03.1234567Z",
        "2024-11-05T23:59:59.999999999Z",
        "2024-02-29T00:00:00.0Z",
        "1969-12-31T23:59:59.000000001Z",
        "1900-02-28T12:30:00Z",
        "2000-02-29T12:30:00Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z"
      })
  void theUsualFormIsReadAsJavaReadsIt(String text) {
    assertThat(UtcText.read(text)).isEqualTo(Instant.parse(text));
    assertThat(Instants.of(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-11-05T09:00Z",
        "2024-11-05T09:00:03+00:00",
        "2024-11-05T10:00:03+01:00",
        "2024-11-05T09:00:03",
        "2024-11-05 09:00:03Z",
        " 2024-11-05T09:00:03Z",
        "+12024-11-05T09:00:03Z",
        "2024-11-05"
      })
  void otherFormsAreLeftToTheFormatter(String text) {
    assertThat(UtcText.read(text)).isNull();
    assertThat(Instants.of(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2024-13-05T09:00:03Z",
        "2024-00-05T09:00:03Z",
        "2024-11-31T09:00:03Z",
        "2024-11-00T09:00:03Z",
        "2023-02-29T09:00:03Z",
        "1900-02-29T09:00:03Z",
        "2024-11-05T24:00:00Z",
        "2024-11-05T09:60:03Z",
        "2024-11-05T09:00:60Z",
        "2024-11-05T09:00:03.1234567890Z",
        "2024-11-05T09:00:03,5Z",
        "2024-11-05T09:00:03.5xZ",
        "2024-11-05T09:00:03.-5Z",
        "2024-11-05T09:00:033Z",
        "2024-1x-05T09:00:03Z",
        "-024-11-05T09:00:03Z",
        "2024/11/05T09:00:03Z",
        "٢٠٢٤-11-05T09:00:03Z"
      })
  void whatIsNoTimeIsRefusedAsBefore(String text) {
    assertThat(UtcText.read(text)).isNull();
    assertThatThrownBy(() -> Instants.of(text)).isInstanceOf(DateTimeException.class);
  }
}
