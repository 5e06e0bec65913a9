package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.Entity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditional headers of a request (facts/azbatch.md §0). */
final class Preconditions {

  private static final String MATCH = "if-match";
  private static final String NONE_MATCH = "if-none-match";
  private static final String MODIFIED = "if-modified-since";
  private static final String UNMODIFIED = "if-unmodified-since";

  /** As of Azure Storage; which pairs Azure Batch takes is not documented. */
  private static final Set<Set<String>> PAIRS =
      Set.of(Set.of(MATCH, UNMODIFIED), Set.of(NONE_MATCH, MODIFIED));

  private final Map<String, String> headers;
  private final Set<String> given;
  private final boolean read;

  private Preconditions(Map<String, String> headers, boolean read) {
    this.headers = headers;
    this.read = read;
    given =
        Stream.of(MATCH, NONE_MATCH, MODIFIED, UNMODIFIED)
            .filter(headers::containsKey)
            .collect(Collectors.toSet());
    if (given.size() > 1 && !PAIRS.contains(given)) {
      throw BatchFault.of(
          400,
          "MultipleConditionHeadersNotSupported",
          "Multiple condition headers are not supported.");
    }
    Stream.of(MODIFIED, UNMODIFIED).filter(given::contains).forEach(this::date);
  }

  /**
   * Those of a request.
   *
   * @throws BatchFault if they are wrong, whatever they are applied to
   */
  static Preconditions of(BatchCall call) {
    return new Preconditions(call.headers(), call.operation().form().isRead());
  }

  boolean isEmpty() {
    return given.isEmpty();
  }

  /**
   * Accepts what they are applied to.
   *
   * @throws BatchFault 304 or 412 if they are not met
   */
  void check(Entity entity) {
    boolean met =
        (!given.contains(MATCH) || isTag(headers.get(MATCH), entity))
            && (!given.contains(NONE_MATCH) || !isTag(headers.get(NONE_MATCH), entity))
            && (!given.contains(MODIFIED) || isModifiedSince(date(MODIFIED), entity))
            && (!given.contains(UNMODIFIED) || !isModifiedSince(date(UNMODIFIED), entity));
    if (!met) {
      throw BatchFault.of(
          read ? 304 : 412,
          "ConditionNotMet",
          "The condition specified in the request headers is not met.");
    }
  }

  /** Tags come without quotes; those who follow the rules of HTTP send them back with quotes. */
  private static boolean isTag(String value, Entity entity) {
    return Stream.of(value.split(","))
        .map(tag -> tag.trim().replaceAll("^\"(.*)\"$", "$1"))
        .anyMatch(tag -> tag.equals("*") || tag.equals(entity.eTag()));
  }

  /** Headers have whole seconds. */
  private static boolean isModifiedSince(Instant date, Entity entity) {
    return entity.lastModified() == null
        || entity.lastModified().truncatedTo(ChronoUnit.SECONDS).isAfter(date);
  }

  private Instant date(String name) {
    String value = headers.get(name);
    try {
      return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException wrong) {
      throw BatchFault.invalidHeader(name, value, "Use a date of RFC 1123.");
    }
  }
}
