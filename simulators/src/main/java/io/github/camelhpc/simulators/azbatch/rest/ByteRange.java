package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param from the first byte
 * @param length how many
 */
record ByteRange(long from, long length) {

  private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

  /**
   * What {@code ocp-range} asks for.
   *
   * @param header {@code bytes=0-99} or {@code bytes=100-}
   * @param size the size of the file
   * @throws BatchFault if there is no such part
   */
  static ByteRange of(String header, long size) {
    Matcher matcher = FORM.matcher(header);
    if (!matcher.matches()) {
      throw BatchFault.invalidHeader("ocp-range", header, "Use bytes=0-99 or bytes=100-.");
    }
    long from = Long.parseLong(matcher.group(1));
    long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
    if (from >= size || last < from) {
      throw BatchFault.of(
          416, "InvalidRange", "The range specified is invalid for the current size of the file.");
    }
    return new ByteRange(from, Math.min(last, size - 1) - from + 1);
  }

  long last() {
    return from + length - 1;
  }
}
