package io.github.camelhpc.simulators.azbatch.filter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** How a property is compared. */
enum Operator {
  EQ("eq", comparison -> comparison == 0),
  NE("ne", comparison -> comparison != 0),
  GE("ge", comparison -> comparison >= 0),
  GT("gt", comparison -> comparison > 0),
  LE("le", comparison -> comparison <= 0),
  LT("lt", comparison -> comparison < 0),
  STARTS_WITH("startswith", comparison -> false);

  static final Set<Operator> SIX = EnumSet.range(EQ, LT);

  private final String word;
  private final IntPredicate accepts;

  Operator(String word, IntPredicate accepts) {
    this.word = word;
    this.accepts = accepts;
  }

  static Optional<Operator> of(String word) {
    return Arrays.stream(values()).filter(operator -> operator.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  /**
   * Whether an entry is wanted.
   *
   * @param comparison how its value compares to that of the filter
   */
  boolean accepts(int comparison) {
    return accepts.test(comparison);
  }
}
