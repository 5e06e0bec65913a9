package io.github.camelhpc.hpcsoa.wire;

import java.util.Arrays;

/**
 * The first part of an item with the separator after it, which is mostly the same in the next item,
 * and then neither searched through nor decoded again.
 */
final class RepeatedPart {

  private static final int MAX_SIZE = 1024;

  private byte[] bytes = {};
  private String text = "";

  /** How many bytes it has, with the separator; 0 if there is none yet. */
  int length() {
    return bytes.length;
  }

  /** Its text. */
  String text() {
    return text;
  }

  /** Whether the bytes from here to the limit begin with it. */
  boolean isAt(byte[] buffer, int from, int limit) {
    int to = from + bytes.length;
    return bytes.length > 0 && to <= limit && Arrays.equals(buffer, from, to, bytes, 0, to - from);
  }

  /** To be told of another one, which is kept if it is not very long. */
  void replace(byte[] buffer, int from, int to, String decoded) {
    if (to - from <= MAX_SIZE) {
      bytes = Arrays.copyOfRange(buffer, from, to);
      text = decoded;
    }
  }
}
