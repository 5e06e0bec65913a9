package io.github.camelhpc.simulators.dbapi.request;

import io.github.camelhpc.simulators.dbapi.data.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How many resources a request has looked at, and which of them are in its result. */
final class Progress {

  private final List<Resource> candidates;
  private final Predicate<Resource> accepted;
  private final Duration resourceTime;
  private final int partsPerResource;
  private final List<Resource> matching = new ArrayList<>();
  private int processed;
  private int partsOfNext;

  /**
   * @param resourceTime how long each resource takes
   * @param partsPerResource in how many parts the result of a resource comes
   */
  Progress(Order order, Duration resourceTime, int partsPerResource) {
    candidates = order.selection().candidates();
    accepted = order.selection().accepted();
    this.resourceTime = resourceTime;
    this.partsPerResource = partsPerResource;
  }

  Duration timeForAll() {
    return resourceTime.multipliedBy(candidates.size());
  }

  /**
   * Goes on to where a request is that has run for some time.
   *
   * @param limit the number of resources not to go beyond
   */
  void runTo(Duration elapsed, int limit) {
    if (resourceTime.isZero()) {
      processUpTo(limit);
      return;
    }
    int done = (int) Math.min(limit, elapsed.dividedBy(resourceTime));
    processUpTo(done);
    if (done < limit) {
      Duration rest = elapsed.minus(resourceTime.multipliedBy(done));
      int parts = (int) (rest.multipliedBy(partsPerResource).dividedBy(resourceTime));
      partsOfNext = accepted.test(candidates.get(done)) ? parts : 0;
    }
  }

  private void processUpTo(int count) {
    for (; processed < count; processed++) {
      Resource candidate = candidates.get(processed);
      if (accepted.test(candidate)) {
        matching.add(candidate);
      }
      partsOfNext = 0;
    }
  }

  int processed() {
    return processed;
  }

  int matched() {
    return matching.size();
  }

  /** How many parts of the result are there. */
  int parts() {
    return matching.size() * partsPerResource + partsOfNext;
  }

  /** The resources that these parts belong to, the one in work included. */
  List<Resource> resources() {
    List<Resource> resources = new ArrayList<>(matching);
    if (partsOfNext > 0) {
      resources.add(candidates.get(processed));
    }
    return resources;
  }
}
