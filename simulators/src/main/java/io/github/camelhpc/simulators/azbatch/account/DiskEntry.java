package io.github.camelhpc.simulators.azbatch.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A file or directory on the disk of a node.
 *
 * @param directory whether it is a directory
 * @param length its bytes
 * @param created when it was made
 * @param modified when it was last written
 * @param content its bytes; null for a directory
 */
record DiskEntry(
    boolean directory, long length, Instant created, Instant modified, Content content) {

  static DiskEntry directory(Instant now) {
    return new DiskEntry(true, 0, now, now, null);
  }

  static DiskEntry file(byte[] bytes, Instant now) {
    return new DiskEntry(false, bytes.length, now, now, () -> new ByteArrayInputStream(bytes));
  }

  /** The bytes of a file. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }
}
