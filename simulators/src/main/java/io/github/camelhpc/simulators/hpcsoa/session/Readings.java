package io.github.camelhpc.simulators.hpcsoa.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The calls of getResponses on one batch: the first one reads. One with another action or other
 * client data takes its place, an equal one waits behind it (facts/hpcsoa.md §3.3).
 */
final class Readings {

  private final Deque<Reading> open = new ArrayDeque<>();

  void open(Reading reading, ResponseQueue responses) {
    if (!open.isEmpty() && !open.peek().isLike(reading)) {
      List<Reading> former = List.copyOf(open);
      open.clear();
      former.forEach(Reading::replace);
    }
    open.add(reading);
    if (isActive(reading)) {
      begin(reading, responses);
    }
  }

  void close(Reading reading, ResponseQueue responses) {
    boolean wasActive = isActive(reading);
    open.remove(reading);
    if (wasActive && !open.isEmpty()) {
      begin(open.peek(), responses);
    }
  }

  private static void begin(Reading reading, ResponseQueue responses) {
    if (reading.resets()) {
      responses.rewind();
    } else {
      responses.confirm();
    }
    reading.wake();
  }

  boolean isActive(Reading reading) {
    return open.peek() == reading;
  }

  void wake() {
    open.forEach(Reading::wake);
  }
}
