package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

/** What a repository is asked by a consumer that runs for days. */
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
    ServiceEndpoint<?, ?, ?> endpoint =
        context.getEndpoint("tiny:listThings?idempotentRepository=#seen", ServiceEndpoint.class);
    endpoint.start();
    StatusPoll poll = new StatusPoll(endpoint, StartFrom.NOW, () -> now);
    poll.ask();
    assertThat(repository.taken()).containsExactlyInAnyOrder(FIRST, SECOND, STARTED);

    now = now.plus(Duration.ofHours(23));
    poll.ask();
    assertThat(repository.taken()).isEmpty();

    now = now.plus(Duration.ofHours(1));
    poll.ask();
    assertThat(repository.taken()).containsExactlyInAnyOrder(FIRST, SECOND, STARTED);
  }
}
