package io.github.camelhpc.support.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.support.operation.InvalidParameterException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletionMonitorTest {

  private static final Duration TICK = Duration.ofSeconds(5);
  private static final Duration FOREVER = Duration.ZERO;

  private final HandDrivenScheduler scheduler = new HandDrivenScheduler();
  private final ScriptedJobs service = new ScriptedJobs(scheduler.clock());
  private final CompletionMonitor<String> monitor =
      new CompletionMonitor<>(
          service,
          new CompletionMonitor.Timing(TICK, Duration.ofSeconds(60), Duration.ofMinutes(10)),
          scheduler,
          scheduler.clock());

  @AfterEach
  void close() {
    monitor.close();
    scheduler.shutdownNow();
  }

  @Test
  void firstQuestionComesSoon() {
    service.set("1", true);
    CompletableFuture<String> wait = monitor.await("1", FOREVER);

    assertThat(wait).isNotDone();
    scheduler.pass(Duration.ofMillis(100));

    assertThat(wait).isCompletedWithValue("job 1");
  }

  @Test
  void fewWaitsAreLookedUpOneByOne() {
    List<CompletableFuture<String>> waits = running(2);

    scheduler.pass(TICK.plusMillis(100));
    assertThat(service.callsSoFar()).containsExactly("1", "1", "2", "2");

    service.set("2", true);
    scheduler.pass(TICK);
    assertThat(waits.get(1)).isCompletedWithValue("job 2");
    assertThat(waits.get(0)).isNotDone();
  }

  @Test
  void manyWaitsAreFoundInTheListAndThenInTheChanges() {
    List<CompletableFuture<String>> waits = running(100);

    scheduler.pass(Duration.ofMillis(100));
    assertThat(service.callsSoFar()).containsExactly("all");

    service.set("77", true);
    scheduler.pass(TICK);
    assertThat(service.callsSoFar()).containsExactly("since 65s");
    assertThat(waits.get(76)).isCompletedWithValue("job 77");
    assertThat(monitor.waiting()).isEqualTo(99);
  }

  @Test
  void listOfAllIsReadAgainNowAndThen() {
    List<CompletableFuture<String>> waits = running(100);
    scheduler.pass(Duration.ofMillis(100));
    service.set("5", true);
    service.changed.put("5", Instant.EPOCH);

    scheduler.pass(Duration.ofMinutes(9));
    assertThat(waits.get(4)).isNotDone();
    assertThat(service.callsSoFar()).containsOnlyOnce("all");

    scheduler.pass(Duration.ofMinutes(1).plus(TICK));
    assertThat(waits.get(4)).isCompletedWithValue("job 5");
    assertThat(service.callsSoFar()).containsOnlyOnce("all");
  }

  @Test
  void newWaitAmongManyIsLookedUpByItself() {
    running(100);
    scheduler.pass(Duration.ofMillis(100));
    service.callsSoFar();
    service.set("old", true);
    service.changed.put("old", Instant.EPOCH);

    CompletableFuture<String> wait = monitor.await("old", FOREVER);
    scheduler.pass(TICK);

    assertThat(service.callsSoFar()).containsExactly("old", "since 65s");
    assertThat(wait).isCompletedWithValue("job old");
  }

  @Test
  void manyNewWaitsAreFoundInTheList() {
    running(10);
    scheduler.pass(Duration.ofMillis(100));
    service.callsSoFar();

    IntStream.range(100, 110).forEach(i -> await(String.valueOf(i), true));
    scheduler.pass(TICK);

    assertThat(service.callsSoFar()).containsExactly("all");
    assertThat(monitor.waiting()).isEqualTo(10);
  }

  @Test
  void tenThousandWaitsCostNoMoreThanFourCallsATick() {
    List<CompletableFuture<String>> waits = running(10_000);

    for (int tick = 0; tick < 20; tick++) {
      for (int i = tick * 500 + 1; i <= tick * 500 + 500; i++) {
        service.set(String.valueOf(i), true);
      }
      scheduler.pass(TICK);
      assertThat(service.callsSoFar()).hasSizeBetween(1, 4);
    }
    scheduler.pass(TICK);

    assertThat(waits).allSatisfy(w -> assertThat(w).isCompleted());
  }

  @Test
  void serviceThatDoesNotTellTheTimeIsListedEachTime() {
    service.tellsTime = false;
    List<CompletableFuture<String>> waits = running(3);

    scheduler.pass(TICK.plusMillis(100));
    service.set("1", true);
    scheduler.pass(TICK);

    assertThat(service.callsSoFar()).containsExactly("all", "all", "all");
    assertThat(waits.get(0)).isCompleted();
  }

  @Test
  void idThatTheListDoesNotHaveIsLookedUp() {
    List<CompletableFuture<String>> waits = running(3);
    CompletableFuture<String> missing = monitor.await("missing", FOREVER);

    scheduler.pass(Duration.ofMillis(100));

    assertThat(service.callsSoFar()).containsExactly("all", "missing");
    assertThat(failure(missing)).hasMessage("no job missing");
    assertThat(waits).allSatisfy(w -> assertThat(w).isNotDone());
  }

  @Test
  void manyMissingIdsAreLookedUpAFewATick() {
    service.hidesFromList = true;
    List<CompletableFuture<String>> waits = running(10);
    service.done.keySet().forEach(id -> service.set(id, true));
    service.changed.replaceAll((id, time) -> Instant.EPOCH);

    for (int tick = 0; tick < 5; tick++) {
      scheduler.pass(TICK);
      assertThat(service.callsSoFar()).hasSizeBetween(1, 4);
    }

    assertThat(waits).allSatisfy(w -> assertThat(w).isCompleted());
  }

  @Test
  void severalWaitsForOneThingAllEnd() {
    CompletableFuture<String> first = await("1", false);
    CompletableFuture<String> second = monitor.await("1", FOREVER);
    service.set("1", true);

    scheduler.pass(Duration.ofMillis(100));

    assertThat(first).isCompletedWithValue("job 1");
    assertThat(second).isCompletedWithValue("job 1");
    assertThat(service.callsSoFar()).containsExactly("1");
  }

  @Test
  void waitTimesOut() {
    service.set("1", false);
    CompletableFuture<String> wait = monitor.await("1", Duration.ofSeconds(12));

    scheduler.pass(Duration.ofSeconds(11));
    assertThat(wait).isNotDone();
    scheduler.pass(Duration.ofSeconds(1));

    assertThat(failure(wait))
        .isInstanceOf(WaitTimedOutException.class)
        .hasMessage("1 was not done within 12000 ms");
    assertThat(monitor.waiting()).isZero();
  }

  @Test
  void waitThatTimesOutTellsTheLastFailure() {
    service.failures.put("1", new IOException("connection reset"));
    CompletableFuture<String> wait = monitor.await("1", Duration.ofSeconds(12));

    scheduler.pass(Duration.ofSeconds(12));

    assertThat(failure(wait))
        .hasMessage(
            "1 was not done within 12000 ms; the last question about it failed: connection reset");
  }

  @Test
  void alarmOfAWaitThatEndedIsTakenBack() {
    service.set("1", true);
    monitor.await("1", Duration.ofHours(2));

    scheduler.pass(TICK.plusSeconds(1));

    assertThat(scheduler.scheduled()).isZero();
  }

  @Test
  void cancelledWaitIsNotAskedFor() {
    CompletableFuture<String> wait = await("1", false);

    wait.cancel(false);
    scheduler.pass(TICK);

    assertThat(monitor.waiting()).isZero();
    assertThat(service.callsSoFar()).isEmpty();
  }

  @Test
  void nothingIsAskedWhileNothingWaits() {
    await("1", true);
    scheduler.pass(TICK.plusSeconds(1));
    service.callsSoFar();

    scheduler.pass(Duration.ofHours(1));

    assertThat(service.callsSoFar()).isEmpty();
    assertThat(scheduler.scheduled()).isZero();
  }

  @Test
  void waitingBeginsAnewAfterAPause() {
    running(10);
    service.done.keySet().forEach(id -> service.set(id, true));
    scheduler.pass(TICK.multipliedBy(2).plusSeconds(1));
    service.callsSoFar();
    scheduler.pass(Duration.ofMinutes(5));

    IntStream.range(20, 30).forEach(i -> await(String.valueOf(i), true));
    scheduler.pass(Duration.ofMillis(100));

    assertThat(service.callsSoFar()).containsExactly("all");
    assertThat(monitor.waiting()).isZero();
  }

  @Test
  void closingEndsAllWaits() {
    List<CompletableFuture<String>> waits = running(3);

    monitor.close();

    assertThat(waits)
        .allSatisfy(
            w ->
                assertThat(failure(w))
                    .isInstanceOf(WaitEndedException.class)
                    .hasMessageContaining("because the component stops"));
    assertThat(failure(monitor.await("4", FOREVER))).isInstanceOf(WaitEndedException.class);
    scheduler.pass(Duration.ofHours(1));
    assertThat(service.callsSoFar()).isEmpty();
  }

  @Test
  void finalFailureOfTheListEndsAllWaits() {
    List<CompletableFuture<String>> waits = running(3);
    service.failures.put("all", new IllegalArgumentException("forbidden"));

    scheduler.pass(Duration.ofMillis(100));

    assertThat(waits).allSatisfy(w -> assertThat(failure(w)).hasMessage("forbidden"));
  }

  @Test
  void whatCannotBeAskedForEndsTheWait() {
    CompletableFuture<String> good = await("1", false);
    service.failures.put("..", new InvalidParameterException("jobId cannot be '..'"));
    CompletableFuture<String> wrong = monitor.await("..", FOREVER);

    scheduler.pass(Duration.ofMillis(100));

    assertThat(failure(wrong)).hasMessage("jobId cannot be '..'");
    assertThat(good).isNotDone();
  }

  @Test
  void finalFailureOfOneEndsItsWaitOnly() {
    CompletableFuture<String> good = await("1", false);
    CompletableFuture<String> missing = monitor.await("2", FOREVER);

    scheduler.pass(Duration.ofMillis(100));

    assertThat(failure(missing)).hasMessage("no job 2");
    assertThat(good).isNotDone();
  }

  @Test
  void passingFailureEndsNothing() {
    List<CompletableFuture<String>> waits = running(3);
    service.failures.put("all", new IOException("connection reset"));
    scheduler.pass(TICK.multipliedBy(3));
    assertThat(waits).allSatisfy(w -> assertThat(w).isNotDone());

    service.failures.clear();
    service.done.keySet().forEach(id -> service.set(id, true));
    scheduler.pass(TICK);

    assertThat(waits).allSatisfy(w -> assertThat(w).isCompleted());
  }

  @Test
  void passingFailureOfOneDoesNotKeepTheOtherFromBeingAskedFor() {
    await("1", false);
    await("2", false);
    for (String broken : List.of("1", "2")) {
      service.failures.clear();
      service.failures.put(broken, new IOException("internal error"));
      service.callsSoFar();
      scheduler.pass(TICK);
      assertThat(service.callsSoFar()).contains("1", "2");
    }
  }

  @Test
  void errorDoesNotStopTheTicks() {
    CompletableFuture<String> wait = await("1", true);
    service.failures.put("1", new BreakingException());

    scheduler.pass(TICK);
    service.failures.clear();
    scheduler.pass(TICK);

    assertThat(wait).isCompletedWithValue("job 1");
  }

  /** Breaks whoever handles it, too. */
  private static final class BreakingException extends IOException {
    @Override
    public String getMessage() {
      throw new StackOverflowError();
    }
  }

  private List<CompletableFuture<String>> running(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> await(String.valueOf(i), false)).toList();
  }

  private CompletableFuture<String> await(String id, boolean done) {
    service.set(id, done);
    return monitor.await(id, FOREVER);
  }

  private static Throwable failure(CompletableFuture<String> wait) {
    assertThat(wait).isCompletedExceptionally();
    Throwable thrown = ThrowableAssert.catchThrowable(wait::get);
    return thrown instanceof ExecutionException || thrown instanceof CompletionException
        ? thrown.getCause()
        : thrown;
  }
}
