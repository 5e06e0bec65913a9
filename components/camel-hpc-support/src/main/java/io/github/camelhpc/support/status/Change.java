package io.github.camelhpc.support.status;

/**
 * An entry whose state is new.
 *
 * @param id the entry's id
 * @param eventId the same for the same state of the same entry, however often it is offered
 * @param entry the entry as it was read
 */
public record Change<E>(String id, String eventId, E entry) {}
