package io.github.camelhpc.support.status;

import java.time.Instant;
import java.util.function.Predicate;

/** Reads from the service how far things are, for a {@link CompletionMonitor}. */
public interface StatusSource<E> {

  /**
   * How far one thing is.
   *
   * @param id its id
   * @param done whether nothing follows
   * @param entry what the service says of it
   */
  record Status<E>(String id, boolean done, E entry) {}

  /** Whether the service can list things; without it each one is asked for by itself. */
  default boolean hasList() {
    return true;
  }

  /**
   * Reads the status of all things, the newest first if the service can, until the sink has enough.
   *
   * @param sink answers false when it needs no more
   * @return the service's time before the reading, or null if it does not say
   */
  Instant readAll(Predicate<Status<E>> sink) throws Exception;

  /**
   * Reads the status of all things that changed at or after a time of the service.
   *
   * @param sink answers false when it needs no more
   * @return the service's time before the reading, or null if it does not say
   */
  Instant readChanged(Instant since, Predicate<Status<E>> sink) throws Exception;

  /** Reads the status of one thing. */
  Status<E> readOne(String id) throws Exception;

  /** Whether a failure will not go away by asking again. */
  boolean isFinal(Exception failure);
}
