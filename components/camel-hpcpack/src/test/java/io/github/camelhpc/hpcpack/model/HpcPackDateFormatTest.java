package io.github.camelhpc.hpcpack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HpcPackDateFormatTest {

  private static final Instant MORNING = Instant.parse("2019-07-05T09:05:07Z");
  private static final Instant EVENING = Instant.parse("2010-12-31T21:00:09Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "M/d/yyyy h:mm:ss tt        | 7/5/2019 9:05:07 AM       | 12/31/2010 9:00:09 PM",
        "MM/dd/yyyy HH:mm:ss        | 07/05/2019 09:05:07       | 12/31/2010 21:00:09",
        "dd.MM.yyyy HH:mm:ss        | 05.07.2019 09:05:07       | 31.12.2010 21:00:09",
        "d.M.yy H:mm:ss             | 5.7.19 9:05:07            | 31.12.10 21:00:09",
        "yyyy-MM-dd HH:mm:ss        | 2019-07-05 09:05:07       | 2010-12-31 21:00:09",
        "yyyyMMddHHmmss             | 20190705090507            | 20101231210009",
        "dd-MMM-yy hh:mm:ss tt      | 05-Jul-19 09:05:07 AM     | 31-Dec-10 09:00:09 PM",
        "dddd, MMMM d, yyyy h:m:s t | Friday, July 5, 2019 9:5:7 A | Friday, December 31, 2010 9:0:9 P",
        "ddd d MMM yyyy HH.mm.ss    | Fri 5 Jul 2019 09.05.07   | Fri 31 Dec 2010 21.00.09",
        "d 'de' MMMM yyyy HH'h'mm \\m s | 5 de July 2019 09h05 m 7 | 31 de December 2010 21h00 m 9",
        "\"on\" yyyy/M/d %H:mm:ss.ff | on 2019/7/5 9:05:07.00   | on 2010/12/31 21:00:09.00",
        "tt h:mm:ss yyyy. MM. dd.   | AM 9:05:07 2019. 07. 05.  | PM 9:00:09 2010. 12. 31."
      })
  void writesAndReadsWithThePattern(String pattern, String morning, String evening) {
    HpcPackDateFormat format = new HpcPackDateFormat(pattern);

    assertThat(format.format(MORNING)).isEqualTo(morning);
    assertThat(format.format(EVENING)).isEqualTo(evening);
    assertThat(format.parse(morning)).isEqualTo(MORNING);
    assertThat(format.parse(evening)).isEqualTo(EVENING);
    assertThat(format.pattern()).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource({"12:00:00 AM, 00:00:00", "12:30:00 PM, 12:30:00", "1:00:00 pm, 13:00:00"})
  void noonAndMidnight(String text, String time) {
    assertThat(new HpcPackDateFormat(HpcPackDateFormat.EN_US).parse("7/5/2019 " + text))
        .isEqualTo(Instant.parse("2019-07-05T" + time + "Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "ss.fff, 07.120, 07.120, 2019-07-05T09:05:07.12Z",
    "ss.FFF, 07.12, 07.12, 2019-07-05T09:05:07.12Z",
    "ss.FFF, 07, 07, 2019-07-05T09:05:07Z",
    "ss.fffffff, 07.1234567, 07.1234567, 2019-07-05T09:05:07.1234567Z"
  })
  void fractions(String seconds, String text, String written, String time) {
    HpcPackDateFormat format = new HpcPackDateFormat("yyyy-MM-dd HH:mm:" + seconds);

    assertThat(format.parse("2019-07-05 09:05:" + text)).isEqualTo(Instant.parse(time));
    assertThat(format.format(Instant.parse(time))).isEqualTo("2019-07-05 09:05:" + written);
  }

  @Test
  void whatThePatternHasNoPlaceForIsCutOff() {
    assertThat(
            new HpcPackDateFormat(HpcPackDateFormat.EN_US)
                .format(Instant.parse("2019-07-05T09:05:07.999Z")))
        .isEqualTo("7/5/2019 9:05:07 AM");
    assertThat(new HpcPackDateFormat("M/d/yyyy").parse("7/5/2019"))
        .isEqualTo(Instant.parse("2019-07-05T00:00:00Z"));
    assertThat(new HpcPackDateFormat("M/d/yyyy h tt").parse("7/5/2019 3 PM"))
        .isEqualTo(Instant.parse("2019-07-05T15:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-07-05T09:05:07Z, 2019-07-05T09:05:07Z",
    "2019-07-05T09:05:07+00:00, 2019-07-05T09:05:07Z",
    "2019-07-05T11:05:07.1234567+02:00, 2019-07-05T09:05:07.1234567Z",
    "2019-07-05T09:05:07, 2019-07-05T09:05:07Z",
    "2015-10-16, 2015-10-16T00:00:00Z",
    "2010/12/7 23:18:20, 2010-12-07T23:18:20Z",
    "9/27/2011 9:53:26 PM, 2011-09-27T21:53:26Z",
    "9/27/2011 9:53:26\u202fPM, 2011-09-27T21:53:26Z",
    "' 9/27/2011 9:53:26 pm ', 2011-09-27T21:53:26Z"
  })
  void otherFormsAreReadWhateverThePattern(String text, String time) {
    assertThat(new HpcPackDateFormat("dd.MM.yyyy HH:mm:ss").parse(text))
        .isEqualTo(Instant.parse(time));
  }

  @Test
  void theServersPatternComesFirst() {
    assertThat(new HpcPackDateFormat("d/M/yyyy h:mm:ss tt").parse("7/5/2019 9:05:07 AM"))
        .isEqualTo(Instant.parse("2019-05-07T09:05:07Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "7/5/2019",
        "7/5/2019 9:05:07",
        "2/31/2019 9:05:07 AM",
        "7/5/2019 13:05:07 AM",
        "7/5/19 9:05:07 AM",
        "7/5/2019 9:05:07 AM UTC",
        "2019-02-30"
      })
  void noTimeGivesNone(String text) {
    assertThat(new HpcPackDateFormat(HpcPackDateFormat.EN_US).tryParse(text)).isEmpty();
  }

  @Test
  void failureNamesTextAndPattern() {
    HpcPackDateFormat format = new HpcPackDateFormat(HpcPackDateFormat.EN_US);

    assertThat(format.tryParse(null)).isEmpty();
    assertThatThrownBy(() -> format.parse("soon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'soon' is not a time of the form 'M/d/yyyy h:mm:ss tt', nor of ISO 8601");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "yyyy-MM-dd HH:mm:ss zzz | has 'z', which is not supported",
        "yyyy-MM-ddK             | has 'K', which is not supported",
        "M/d/yyyy h:mm:ss        | has hours from 1 to 12 but no tt: morning and evening look the same",
        "d MMM y                 | has a year of one digit, y; use yy or yyyy",
        "HH:mm:ss.ffffffff       | has more than 7 digits of a second",
        "d 'de                   | lacks a closing '",
        "d\\                     | ends with \\, which must be followed by a character"
      })
  void patternsThatCannotBeUsedAreRefused(String pattern, String reason) {
    assertThatThrownBy(() -> new HpcPackDateFormat(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the date pattern '" + pattern + "' " + reason);
  }

  @Test
  void theMachinesLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      HpcPackDateFormat format = new HpcPackDateFormat("dddd d MMMM yyyy h:mm:ss tt");

      assertThat(format.format(MORNING)).isEqualTo("Friday 5 July 2019 9:05:07 AM");
      assertThat(format.parse("Friday 5 July 2019 9:05:07 AM")).isEqualTo(MORNING);
    } finally {
      Locale.setDefault(before);
    }
  }
}
