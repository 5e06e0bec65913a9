package io.github.camelhpc.hpcsoa.wire;

import java.util.Arrays;

/** A text that is mostly the same as the one before, which is then not made again. */
final class RepeatedText {

  private String last = "";
  private char[] characters = new char[0];

  /** The text of these characters. */
  String of(char[] text, int start, int length) {
    if (!Arrays.equals(text, start, start + length, characters, 0, characters.length)) {
      last = new String(text, start, length);
      characters = last.toCharArray();
    }
    return last;
  }
}
