package io.github.camelhpc.reliability.killing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happened at the head node beside what the applications wrote of it. */
final class Ledger {

  private static final List<String> WAY = List.of("Configuring", "Queued", "Running");

  private final List<StateChange> changes;
  private final List<Delivery> firsts = new ArrayList<>();
  private final Map<String, Integer> repeats = new HashMap<>();
  private final Map<StateChange, Duration> lags = new LinkedHashMap<>();

  Ledger(List<StateChange> changes, List<Delivery> deliveries) {
    this.changes = changes;
    Map<Deliveries.Effect, Delivery> byState = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Delivery delivery : deliveries) {
      if (seen.add(delivery.eventId())) {
        firsts.add(delivery);
        byState.putIfAbsent(new Deliveries.Effect(delivery.job(), delivery.state()), delivery);
      } else {
        repeats.merge(delivery.eventId(), 1, Integer::sum);
      }
    }
    for (StateChange change : changes) {
      Delivery first = byState.get(new Deliveries.Effect(change.job(), change.state()));
      if (first != null) {
        lags.put(change, Duration.between(change.at(), first.at()));
      }
    }
  }

  /** The last state of each job. */
  Map<Integer, String> finalStates() {
    Map<Integer, String> states = new HashMap<>();
    changes.forEach(change -> states.put(change.job(), change.state()));
    return states;
  }

  /** How many events arrived at least once. */
  int events() {
    return firsts.size();
  }

  /** How many deliveries were not the first of their event. */
  int repeats() {
    return repeats.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Changes that no poll saw, because the next one came before it. */
  int passedThrough() {
    return changes.size() - lags.size();
  }

  /** Events that came after a later one of the same job. */
  List<Delivery> backwards() {
    Map<Integer, Integer> furthest = new HashMap<>();
    List<Delivery> backwards = new ArrayList<>();
    for (Delivery delivery : firsts) {
      int place = place(delivery.state());
      if (furthest.merge(delivery.job(), place, Math::max) > place) {
        backwards.add(delivery);
      }
    }
    return backwards;
  }

  private static int place(String state) {
    int place = WAY.indexOf(state);
    return place < 0 ? WAY.size() : place;
  }

  Optional<Duration> longestLag() {
    return lags.values().stream().max(Comparator.naturalOrder());
  }

  /** Whether all that happened between these times, and something did, arrived so soon. */
  boolean isPrompt(Instant from, Instant to, Duration bound) {
    List<StateChange> between =
        changes.stream().filter(c -> !c.at().isBefore(from) && c.at().isBefore(to)).toList();
    return !between.isEmpty()
        && between.stream().allMatch(c -> lags.containsKey(c) && lags.get(c).compareTo(bound) < 0);
  }
}
