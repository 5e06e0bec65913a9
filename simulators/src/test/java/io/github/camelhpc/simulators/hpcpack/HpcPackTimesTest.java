package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HpcPackTimesTest {

  private static final Instant TIME = Instant.parse("2019-07-05T21:05:07Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M/d/yyyy h:mm:ss tt|7/5/2019 9:05:07 PM",
        "dd.MM.yyyy HH:mm:ss|05.07.2019 21:05:07",
        "yyyy-MM-dd'T'HH:mm:ss|2019-07-05T21:05:07",
        "dddd, MMMM d, yyyy HH:mm:ss|Friday, July 5, 2019 21:05:07",
      })
  void writesAndReadsThePatternsOfDotNet(String pattern, String text) {
    HpcPackTimes times = HpcPackTimes.ofPattern(pattern);

    assertThat(times.format(TIME)).isEqualTo(text);
    assertThat(times.parse(text)).hasValue(TIME);
  }

  @Test
  void notYetIsEmpty() {
    assertThat(HpcPackTimes.ofPattern("M/d/yyyy").format(0)).isEmpty();
  }

  @Test
  void patternThatIsNoneIsRefused() {
    assertThatThrownBy(() -> HpcPackTimes.ofPattern("jib"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The date pattern 'jib' is not one of .NET");
  }
}
