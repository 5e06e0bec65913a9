package io.github.camelhpc.hpcsoa.wire;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what a parser reads, and stops it when one item gets too large, whatever it is made of:
 * names, attributes, comments or text. Reads ahead, because a parser asks the socket for little at
 * a time.
 */
final class LimitedSource extends InputStream {

  private static final int AHEAD = 32 * 1024;

  private final InputStream in;
  private final int maxItemSize;
  private final byte[] ahead = new byte[AHEAD];
  private int start;
  private int limit;
  private long count;
  private long itemStart;

  LimitedSource(InputStream in, int maxItemSize) {
    this.in = in;
    this.maxItemSize = maxItemSize;
  }

  /** How many bytes the parser has read. */
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
          "a response has more than %d bytes; see the option maxResponseSize"
              .formatted(maxItemSize),
          count);
    }
    if (length > 0 && start == limit && !fill()) {
      return -1;
    }
    int read = Math.min(length, limit - start);
    System.arraycopy(ahead, start, target, offset, read);
    start += read;
    count += read;
    return read;
  }

  // takes what is there, and waits only where there is nothing
  private boolean fill() throws IOException {
    int read = in.read(ahead, 0, AHEAD);
    start = 0;
    limit = Math.max(read, 0);
    return read >= 0;
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
