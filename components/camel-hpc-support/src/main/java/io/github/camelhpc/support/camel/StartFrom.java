package io.github.camelhpc.support.camel;

/** What a consumer does with entries that are there when it starts. */
public enum StartFrom {
  /** They count as seen: only what changes later is emitted. */
  NOW,
  /** They are emitted. */
  BEGINNING
}
