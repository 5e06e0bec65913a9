package io.github.camelhpc.reliability.killing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the proof by killing concludes from what it sees. */
class LedgerTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration BOUND = Duration.ofSeconds(2);

  private static final List<StateChange> CHANGES =
      List.of(change(1, "Queued", 0), change(1, "Running", 10), change(1, "Finished", 20));

  private static StateChange change(int job, String state, int second) {
    return new StateChange(job, state, START.plusSeconds(second));
  }

  /** By the event id that the applications give it. */
  private static Delivery delivery(int job, String state, int second) {
    return delivery(job + "/" + state, job, state, second);
  }

  private static Delivery delivery(String eventId, int job, String state, int second) {
    return new Delivery(second, eventId, job, state, "0", START.plusSeconds(second));
  }

  private static boolean isPrompt(Ledger ledger, int from, int to) {
    return ledger.isPrompt(START.plusSeconds(from), START.plusSeconds(to), BOUND);
  }

  @Test
  void eachDeliveryButTheFirstOfAnEventIsARepetition() {
    Ledger ledger =
        new Ledger(
            CHANGES,
            List.of(
                delivery(1, "Queued", 1),
                delivery(1, "Running", 11),
                delivery(1, "Queued", 12),
                delivery(1, "Finished", 21),
                delivery(1, "Queued", 22),
                delivery(1, "Finished", 23)));

    assertThat(ledger.events()).isEqualTo(3);
    assertThat(ledger.repeats()).isEqualTo(3);
    assertThat(ledger.backwards()).as("repetitions may be late").isEmpty();
    assertThat(ledger.longestLag()).as("of the first of each").hasValue(Duration.ofSeconds(1));
  }

  @Test
  void lastStateOfEachJobIsFinalAndWhatNobodySawIsCounted() {
    Ledger ledger =
        new Ledger(
            List.of(
                change(1, "Queued", 0),
                change(2, "Queued", 1),
                change(1, "Failed", 2),
                change(2, "Running", 3)),
            List.of(delivery(1, "Failed", 3), delivery(2, "Running", 4)));

    assertThat(ledger.finalStates()).isEqualTo(Map.of(1, "Failed", 2, "Running"));
    assertThat(ledger.passedThrough()).isEqualTo(2);
  }

  @Test
  void anEventThatFirstComesAfterALaterOneOfItsJobIsBackwards() {
    Delivery late = delivery(1, "Queued", 22);
    Ledger ledger =
        new Ledger(
            CHANGES,
            List.of(
                delivery(2, "Finished", 1),
                delivery(1, "Running", 11),
                delivery(1, "Finished", 21),
                late));

    assertThat(ledger.backwards()).containsExactly(late);
  }

  @Test
  void twoEventsOfOneStateAreTwoEvents() {
    Ledger ledger =
        new Ledger(CHANGES, List.of(delivery("a", 1, "Queued", 1), delivery("b", 1, "Queued", 2)));

    assertThat(ledger.events()).isEqualTo(2);
    assertThat(ledger.repeats()).isZero();
  }

  @Test
  void whatIsMissingOrLateIsNotPromptNorIsATimeInWhichNothingHappened() {
    Ledger ledger =
        new Ledger(CHANGES, List.of(delivery(1, "Queued", 1), delivery(1, "Running", 12)));

    assertThat(isPrompt(ledger, 0, 5)).isTrue();
    assertThat(isPrompt(ledger, 1, 5)).as("nothing happened").isFalse();
    assertThat(isPrompt(ledger, 5, 15)).as("late by just the bound").isFalse();
    assertThat(isPrompt(ledger, 0, 15)).as("one of them late").isFalse();
    assertThat(isPrompt(ledger, 15, 25)).as("missing").isFalse();
    assertThat(isPrompt(ledger, 0, 10)).as("what begins at the end is not in it").isTrue();
  }
}
