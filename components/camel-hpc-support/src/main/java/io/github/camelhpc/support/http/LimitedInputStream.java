package io.github.camelhpc.support.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails when more is read from it than allowed. */
final class LimitedInputStream extends FilterInputStream {

  private final long limit;
  private long left;

  LimitedInputStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.left = limit;
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

  private long counted(long read, long answer) throws IOException {
    left -= read;
    if (left < 0) {
      throw new IOException(
          "The answer is larger than "
              + limit
              + " bytes: ask for less at a time, or set the option maxResponseSize higher");
    }
    return answer;
  }
}
