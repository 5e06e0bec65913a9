package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.support.status.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

/** What a consumer keeps, and what a repository is asked, by a poll that goes on for days. */
class StatusPollTest extends TinyTestSupport {

  private static final String STARTED = "tiny1/listThings/started";
  private static final String FIRST = "tiny1/listThings/1/Queued";
  private static final String SECOND = "tiny1/listThings/2/Running";

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final RecordingRepository repository = new RecordingRepository();

  private static final class RecordingRepository extends MemoryIdempotentRepository {
    private final List<String> added = new ArrayList<>();

    @Override
    public boolean add(String key) {
      added.add(key);
      return super.add(key);
    }

    private List<String> taken() {
      List<String> taken = List.copyOf(added);
      added.clear();
      return taken;
    }
  }

  @Test
  void whatIsStillThereIsRememberedAgainEachDay() throws Exception {
    context.getRegistry().bind("seen", repository);
    service.set(1, "Queued");
    service.set(2, "Running");
    StatusPoll poll = poll("tiny:listThings?idempotentRepository=#seen");
    poll.ask();
    assertThat(repository.taken()).containsExactlyInAnyOrder(FIRST, SECOND, STARTED);

    now = now.plus(Duration.ofHours(23));
    poll.ask();
    assertThat(repository.taken()).isEmpty();

    now = now.plus(Duration.ofHours(1));
    poll.ask();
    assertThat(repository.taken()).containsExactlyInAnyOrder(FIRST, SECOND, STARTED);
  }

  /** Others may have polled, but what they completed cannot be known: nothing is done twice. */
  @Test
  void withoutARepositoryTheMemoryIsKeptWhenItStartsAnew() throws Exception {
    for (int id = 1; id <= 4; id++) {
      service.set(id, "Queued");
    }
    StatusPoll poll = poll("tiny:listThings");
    assertThat(poll.ask()).isEmpty();
    service.set(1, "Running");
    service.set(2, "Running");
    List<Change<Map<String, ?>>> due = poll.ask();
    due.forEach(poll::begin);
    poll.completed(due.get(0));
    poll.failed(due.get(1));
    service.set(3, "Running");

    poll.startAnew();

    assertThat(poll.ask())
        .extracting(Change::eventId)
        .as("what failed and what is new, but not what was completed or counts as seen")
        .containsExactly("tiny1/listThings/2/Running", "tiny1/listThings/3/Running");
    assertThat(lastReadHasChangedSince()).isTrue();
  }

  @Test
  void withARepositoryItAloneSaysWhatIsEmittedWhenItStartsAnew() throws Exception {
    context.getRegistry().bind("seen", repository);
    for (int id = 1; id <= 3; id++) {
      service.set(id, "Queued");
    }
    StatusPoll poll = poll("tiny:listThings?idempotentRepository=#seen");
    assertThat(poll.ask()).isEmpty();
    service.set(1, "Running");
    service.set(2, "Running");
    assertThat(poll.ask()).hasSize(2);
    // another instance
    repository.add("tiny1/listThings/1/Running");
    repository.remove("tiny1/listThings/3/Queued");

    poll.startAnew();

    assertThat(poll.ask())
        .extracting(Change::eventId)
        .containsExactly("tiny1/listThings/2/Running", "tiny1/listThings/3/Queued");
    assertThat(lastReadHasChangedSince()).as("the whole list is read").isFalse();
  }

  private boolean lastReadHasChangedSince() {
    return service.reads.get(service.reads.size() - 1).has(TinyOperation.Parameters.CHANGED_SINCE);
  }

  private StatusPoll poll(String uri) {
    ServiceEndpoint<?, ?, ?> endpoint = context.getEndpoint(uri, ServiceEndpoint.class);
    endpoint.start();
    return new StatusPoll(endpoint, StartFrom.NOW, () -> now);
  }
}
