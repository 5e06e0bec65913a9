package io.github.camelhpc.hpcsoa.wire;

import java.util.UUID;

/**
 * Message ids by number: the same number gives the same id, so that requests which are sent again
 * after a lost answer are the same requests to the broker (facts/hpcsoa.md §3.3).
 */
final class MessageIds {

  private static final long VARIANT = 0xC000_0000_0000_0000L;

  private final UUID series = UUID.randomUUID();

  String of(long number) {
    long low = series.getLeastSignificantBits();
    low = low & VARIANT | low + number & ~VARIANT;
    return "urn:uuid:" + new UUID(series.getMostSignificantBits(), low);
  }
}
