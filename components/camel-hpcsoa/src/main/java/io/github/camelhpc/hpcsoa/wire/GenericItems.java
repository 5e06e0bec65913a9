package io.github.camelhpc.hpcsoa.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into items that end with 00, and these into parts with EF BF BF (U+FFFF in
 * UTF-8) between (facts/hpcsoa.md §3.1). Holds one item, in a buffer that grows as far as allowed.
 */
final class GenericItems implements Closeable {

  private static final int FIRST_SIZE = 32 * 1024;
  private static final int SEPARATOR_LENGTH = 3;

  private final InputStream in;
  private final int maxSize;
  private final int[] starts;
  private final int[] ends;
  private final RepeatedPart first = new RepeatedPart();
  private byte[] buffer = new byte[FIRST_SIZE];
  // the bytes of the stream before the buffer, the next item in the buffer, what is filled of it
  private long before;
  private int start;
  private int limit;
  private int itemStart;
  private int parts;
  private boolean firstIsRepeated;

  /**
   * @param parts how many parts an item has
   * @param maxSize the largest item, in bytes
   */
  GenericItems(InputStream in, int parts, int maxSize) {
    this.in = in;
    this.maxSize = maxSize;
    this.starts = new int[parts];
    this.ends = new int[parts];
  }

  /**
   * Goes to the next item.
   *
   * @return false at the end of the stream
   */
  boolean next() throws IOException {
    itemStart = start;
    int at = begin();
    while (true) {
      at = scan(at);
      if (at < limit) {
        end(at);
        take(at);
        return true;
      }
      int moved = start;
      if (!fill()) {
        return atEndOfStream();
      }
      at -= moved - start;
    }
  }

  private void take(int at) throws SoaFormatException {
    requireSize(at - start);
    if (before + start == 0 && startsWithByteOrderMark()) {
      starts[0] += SEPARATOR_LENGTH;
    }
    start = at + 1;
  }

  // some writers of UTF-8 begin with it
  private boolean startsWithByteOrderMark() {
    return ends[0] >= SEPARATOR_LENGTH
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF;
  }

  private void requireSize(int size) throws SoaFormatException {
    if (size > maxSize) {
      throw new SoaFormatException(
          "a response has more than %d bytes; see the option maxResponseSize".formatted(maxSize),
          before + start + maxSize);
    }
  }

  private int scan(int from) {
    int at = MarkScan.next(buffer, from, limit);
    while (at < limit && buffer[at] != 0) {
      if (endsSeparator(at)) {
        separate(at);
      }
      at = MarkScan.next(buffer, at + 1, limit);
    }
    return at;
  }

  private boolean endsSeparator(int at) {
    return at - start >= SEPARATOR_LENGTH - 1
        && buffer[at - 1] == (byte) 0xBF
        && buffer[at - 2] == (byte) 0xEF;
  }

  // gives the place to go on from
  private int begin() {
    parts = 1;
    starts[0] = start;
    firstIsRepeated = first.isAt(buffer, start, limit);
    if (!firstIsRepeated) {
      return start;
    }
    int at = start + first.length();
    separate(at - 1);
    return at;
  }

  private void separate(int at) {
    end(at - SEPARATOR_LENGTH + 1);
    if (parts < starts.length) {
      starts[parts] = at + 1;
    }
    parts++;
  }

  private void end(int at) {
    if (parts <= ends.length) {
      ends[parts - 1] = at;
    }
  }

  // makes room after what is there of the item, and reads; the item moves to the buffer's start
  private boolean fill() throws IOException {
    int size = limit - start;
    requireSize(size);
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, size);
      moveBy(start);
    }
    if (limit == buffer.length) {
      long larger = Math.min(2L * buffer.length, maxSize + 1L);
      buffer = Arrays.copyOf(buffer, (int) Math.max(larger, buffer.length + 1L));
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(read, 0);
    return read >= 0;
  }

  private void moveBy(int distance) {
    for (int i = 0; i < starts.length; i++) {
      starts[i] -= distance;
      ends[i] -= distance;
    }
    before += distance;
    itemStart -= distance;
    limit -= distance;
    start = 0;
  }

  private boolean atEndOfStream() throws SoaFormatException {
    if (start < limit) {
      throw new SoaFormatException(
          "the responses break off in the middle of one" + hint(), before + limit);
    }
    return false;
  }

  /** How many parts the item has; only so many as expected can be asked for. */
  int parts() {
    return parts;
  }

  /** The text of the first part, where others follow. */
  String firstText() throws SoaFormatException {
    // the buffer may have ended within it, when it was looked for
    if (firstIsRepeated || first.isAt(buffer, starts[0], start)) {
      return first.text();
    }
    String text = text(0);
    first.replace(buffer, starts[0], ends[0] + SEPARATOR_LENGTH, text);
    return text;
  }

  /** The text of a part. */
  String text(int part) throws SoaFormatException {
    int from = starts[part];
    int length = ends[part] - from;
    String text = new String(buffer, from, length, StandardCharsets.UTF_8);
    // what stands for a malformed byte may also be meant
    if (text.indexOf('\uFFFD') >= 0) {
      requireWellFormed(from, length);
    }
    return text;
  }

  private void requireWellFormed(int from, int length) throws SoaFormatException {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, from, length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(length + 1), true);
    if (result.isError()) {
      throw new SoaFormatException("a response is not UTF-8", before + bytes.position());
    }
  }

  /** Requires that only white space follows. */
  void requireNoMore() throws IOException {
    do {
      for (; start < limit; start++) {
        byte b = buffer[start];
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
          throw new SoaFormatException("something follows the end of the responses", offset());
        }
      }
    } while (fill());
  }

  /** Says, if the item looks like XML, what may be wrong. */
  String hint() {
    return itemStart < limit && buffer[itemStart] == '<'
        ? "; this looks like XML: set genericService=false"
        : "";
  }

  /** How many bytes come before the item. */
  long itemOffset() {
    return before + itemStart;
  }

  /** How many bytes come before what is read next. */
  long offset() {
    return before + start;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
