package io.github.camelhpc.hpcsoa.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the bytes that may end something in the generic format, eight at a time. */
final class MarkScan {

  private static final byte END_OF_ITEM = 0;
  private static final byte END_OF_SEPARATOR = (byte) 0xBF;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long SEPARATORS = ONES * (END_OF_SEPARATOR & 0xFF);

  private MarkScan() {}

  /** The place of the first byte 00 or BF, or the limit if there is none. */
  static int next(byte[] bytes, int from, int limit) {
    int at = from;
    for (; at <= limit - Long.BYTES; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      long marks = zeros(word) | zeros(word ^ SEPARATORS);
      if (marks != 0) {
        return at + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
      }
    }
    while (at < limit && bytes[at] != END_OF_ITEM && bytes[at] != END_OF_SEPARATOR) {
      at++;
    }
    return at;
  }

  // the high bit of each byte that is 00; those above the lowest such byte may be wrong
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }
}
