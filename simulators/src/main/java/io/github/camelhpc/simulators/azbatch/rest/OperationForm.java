package io.github.camelhpc.simulators.azbatch.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a request of an operation looks, and its answer (facts/azbatch.md §1).
 *
 * @param verb the HTTP method
 * @param template the segments of the path; parameters in braces
 * @param query the query parameters beside those that all operations take
 * @param conditions which conditional headers are obeyed
 * @param ranged whether {@code ocp-range} is obeyed
 * @param body whether there is a body
 * @param status the status of success
 * @param fragment what follows {@code $metadata#} in answers with a body; null if there is none
 */
record OperationForm(
    String verb,
    List<String> template,
    Map<String, QueryKind> query,
    Conditions conditions,
    boolean ranged,
    BodyRule body,
    int status,
    String fragment) {

  /** The type of a query parameter. */
  enum QueryKind {
    TEXT,
    INTEGER,
    BOOLEAN,
    TIME
  }

  /** Which conditional headers an operation obeys: C4 and C2 of the facts. */
  enum Conditions {
    NONE,
    DATES,
    ALL
  }

  enum BodyRule {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  static OperationForm get(String path) {
    return of("GET", path, 200);
  }

  static OperationForm head(String path) {
    return of("HEAD", path, 200);
  }

  static OperationForm post(String path, int status) {
    return of("POST", path, status);
  }

  static OperationForm put(String path) {
    return of("PUT", path, 200).body(BodyRule.REQUIRED);
  }

  static OperationForm patch(String path) {
    return of("PATCH", path, 200).body(BodyRule.REQUIRED);
  }

  static OperationForm delete(String path, int status) {
    return of("DELETE", path, status);
  }

  private static OperationForm of(String verb, String path, int status) {
    List<String> template = List.of(path.substring(1).split("/"));
    return new OperationForm(
        verb, template, Map.of(), Conditions.NONE, false, BodyRule.NONE, status, null);
  }

  OperationForm query(String name, QueryKind kind) {
    Map<String, QueryKind> more = new LinkedHashMap<>(query);
    more.put(name, kind);
    return new OperationForm(
        verb, template, Map.copyOf(more), conditions, ranged, body, status, fragment);
  }

  OperationForm paged(String fragmentOfList) {
    return query("maxresults", QueryKind.INTEGER).answers(fragmentOfList);
  }

  OperationForm filter() {
    return query("$filter", QueryKind.TEXT);
  }

  OperationForm select() {
    return query("$select", QueryKind.TEXT);
  }

  OperationForm expand() {
    return query("$expand", QueryKind.TEXT);
  }

  OperationForm force() {
    return query("force", QueryKind.BOOLEAN);
  }

  OperationForm recursive() {
    return query("recursive", QueryKind.BOOLEAN);
  }

  OperationForm conditional() {
    return conditions(Conditions.ALL);
  }

  OperationForm dated() {
    return conditions(Conditions.DATES);
  }

  private OperationForm conditions(Conditions obeyed) {
    return new OperationForm(verb, template, query, obeyed, ranged, body, status, fragment);
  }

  OperationForm rangeable() {
    return new OperationForm(verb, template, query, conditions, true, body, status, fragment);
  }

  OperationForm takesBody() {
    return body(BodyRule.REQUIRED);
  }

  OperationForm mayTakeBody() {
    return body(BodyRule.OPTIONAL);
  }

  private OperationForm body(BodyRule rule) {
    return new OperationForm(verb, template, query, conditions, ranged, rule, status, fragment);
  }

  OperationForm answers(String fragmentOfAnswer) {
    return new OperationForm(
        verb, template, query, conditions, ranged, body, status, fragmentOfAnswer);
  }

  boolean isPaged() {
    return query.containsKey("maxresults");
  }

  boolean isRead() {
    return verb.equals("GET") || verb.equals("HEAD");
  }

  /**
   * The path parameters, if the path is one of this form.
   *
   * @param segments the decoded segments; the last parameter {@code filePath} takes all that are
   *     left, because clients send its slashes raw as well
   */
  Optional<Map<String, String>> match(List<String> segments) {
    boolean open = template.get(template.size() - 1).equals("{filePath}");
    if (open ? segments.size() < template.size() : segments.size() != template.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < template.size(); i++) {
      String part = template.get(i);
      String segment =
          open && i == template.size() - 1
              ? String.join("/", segments.subList(i, segments.size()))
              : segments.get(i);
      if (part.startsWith("{")) {
        parameters.put(part.substring(1, part.length() - 1), segment);
      } else if (!part.equalsIgnoreCase(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
