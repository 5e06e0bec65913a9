package io.github.camelhpc.simulators.hpcsoa.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Every operation of the service: its name, its path, and what it does (facts/hpcsoa.md §1). */
public enum ServedOperation {
  GET_CLUSTERS("getClusters", "GET", "/Clusters", SoaResources::clusters),
  CREATE_SESSION("createSession", "POST", "/sessions/Create", SoaResources::create),
  ATTACH_SESSION("attachSession", "GET", "/session/{id}/Attach", SoaResources::attach),
  CLOSE_SESSION("closeSession", "POST", "/session/{id}/Close", SoaResources::close),
  SEND_REQUESTS("sendRequests", "POST", "/session/{id}/batch/{batch}", SoaResources::send),
  COMMIT_REQUESTS(
      "commitRequests", "POST", "/session/{id}/batch/{batch}/Commit", SoaResources::commit),
  GET_REQUEST_STATUS(
      "getRequestStatus", "GET", "/session/{id}/batch/{batch}/Status", SoaResources::status),
  GET_RESPONSES(
      "getResponses", "POST", "/session/{id}/batch/{batch}/Response", SoaResources::responses),
  PURGE_BATCH("purgeBatch", "POST", "/session/{id}/batch/{batch}/Purge", SoaResources::purge),
  GET_SERVICE_VERSIONS(
      "getServiceVersions", "GET", "/SoaService/{serviceName}/Versions", SoaResources::versions);

  private final String operationName;
  private final String method;
  private final List<String> template;
  private final BiConsumer<SoaResources, SoaExchange> action;

  ServedOperation(
      String operationName,
      String method,
      String path,
      BiConsumer<SoaResources, SoaExchange> action) {
    this.operationName = operationName;
    this.method = method;
    this.template = List.of(path.substring(1).split("/"));
    this.action = action;
  }

  /** The names of all operations. */
  public static Set<String> names() {
    return Arrays.stream(values())
        .map(operation -> operation.operationName)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The operation of a path; no two have the same path.
   *
   * @param segments the decoded segments below the base path
   */
  static Optional<ServedOperation> at(List<String> segments) {
    return Arrays.stream(values()).filter(operation -> operation.fits(segments)).findFirst();
  }

  private boolean fits(List<String> segments) {
    if (segments.size() != template.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      String part = template.get(i);
      if (!isParameter(part) && !part.equalsIgnoreCase(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isParameter(String part) {
    return part.startsWith("{");
  }

  Map<String, String> parameters(List<String> segments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String part = template.get(i);
      if (isParameter(part)) {
        parameters.put(part.substring(1, part.length() - 1), segments.get(i));
      }
    }
    return parameters;
  }

  String method() {
    return method;
  }

  /** The operations that take requests are also the ones that change something. */
  boolean isPost() {
    return method.equals("POST");
  }

  void perform(SoaResources resources, SoaExchange exchange) {
    action.accept(resources, exchange);
  }
}
