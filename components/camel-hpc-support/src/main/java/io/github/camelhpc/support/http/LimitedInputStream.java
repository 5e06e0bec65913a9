package io.github.camelhpc.support.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails when more is read from it than allowed: in all, or of one item where {@link
 * #nextItem} tells them apart.
 */
public final class LimitedInputStream extends FilterInputStream {

  private final String answer;
  private final long limit;
  private long left;

  /**
   * @param answer what is read, as the subject of a sentence
   */
  LimitedInputStream(InputStream in, String answer, long limit) {
    super(in);
    this.answer = answer;
    this.limit = limit;
    this.left = limit;
  }

  /** An item begins about here; whoever parses has read some bytes ahead. */
  public void nextItem() {
    left = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read < 0 ? read : (int) counted(1, read);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    return read < 0 ? read : (int) counted(read, read);
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    return counted(skipped, skipped);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private long counted(long read, long result) throws IOException {
    left -= read;
    if (left < 0) {
      throw new IOException(
          answer
              + " is larger than "
              + limit
              + " bytes: ask for less at a time, or set the option maxResponseSize higher");
    }
    return result;
  }
}
