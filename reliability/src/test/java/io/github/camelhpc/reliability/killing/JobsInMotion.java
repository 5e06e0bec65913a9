package io.github.camelhpc.reliability.killing;

import io.github.camelhpc.simulators.hpcpack.HpcPackSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Brings jobs from Queued to Running and to their ends, and takes note of what they became. */
final class JobsInMotion implements AutoCloseable {

  private static final List<String> ENDS =
      List.of("Finished", "Finished", "Finished", "Failed", "Canceled");
  private static final Duration TRICKLE = Duration.ofMillis(200);

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<StateChange> changes = new ArrayList<>();
  private final HpcPackSimulator headNode;
  private final Random random;

  JobsInMotion(HpcPackSimulator headNode, long seed) {
    this.headNode = headNode;
    this.random = new Random(seed);
  }

  /** All of these jobs are made, run and end within this time, each at times of its own. */
  void schedule(int jobs, Duration within) {
    long longest = within.toMillis();
    for (int i = 0; i < jobs; i++) {
      long waits = random.nextLong(longest * 2 / 10);
      long runs = random.nextLong(longest * 2 / 10);
      String end = ENDS.get(random.nextInt(ENDS.size()));
      after(random.nextLong(longest * 6 / 10), () -> queue(waits, waits + runs, end));
    }
  }

  private void queue(long running, long ended, String end) {
    int job = create();
    change(job, "Queued");
    after(running, () -> change(job, "Running"));
    after(ended, () -> change(job, end));
  }

  private void after(long millis, Runnable action) {
    clock.schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  /** Lets one job after the other end, until the result is cancelled. */
  ScheduledFuture<?> trickle() {
    return clock.scheduleAtFixedRate(
        () -> change(create(), "Finished"), 0, TRICKLE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private int create() {
    return headNode.createJobs(1, Map.of()).get(0);
  }

  private void change(int job, String state) {
    StateChange change = new StateChange(job, state, Instant.now());
    headNode.setJobState(job, state);
    synchronized (changes) {
      changes.add(change);
    }
  }

  /** What happened until now. */
  List<StateChange> changes() {
    synchronized (changes) {
      return List.copyOf(changes);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
