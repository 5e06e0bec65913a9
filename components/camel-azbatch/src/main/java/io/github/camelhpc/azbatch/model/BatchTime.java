package io.github.camelhpc.azbatch.model;

import io.github.camelhpc.support.operation.Instants;
import java.time.Instant;
import java.util.Objects;

/**
 * A point in time as the service writes it: ISO 8601 in UTC with up to seven digits after the
 * second (facts/azbatch.md §2.5). The text is kept.
 *
 * @param text for example {@code 2024-11-05T09:00:03.5Z}
 */
public record BatchTime(String text) {

  /**
   * @throws java.time.DateTimeException if the text is no point in time
   */
  public BatchTime {
    Instants.of(Objects.requireNonNull(text, "text"));
  }

  /** A point in time, written with as many digits as it needs. */
  public static BatchTime of(Instant instant) {
    return new BatchTime(instant.toString());
  }

  public Instant instant() {
    return Instants.of(text);
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
