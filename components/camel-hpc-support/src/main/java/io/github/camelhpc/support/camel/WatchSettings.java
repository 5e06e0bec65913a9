package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.status.CompletionMonitor;
import java.time.Duration;

/**
 * How changes are watched.
 *
 * @param emit which entries a consumer emits
 * @param startFrom what a consumer of a list does with the entries that are there at first
 * @param awaitInterval how often all that is waited for is asked for
 * @param fullRoundEvery how often all entries are read, and not only those that changed
 * @param changeOverlap how far before the last poll changes are asked for again
 */
public record WatchSettings(
    Emit emit,
    StartFrom startFrom,
    Duration awaitInterval,
    Duration fullRoundEvery,
    Duration changeOverlap) {

  /** The defaults of the options. */
  static final WatchSettings DEFAULT =
      new WatchSettings(
          Emit.CHANGES,
          StartFrom.NOW,
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60));

  CompletionMonitor.Timing monitorTiming() {
    return new CompletionMonitor.Timing(awaitInterval, changeOverlap, fullRoundEvery);
  }
}
