package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events in Camel's repositories. */
class RepositorySeenEventsTest {

  /** Fails as a JDBC repository does, with Spring's exception around that of the database. */
  private static final class FailingRepository extends MemoryIdempotentRepository {

    private final String sqlState;
    private final boolean addedByAnother;

    private FailingRepository(String sqlState, boolean addedByAnother) {
      this.sqlState = sqlState;
      this.addedByAnother = addedByAnother;
    }

    @Override
    public boolean add(String key) {
      if (addedByAnother) {
        super.add(key);
      }
      throw new IllegalStateException("insert failed", new SQLException("no", sqlState));
    }
  }

  private static RepositorySeenEvents events(IdempotentRepository repository) {
    repository.start();
    return new RepositorySeenEvents(repository);
  }

  @Test
  void eventThatAnotherProcessAddsAtTheSameMomentIsRemembered() {
    RepositorySeenEvents events = events(new FailingRepository("23505", true));

    events.add("j/1");

    assertThat(events.contains("j/1")).isTrue();
  }

  @Test
  void violationOfAnotherConstraintIsAFailure() {
    RepositorySeenEvents events = events(new FailingRepository("23502", false));

    assertThatThrownBy(() -> events.add("j/1")).hasMessage("insert failed");
  }

  @Test
  void lostConnectionIsAFailureWhateverACacheSays() {
    RepositorySeenEvents events = events(new FailingRepository("08006", true));

    assertThatThrownBy(() -> events.add("j/1")).hasMessage("insert failed");
  }

  @Test
  void removedEventIsForgotten() {
    RepositorySeenEvents events = events(new MemoryIdempotentRepository());
    String id = "j".repeat(300);
    events.add(id);
    assertThat(events.contains(id)).isTrue();

    events.remove(id);

    assertThat(events.contains(id)).isFalse();
  }

  @Test
  void fileIsOnlyAppendedTo(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("seen");
    RepositorySeenEvents events =
        events(FileIdempotentRepository.fileIdempotentRepository(file.toFile()));
    events.add("j/1");
    events.add("j\n2");

    events.remove("j/1");

    assertThat(Files.readAllLines(file)).hasSize(2).startsWith("j/1");
    assertThat(events.contains("j\n2")).isTrue();
  }
}
