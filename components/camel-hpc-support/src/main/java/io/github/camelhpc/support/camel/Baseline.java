package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.status.ChangeTracker;
import io.github.camelhpc.support.status.SeenEvents;
import java.time.Instant;
import java.util.stream.IntStream;

/**
 * Remembers that a list was started to be watched, so that only then what is there counts as seen
 * with startFrom=now, and not at a restart. Each shard starts by itself. When all of them have, the
 * list counts as started whole: then the number of shards can change, and nothing is lost.
 */
final class Baseline {

  private static final String STARTED = "started";

  private final SeenEvents seen;
  private final Shard shard;
  private boolean whole;
  private Instant remembered;

  Baseline(SeenEvents seen, Shard shard) {
    this.seen = seen;
    this.shard = shard;
  }

  /**
   * Whether the list, or this shard of it, was started before.
   *
   * @param prefix which service, which operation
   */
  boolean isStarted(String prefix) {
    return seen.contains(prefix + STARTED) || seen.contains(key(prefix, shard));
  }

  /**
   * Remembers the start, and again each day: what is old can be purged from a repository. To be
   * called after each full round, because other shards may start later.
   */
  void started(String prefix, Instant now) {
    if (remembered == null || !now.isBefore(remembered.plus(ChangeTracker.REMEMBERED_FOR))) {
      seen.add(key(prefix, shard));
      whole = false;
      remembered = now;
    }
    if (!whole && !shard.isAll() && allStarted(prefix)) {
      seen.add(prefix + STARTED);
      whole = true;
    }
  }

  private boolean allStarted(String prefix) {
    return seen.contains(prefix + STARTED)
        || IntStream.range(0, shard.count())
            .allMatch(index -> seen.contains(key(prefix, new Shard(index, shard.count()))));
  }

  private static String key(String prefix, Shard shard) {
    return shard.isAll() ? prefix + STARTED : prefix + STARTED + "/" + shard;
  }
}
