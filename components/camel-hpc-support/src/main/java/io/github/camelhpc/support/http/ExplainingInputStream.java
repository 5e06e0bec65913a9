package io.github.camelhpc.support.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** A stream from a service, whose failures say what to do. */
final class ExplainingInputStream extends FilterInputStream {

  private final UnaryOperator<IOException> explained;

  ExplainingInputStream(InputStream in, UnaryOperator<IOException> explained) {
    super(in);
    this.explained = explained;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw explained.apply(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw explained.apply(e);
    }
  }
}
