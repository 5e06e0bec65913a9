package io.github.camelhpc.reliability.soak;

import java.util.List;
import java.util.Map;

/** What the application does for each request, and what it watches all the time. */
final class SoakRoutes {

  static final List<String> PATHS = List.of("/soak/job", "/soak/usage", "/soak/pools");

  static final String JOB_FINISHED = "/soak/job 200 Finished";

  /** What each path answers, always. */
  static final List<String> ANSWERS =
      List.of(JOB_FINISHED, "/soak/usage 200 machines: 10", "/soak/pools 200 pools: 1");

  private static final String ROUTES =
      """
      - route:
          id: soak-job
          from:
            uri: platform-http:/soak/job
            steps:
              - setBody: {constant: '{"Name": "soak", "tasks": [{"CommandLine": "x"}]}'}
              - to: {uri: hpcpack:runJob, parameters: {awaitTimeout: 2m}}
              - setBody: {simple: "${body.state}"}
      - route:
          id: soak-usage
          from:
            uri: platform-http:/soak/usage
            steps:
              %s
              - setBody: {constant: "vm[=name rx .*][@cpuUsage rx b .*]"}
              - to: {uri: dbapi:runQuery, parameters: {startTime: now-10m, endTime: now, awaitTimeout: 2m}}
              - setBody: {simple: "machines: ${body.size}"}
      - route:
          id: soak-pools
          from:
            uri: platform-http:/soak/pools
            steps:
              - to: {uri: azbatch:listPools}
              - setBody: {simple: "pools: ${body.size}"}
      - route:
          id: soak-watch
          from:
            uri: hpcpack:listJobs
            parameters:
              properties: Id,State
              jobState: Finished
              idempotentRepository: "#watched"
              initialDelay: 0
              delay: 1000
            steps:
              - setBody: {simple: "${body[Id]} ${body[State]}"}
              - to: {uri: "file:.", parameters: {fileName: watched.txt, fileExist: Append, appendChars: '\\n'}}
      """;

  /** Steps that do not give back what they take. */
  private static final Map<String, String> LEAKS =
      Map.of(
          "",
          "",
          "heap",
          "- to: {uri: seda:leak, parameters: {size: 1000000, waitForTaskToComplete: Never}}",
          "threads",
          "- pollEnrich: {simple: \"timer:leak${exchangeId}?delay=100000000\", timeout: 1}",
          "descriptors",
          "- toD: \"hpcpack:getVersion?responseTimeout=${random(100000,100000000)}\"");

  private SoakRoutes() {}

  static String yaml(SoakSettings settings) {
    return ROUTES.formatted(LEAKS.get(settings.leak()));
  }
}
