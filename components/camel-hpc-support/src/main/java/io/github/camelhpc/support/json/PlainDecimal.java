package io.github.camelhpc.support.json;

/**
 * Decimal fractions of few digits. Metrics are such, and need neither a text object nor long
 * arithmetic.
 */
final class PlainDecimal {

  /** A double holds these without loss, and so their quotient is rounded once: correctly. */
  private static final long LARGEST_EXACT = 1L << 53;

  /** As many fit into a long. */
  private static final int MOST_DIGITS = 18;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  private PlainDecimal() {}

  /**
   * Whether it is one.
   *
   * @param digits as a whole number; anything if they are too many for a long
   * @param count how many digits there are
   */
  static boolean isExact(long digits, int count) {
    return count <= MOST_DIGITS && digits <= LARGEST_EXACT;
  }

  /**
   * The nearest double.
   *
   * @param fraction how many of the digits stand after the point
   */
  static double value(long digits, int fraction) {
    return fraction > 0 ? digits / POWERS_OF_TEN[fraction] : digits;
  }
}
