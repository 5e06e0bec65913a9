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
 * @param shard the entries of a list that a consumer handles
 */
public record WatchSettings(
    Emit emit,
    StartFrom startFrom,
    Duration awaitInterval,
    Duration fullRoundEvery,
    Duration changeOverlap,
    Shard shard) {

  /** The defaults of the options. */
  static final WatchSettings DEFAULT =
      new WatchSettings(
          Emit.CHANGES,
          StartFrom.NOW,
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60),
          Shard.ALL);

  /** The same for a consumer that handles a part of the entries. */
  public WatchSettings of(Shard part) {
    return new WatchSettings(emit, startFrom, awaitInterval, fullRoundEvery, changeOverlap, part);
  }

  CompletionMonitor.Timing monitorTiming() {
    return new CompletionMonitor.Timing(awaitInterval, changeOverlap, fullRoundEvery);
  }
}
