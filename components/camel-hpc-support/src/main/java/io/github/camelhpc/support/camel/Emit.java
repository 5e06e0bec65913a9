package io.github.camelhpc.support.camel;

/** Which entries a consumer emits. */
public enum Emit {
  /** Those whose state differs from what was seen last. */
  CHANGES,
  /** All that are read, at every poll. */
  ALL
}
