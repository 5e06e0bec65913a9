package io.github.camelhpc.reliability.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What Jazzer calls with bytes of its making. Whatever they are, a reader gives a result or refuses
 * them with one of its own exceptions, and the same when they come in small pieces.
 */
public final class FuzzedReader {

  private static FuzzedFormat format;

  private FuzzedReader() {}

  /** Called by Jazzer before the first input; the argument is the name of the format. */
  public static void fuzzerInitialize(String[] arguments) {
    format = FuzzedFormat.valueOf(arguments[0]);
  }

  /** Called by Jazzer; what it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    check(format, bytes);
  }

  static void check(FuzzedFormat format, byte[] bytes) {
    for (FuzzedFormat.Reading reading : format.readings()) {
      String whole = outcome(reading, new ByteArrayInputStream(bytes));
      String pieces = outcome(reading, new Pieces(bytes));
      if (!whole.equals(pieces)) {
        throw new AssertionError("as a whole: " + whole + "\nin pieces: " + pieces);
      }
    }
  }

  private static String outcome(FuzzedFormat.Reading reading, InputStream in) {
    try {
      return String.valueOf(reading.read(in));
    } catch (IOException | RuntimeException e) {
      if (FuzzedFormat.isRefusal(e)) {
        return e.getClass().getName();
      }
      throw e instanceof RuntimeException unexpected
          ? unexpected
          : new UncheckedIOException((IOException) e);
    }
  }

  /** Gives one, two or three bytes at a time, as a slow network may. */
  private static final class Pieces extends ByteArrayInputStream {

    private Pieces(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 1 + pos % 3));
    }
  }
}
