package io.github.camelhpc.reliability.killing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What goes wrong, at times that the seed decides: applications are killed and started, the head
 * node goes down twice and comes up, each fault happens to a request.
 */
final class Havoc implements AutoCloseable {

  private static final int RESTARTS = 2;
  private static final int SHORTEST_GAP = 3_000;
  private static final int LONGEST_GAP = 9_000;
  private static final int LONGEST_DEATH = 4_000;
  private static final int SHORTEST_DOWNTIME = 2_000;
  private static final int LONGEST_DOWNTIME = 4_000;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<Future<?>> deeds = new ArrayList<>();
  private final Applications applications;
  private final HeadNode headNode;
  private final Deliveries deliveries;
  private final Random random;
  private int kills;
  private int restarts;

  Havoc(Applications applications, HeadNode headNode, Deliveries deliveries, long seed) {
    this.applications = applications;
    this.headNode = headNode;
    this.deliveries = deliveries;
    this.random = new Random(seed);
  }

  /**
   * Does all of it within this time; at the end all is well again, apart from what starts.
   *
   * @param start how long an application takes to start: where that is long, fewer are killed, so
   *     that some get to work
   */
  void wreak(Duration within, Duration start) throws Exception {
    long length = within.toMillis();
    headNode.failByChance();
    for (int i = 0; i < HeadNode.FAULTS.size(); i++) {
      var fault = HeadNode.FAULTS.get(i);
      at(length * (i + 1) / (HeadNode.FAULTS.size() + 1), () -> headNode.failNext(fault));
    }
    planKills(length, start.toMillis());
    for (int i = 1; i <= RESTARTS; i++) {
      long down = length * i / (RESTARTS + 1);
      at(down, headNode::goDown);
      at(down + between(SHORTEST_DOWNTIME, LONGEST_DOWNTIME), this::comeUp);
    }
    at(length, headNode::failNoMore);
    await();
    applications.start();
  }

  private void planKills(long length, long start) {
    int shortest = Math.toIntExact(Math.min(Math.max(SHORTEST_GAP, start / 2), length / 8));
    int longest = Math.toIntExact(Math.min(Math.max(LONGEST_GAP, start * 2), length / 3));
    for (long time = between(shortest, longest);
        time < length;
        time += between(shortest, longest)) {
      // one of them, or the one at work
      int victim = random.nextInt(Applications.COUNT + 1);
      at(time, () -> kill(victim));
    }
  }

  private long between(int shortest, int longest) {
    return random.nextInt(shortest, longest);
  }

  private void at(long millis, Deed deed) {
    Callable<Void> task =
        () -> {
          deed.run();
          return null;
        };
    deeds.add(clock.schedule(task, millis, TimeUnit.MILLISECONDS));
  }

  private void kill(int victim) throws Exception {
    String last = deliveries.lastProcess();
    int chosen =
        victim < Applications.COUNT || last.isEmpty()
            ? victim % Applications.COUNT
            : Integer.parseInt(last);
    if (applications.get(chosen).kill()) {
      kills++;
    }
    clock.schedule(
        () -> {
          applications.get(chosen).start();
          return null;
        },
        random.nextInt(LONGEST_DEATH),
        TimeUnit.MILLISECONDS);
  }

  private void comeUp() {
    headNode.comeUp();
    restarts++;
  }

  private void await() throws InterruptedException, ExecutionException {
    for (Future<?> deed : deeds) {
      deed.get();
    }
  }

  int kills() {
    return kills;
  }

  int restarts() {
    return restarts;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /** Something that may fail, and then the proof does. */
  private interface Deed {
    void run() throws Exception;
  }
}
