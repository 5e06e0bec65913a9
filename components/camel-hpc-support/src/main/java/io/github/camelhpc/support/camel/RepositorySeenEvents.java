package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.status.SeenEvents;
import org.apache.camel.spi.IdempotentRepository;

/** Events remembered in any of Camel's idempotent repositories. */
record RepositorySeenEvents(IdempotentRepository repository) implements SeenEvents {

  @Override
  public boolean contains(String eventId) {
    return repository.contains(eventId);
  }

  @Override
  public void add(String eventId) {
    repository.add(eventId);
    repository.confirm(eventId);
  }
}
