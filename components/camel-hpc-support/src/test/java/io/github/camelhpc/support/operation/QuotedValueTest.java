package io.github.camelhpc.support.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedValueTest {

  @Test
  void plainTextStandsInQuotationMarks() {
    assertThat(QuotedValue.of("abc é €")).isEqualTo("'abc é €'");
    assertThat(QuotedValue.of(42)).isEqualTo("'42'");
    assertThat(QuotedValue.of(null)).isEqualTo("'null'");
  }

  @Test
  void nothingEndsTheLineOrTurnsItAround() {
    assertThat(QuotedValue.of("a\r\nb\0c\u202ed")).isEqualTo("'a\\u000d\\u000ab\\u0000c\\u202ed'");
  }

  @Test
  void aLongValueIsCutOff() {
    assertThat(QuotedValue.of("x".repeat(80))).isEqualTo("'" + "x".repeat(80) + "'");
    assertThat(QuotedValue.of("x".repeat(1 << 20))).isEqualTo("'" + "x".repeat(80) + "…'");
  }
}
