package io.github.camelhpc.simulators.azbatch.account;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A file or directory of a task or node (facts/azbatch.md §2.6). */
public interface StoredFile extends Entity {

  /** Whether it is a directory, which has no content. */
  boolean isDirectory();

  /** How many bytes it has. */
  long length();

  /** When it was made; null if the node does not know it. */
  Instant creationTime();

  /** {@code text/plain}, or {@code application/octet-stream}. */
  String contentType();

  /** The rights as an octal number, {@code 0100644} for example; null for a node without them. */
  String mode();

  /** Its bytes from the beginning; whoever opens it closes it. */
  InputStream open() throws IOException;
}
