package io.github.camelhpc.simulators.dbapi.data;

import java.util.function.LongToDoubleFunction;

/** A wave of one day with noise. */
final class DailyLoad implements LongToDoubleFunction {

  private static final long DAY = 86_400;
  private static final int NO_SAMPLE_EVERY = 50;
  private static final double NOISE = 0.2;

  private final long key;
  private final double low;
  private final double height;
  private final double phase;

  DailyLoad(String signature, String attribute, double low, double high) {
    key = mixed(((long) signature.hashCode() << 32) ^ attribute.hashCode());
    this.low = low;
    height = high - low;
    phase = unit(key) * 2 * Math.PI;
  }

  @Override
  public double applyAsDouble(long second) {
    long chance = mixed(key ^ second);
    if (Long.remainderUnsigned(chance, NO_SAMPLE_EVERY) == 0) {
      return Double.NaN;
    }
    double turn = 2 * Math.PI * Math.floorMod(second, DAY) / DAY + phase;
    double wave = (1 + Math.sin(turn)) / 2;
    return low + height * ((1 - NOISE) * wave + NOISE * unit(chance));
  }

  private static double unit(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** The finalizer of SplitMix64: every bit of the input changes about half of the output. */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
