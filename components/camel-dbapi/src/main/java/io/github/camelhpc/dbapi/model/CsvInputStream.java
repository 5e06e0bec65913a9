package io.github.camelhpc.dbapi.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;

/** Makes lines of rows as they are read. */
final class CsvInputStream extends InputStream {

  private static final int PORTION = 8_192;

  private final Iterator<MetricRow> rows;
  private final StringBuilder text = new StringBuilder();
  private byte[] bytes;
  private int next;

  /**
   * @param first what stands before the rows
   */
  CsvInputStream(byte[] first, Iterator<MetricRow> rows) {
    this.bytes = first;
    this.rows = rows;
  }

  @Override
  public int read() {
    return isAtByte() ? bytes[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!isAtByte()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, target, offset, count);
    next += count;
    return count;
  }

  private boolean isAtByte() {
    if (next == bytes.length) {
      text.setLength(0);
      while (text.length() < PORTION && rows.hasNext()) {
        MetricCsv.append(rows.next(), text);
      }
      bytes = text.toString().getBytes(UTF_8);
      next = 0;
    }
    return next < bytes.length;
  }

  @Override
  public void close() throws IOException {
    if (rows instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
