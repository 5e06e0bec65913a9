package io.github.camelhpc.dbapi;

import static io.github.camelhpc.dbapi.DbapiParameters.ATTRIBUTES;
import static io.github.camelhpc.dbapi.DbapiParameters.ATTRIBUTES_PER_QUERY;
import static io.github.camelhpc.dbapi.DbapiParameters.END_TIME;
import static io.github.camelhpc.dbapi.DbapiParameters.MAX_RANGE;
import static io.github.camelhpc.dbapi.DbapiParameters.START_TIME;

import io.github.camelhpc.dbapi.model.ServerTime;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.QuotedValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The requests that a query is made of: not more than some days and some attributes each, as the
 * service's own clients do (facts/dbapi.md §5.3).
 */
final class QueryPieces {

  private static final Pattern ATTRIBUTE = Pattern.compile("[^\\[\\]/\\p{Cntrl}]+");

  private QueryPieces() {}

  /**
   * The bodies of the requests, in the order in which they are to be sent.
   *
   * @throws InvalidParameterException if the query, an attribute or a time cannot be sent
   */
  static List<Map<String, Object>> of(ParameterValues values, Object body, Clock running) {
    // all pieces have the same now
    Clock clock = Clock.fixed(running.instant(), ZoneOffset.UTC);
    Map<String, Object> whole = QueryRequest.members(values, body, clock);
    List<Map<String, Object>> pieces = new ArrayList<>();
    List<Map<String, Object>> ranges = ranges(values, clock);
    for (String query : queries(values, String.valueOf(whole.get("query")))) {
      for (Map<String, Object> range : ranges) {
        Map<String, Object> piece = new LinkedHashMap<>(whole);
        piece.put("query", query);
        piece.putAll(range);
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private static List<String> queries(ParameterValues values, String query) {
    if (!values.has(ATTRIBUTES)) {
      return List.of(query);
    }
    List<String> attributes =
        Arrays.stream(values.get(ATTRIBUTES).split(",")).map(String::strip).toList();
    Integer given = values.integer(ATTRIBUTES_PER_QUERY);
    int atOnce = given == null || given <= 0 ? attributes.size() : given;
    List<String> queries = new ArrayList<>();
    for (int from = 0; from < attributes.size(); from += atOnce) {
      StringBuilder text = new StringBuilder(query);
      for (String name : attributes.subList(from, Math.min(attributes.size(), from + atOnce))) {
        text.append("[@").append(checked(values, name)).append(" rx b .*]");
      }
      queries.add(text.toString());
    }
    return queries;
  }

  private static String checked(ParameterValues values, String attribute) {
    if (!ATTRIBUTE.matcher(attribute).matches()) {
      throw new InvalidParameterException(
          values.operation()
              + ": attributes must be names without [, ] and /, not "
              + QuotedValue.of(attribute)
              + "; change "
              + ATTRIBUTES.whereToSet());
    }
    return attribute;
  }

  /** Ranges that do not overlap: the service counts seconds. */
  private static List<Map<String, Object>> ranges(ParameterValues values, Clock clock) {
    ZoneOffset offset = QueryRequest.offset(values);
    Instant start = QueryRequest.time(values, START_TIME, offset, clock);
    Instant end = QueryRequest.time(values, END_TIME, offset, clock);
    Duration longest = values.duration(MAX_RANGE);
    if (start == null || end == null || longest == null || longest.isZero()) {
      return List.of(Map.of());
    }
    if (end.isBefore(start)) {
      throw new InvalidParameterException(
          values.operation() + ": endTime is before startTime; change " + END_TIME.whereToSet());
    }
    List<Map<String, Object>> ranges = new ArrayList<>();
    for (Instant from = start; !from.isAfter(end); from = from.plus(longest)) {
      Instant next = from.plus(longest);
      Instant to = next.isAfter(end) ? end : next.minusSeconds(1);
      ranges.add(
          Map.of(
              "startTime",
              ServerTime.format(from, offset),
              "endTime",
              ServerTime.format(to, offset)));
    }
    return ranges;
  }
}
