package io.github.camelhpc.support.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A service with jobs, which writes down what it is asked. */
final class ScriptedJobs implements StatusSource<String> {
  final Map<String, Boolean> done = new LinkedHashMap<>();
  final Map<String, Instant> changed = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  final Map<String, Exception> failures = new LinkedHashMap<>();
  boolean tellsTime = true;
  boolean hidesFromList;
  private final Clock clock;

  ScriptedJobs(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant readAll(Predicate<Status<String>> sink) throws Exception {
    call("all");
    for (String id : hidesFromList ? List.<String>of() : List.copyOf(done.keySet())) {
      if (!sink.test(status(id))) {
        break;
      }
    }
    return time();
  }

  @Override
  public Instant readChanged(Instant since, Predicate<Status<String>> sink) throws Exception {
    call("since " + Duration.between(since, clock.instant()).toSeconds() + "s");
    for (String id : List.copyOf(done.keySet())) {
      if (!changed.get(id).isBefore(since)) {
        sink.test(status(id));
      }
    }
    return time();
  }

  @Override
  public Status<String> readOne(String id) throws Exception {
    call(id);
    if (!done.containsKey(id)) {
      throw new IllegalArgumentException("no job " + id);
    }
    return status(id);
  }

  @Override
  public boolean isFinal(Exception failure) {
    return failure.getClass() == IllegalArgumentException.class;
  }

  private void call(String what) throws Exception {
    calls.add(what);
    Exception failure = failures.get(what.replaceAll(" .*", ""));
    if (failure != null) {
      throw failure;
    }
  }

  private Status<String> status(String id) {
    return new Status<>(id, done.get(id), "job " + id);
  }

  private Instant time() {
    return tellsTime ? clock.instant() : null;
  }

  void set(String id, boolean isDone) {
    done.put(id, isDone);
    changed.put(id, clock.instant());
  }

  List<String> callsSoFar() {
    List<String> sorted = calls.stream().sorted().toList();
    calls.clear();
    return sorted;
  }
}
