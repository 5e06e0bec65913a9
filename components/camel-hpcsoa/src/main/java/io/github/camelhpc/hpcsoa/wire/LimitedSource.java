package io.github.camelhpc.hpcsoa.wire;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what a parser reads, and stops it when one item gets too large, whatever it is made of:
 * names, attributes, comments or text.
 */
final class LimitedSource extends InputStream {

  private final InputStream in;
  private final int maxItemSize;
  private long count;
  private long itemStart;

  LimitedSource(InputStream in, int maxItemSize) {
    this.in = in;
    this.maxItemSize = maxItemSize;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  /** To be told that an item begins about here; the parser has read some bytes ahead. */
  void nextItem() {
    itemStart = count;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (count - itemStart > maxItemSize) {
      throw new SoaFormatException(
          "a response has more than %d bytes".formatted(maxItemSize), count);
    }
    int read = in.read(target, offset, length);
    count += Math.max(read, 0);
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
