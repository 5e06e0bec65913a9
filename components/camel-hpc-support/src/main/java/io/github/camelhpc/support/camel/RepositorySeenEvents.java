package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.status.SeenEvents;
import java.sql.SQLException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/** Events remembered in any of Camel's idempotent repositories, by their {@link RepositoryKey}. */
record RepositorySeenEvents(IdempotentRepository repository) implements SeenEvents {

  /** The class of the states of SQL that tell of a duplicate key, among others (SQL:2003). */
  private static final String INTEGRITY_VIOLATED = "23";

  @Override
  public boolean contains(String eventId) {
    return repository.contains(RepositoryKey.of(eventId));
  }

  /**
   * Camel's JDBC repository looks whether the key is there, and inserts it if not: of two that do
   * so at the same moment, one fails, though the key is there then, as it should be.
   */
  @Override
  public void add(String eventId) {
    String key = RepositoryKey.of(eventId);
    try {
      repository.add(key);
    } catch (RuntimeException e) {
      if (!isIntegrityViolated(e) || !repository.contains(key)) {
        throw e;
      }
    }
    repository.confirm(key);
  }

  private static boolean isIntegrityViolated(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith(INTEGRITY_VIOLATED)) {
        return true;
      }
    }
    return false;
  }

  /** Camel's file repository would write the whole file anew: dying then loses all of it. */
  @Override
  public void remove(String eventId) {
    if (!(repository instanceof FileIdempotentRepository)) {
      repository.remove(RepositoryKey.of(eventId));
    }
  }
}
