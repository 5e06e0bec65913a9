package io.github.camelhpc.support.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeTrackerTest {

  /** A repository that can be broken. */
  private static final class Repository implements SeenEvents {
    private final Set<String> events = new HashSet<>();
    private final List<String> added = new ArrayList<>();
    private boolean broken;

    @Override
    public boolean contains(String eventId) {
      if (broken) {
        throw new IllegalStateException("no database");
      }
      return events.contains(eventId);
    }

    @Override
    public void add(String eventId) {
      if (broken) {
        throw new IllegalStateException("no database");
      }
      events.add(eventId);
      added.add(eventId);
    }

    @Override
    public void remove(String eventId) {
      events.remove(eventId);
    }
  }

  private final Repository repository = new Repository();
  private final ChangeTracker<String> tracker = new ChangeTracker<>(repository, false);

  @Test
  void newEntryIsOfferedOnce() {
    observe("1", "Queued");

    assertThat(due()).containsExactly("1/Queued");
    complete();
    observe("1", "Queued");
    assertThat(due()).isEmpty();
  }

  @Test
  void changesOfOneEntryAreOfferedInOrderOneAtATime() {
    observe("1", "Queued");
    observe("1", "Running");
    observe("2", "Queued");

    assertThat(due()).containsExactly("1/Queued", "2/Queued");
    complete();
    assertThat(due()).containsExactly("1/Running");
    complete();
    assertThat(due()).isEmpty();
  }

  @Test
  void changeThatFailedIsOfferedAgainBeforeALaterOne() {
    observe("1", "Queued");
    Change<String> queued = tracker.due().get(0);
    tracker.begin(queued);
    observe("1", "Running");
    assertThat(due()).isEmpty();

    tracker.failed(queued);

    assertThat(due()).containsExactly("1/Queued");
    complete();
    assertThat(due()).containsExactly("1/Running");
  }

  @Test
  void changeThatIsWorkedOnIsNotOfferedTwice() {
    observe("1", "Queued");
    Change<String> change = tracker.due().get(0);
    tracker.begin(change);

    observe("1", "Queued");
    assertThat(due()).isEmpty();
    assertThat(tracker.hasPending()).isTrue();

    tracker.completed(change);
    assertThat(due()).isEmpty();
    assertThat(tracker.hasPending()).isFalse();
  }

  @Test
  void entryThatIsGoneAtAFullRoundIsForgotten() {
    observe("1", "Queued");
    complete();

    tracker.beginFullRound();
    tracker.endFullRound();
    repository.events.clear();
    observe("1", "Queued");

    assertThat(due()).containsExactly("1/Queued");
  }

  @Test
  void entryThatIsThereAtAFullRoundIsRemembered() {
    observe("1", "Queued");
    complete();
    repository.events.clear();

    tracker.beginFullRound();
    observe("1", "Queued");
    tracker.endFullRound();
    observe("1", "Queued");

    assertThat(due()).isEmpty();
  }

  @Test
  void changeOfAnEntryThatIsGoneIsStillOffered() {
    observe("1", "Finished");

    tracker.beginFullRound();
    tracker.endFullRound();

    assertThat(due()).containsExactly("1/Finished");
    Change<String> change = tracker.due().get(0);
    tracker.begin(change);
    tracker.beginFullRound();
    tracker.endFullRound();
    tracker.failed(change);
    assertThat(due()).containsExactly("1/Finished");
  }

  @Test
  void whatTheRepositoryHasIsNotOffered() {
    repository.events.add("1/Queued");

    observe("1", "Queued");
    assertThat(due()).isEmpty();
    observe("1", "Running");
    assertThat(due()).containsExactly("1/Running");
  }

  @Test
  void stateThatAnEntryComesBackToWhileAnotherIsPendingIsOffered() {
    observe("1", "Online");
    complete();
    observe("1", "Offline");
    Change<String> offline = tracker.due().get(0);
    tracker.begin(offline);
    observe("1", "Online");
    tracker.failed(offline);

    assertThat(due()).containsExactly("1/Offline");
    complete();
    assertThat(due()).containsExactly("1/Online");
    complete();
    assertThat(due()).isEmpty();
  }

  @Test
  void whatAnotherInstanceCompletedIsNotOfferedByOneThatStartsAnew() {
    observe("1", "Queued");
    observe("2", "Queued");
    Change<String> queued = tracker.due().get(0);
    tracker.begin(queued);
    tracker.failed(queued);

    repository.events.add("1/Running");
    tracker.startAnew();
    assertThat(due()).isEmpty();
    observe("1", "Running");
    observe("2", "Queued");

    assertThat(due()).containsExactly("2/Queued");
  }

  @Test
  void whatIsWorkedOnIsNotOfferedTwiceByOneThatStartsAnew() {
    observe("1", "Queued");
    Change<String> queued = tracker.due().get(0);
    tracker.begin(queued);
    observe("1", "Running");

    tracker.startAnew();
    observe("1", "Queued");
    assertThat(due()).isEmpty();
    observe("1", "Finished");
    assertThat(due()).isEmpty();

    tracker.completed(queued);
    assertThat(due()).containsExactly("1/Finished");
  }

  @Test
  void onlyWhatIsCompletedIsRemembered() {
    observe("1", "Queued");
    Change<String> change = tracker.due().get(0);
    tracker.begin(change);
    assertThat(repository.events).isEmpty();
    tracker.failed(change);
    assertThat(repository.events).isEmpty();
    complete();
    assertThat(repository.events).containsExactly("1/Queued");
  }

  @Test
  void changeThatCannotBeRememberedIsOfferedAgain() {
    observe("1", "Queued");
    Change<String> change = tracker.due().get(0);
    tracker.begin(change);
    repository.broken = true;

    assertThatThrownBy(() -> tracker.completed(change)).hasMessage("no database");

    assertThat(due()).containsExactly("1/Queued");
  }

  @Test
  void changeThatTheRepositoryCouldNotBeAskedAboutIsOfferedAtTheNextLook() {
    repository.broken = true;
    assertThatThrownBy(() -> observe("1", "Queued")).hasMessage("no database");

    repository.broken = false;
    observe("1", "Queued");

    assertThat(due()).containsExactly("1/Queued");
  }

  @Test
  void laterEventTakesThePlaceOfTheEarlier() {
    observe("1", "Queued");
    complete();
    observe("1", "Running");
    complete();

    assertThat(repository.events).containsExactly("1/Running");
  }

  @Test
  void entryThatComesBackToAStateIsOfferedAgain() {
    observe("1", "Online");
    complete();
    observe("1", "Offline");
    complete();
    observe("1", "Online");

    assertThat(due()).containsExactly("1/Online");
  }

  @Test
  void eventThatAnotherProcessCompletedTakesThePlaceOfTheEarlier() {
    observe("1", "Online");
    complete();
    repository.add("1/Offline");
    observe("1", "Offline");
    assertThat(due()).isEmpty();
    assertThat(repository.events).containsExactly("1/Offline");

    observe("1", "Online");

    assertThat(due()).containsExactly("1/Online");
  }

  @Test
  void earlierEventStaysForgottenIfTheLaterCannotBeRemembered() {
    observe("1", "Queued");
    complete();
    observe("1", "Running");
    Change<String> running = tracker.due().get(0);
    tracker.begin(running);
    repository.broken = true;
    assertThatThrownBy(() -> tracker.completed(running)).hasMessage("no database");
    repository.broken = false;

    complete();

    assertThat(repository.events).containsExactly("1/Running");
  }

  @Test
  void entryThatLeavesTheListKeepsItsEvent() {
    observe("1", "Queued");
    complete();
    tracker.beginFullRound();
    tracker.endFullRound();

    observe("1", "Queued");

    assertThat(due()).isEmpty();
    assertThat(repository.events).containsExactly("1/Queued");
  }

  @Test
  void eventOfAnEntryThatIsThereIsRememberedAgainEachDay() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    observe("1", "Queued");
    complete();
    observe("2", "Queued");
    repository.add("3/Queued");
    observe("3", "Queued");
    tracker.rememberAgain(start);
    repository.added.clear();

    tracker.rememberAgain(start.plus(Duration.ofHours(23)));
    assertThat(repository.added).isEmpty();
    tracker.rememberAgain(start.plus(Duration.ofHours(24)));
    assertThat(repository.added).containsExactlyInAnyOrder("1/Queued", "3/Queued");
    tracker.rememberAgain(start.plus(Duration.ofHours(25)));
    assertThat(repository.added).hasSize(2);
  }

  @Test
  void someOfVeryManyAreRememberedAgainAtOnce() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (int i = 0; i < ChangeTracker.REMEMBERED_AT_ONCE + 1; i++) {
      tracker.observeAsSeen("" + i, i + "/Queued");
    }
    tracker.rememberAgain(start);
    repository.added.clear();

    tracker.rememberAgain(start.plus(Duration.ofDays(1)));
    assertThat(repository.added).hasSize(ChangeTracker.REMEMBERED_AT_ONCE);
    tracker.rememberAgain(start.plus(Duration.ofDays(1)));
    assertThat(repository.added).hasSize(ChangeTracker.REMEMBERED_AT_ONCE + 1);
  }

  @Test
  void eventThatIsGoneFromTheRepositoryIsPutBack() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    observe("1", "Queued");
    complete();
    tracker.rememberAgain(start);
    repository.events.clear();

    tracker.rememberAgain(start.plus(Duration.ofDays(1)));

    assertThat(repository.events).containsExactly("1/Queued");
  }

  @Test
  void entryThatCountsAsSeenIsOfferedWhenItChanges() {
    tracker.observeAsSeen("1", "1/Queued");
    observe("1", "Queued");
    assertThat(due()).isEmpty();

    observe("1", "Running");
    assertThat(due()).containsExactly("1/Running");
    assertThat(repository.events).contains("1/Queued");
  }

  @Test
  void entryIsOfferedEachTimeIfAlwaysIsWanted() {
    ChangeTracker<String> always = new ChangeTracker<>(repository, true);

    for (int i = 0; i < 3; i++) {
      always.observe("1", "1/Queued", "round " + i);
      Change<String> change = always.due().get(0);
      assertThat(change.entry()).isEqualTo("round " + i);
      always.begin(change);
      always.observe("1", "1/Queued", "while it is worked on");
      assertThat(always.due()).isEmpty();
      always.completed(change);
      assertThat(always.due()).isEmpty();
    }
    assertThat(repository.events).isEmpty();
  }

  @Test
  void onlyTheLatestIsOfferedIfAlwaysIsWanted() {
    ChangeTracker<String> always = new ChangeTracker<>(SeenEvents.NONE, true);

    always.observe("1", "1/Queued", "old");
    always.observe("1", "1/Running", "new");

    assertThat(always.due()).extracting(Change::entry).containsExactly("new");
  }

  private void observe(String id, String state) {
    tracker.observe(id, id + "/" + state, state);
  }

  private List<String> due() {
    return tracker.due().stream().map(Change::eventId).toList();
  }

  private void complete() {
    for (Change<String> change : tracker.due()) {
      tracker.begin(change);
      tracker.completed(change);
    }
  }
}
