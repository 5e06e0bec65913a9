package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchTestSupport.POOL;
import static io.github.camelhpc.azbatch.JobScenarios.members;
import static io.github.camelhpc.azbatch.OperationScenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.azbatch.OperationScenario.Arrangement;
import io.github.camelhpc.azbatch.OperationScenario.Check;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations on compute nodes and their files. */
final class NodeScenarios {

  private NodeScenarios() {}

  static Stream<OperationScenario> all() {
    return Stream.of(nodes(), access(), files()).flatMap(scenarios -> scenarios);
  }

  private static Stream<OperationScenario> nodes() {
    return Stream.of(
        on(BatchOperation.LIST_NODES)
            .with("poolId", POOL)
            .with("filter", "state eq 'idle'")
            .with("select", "id,state")
            .with("changedSince", "2026-01-31T12:00:00Z")
            .with("maxResults", 1)
            .then(
                (test, exchange) ->
                    assertThat(exchange.getMessage().getBody(List.class))
                        .extracting(node -> members(node).get("state"))
                        .containsExactly("idle", "idle")),
        onNode(BatchOperation.GET_NODE)
            .with("select", "id,state")
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .contains(entry("id", firstNode(test)), entry("state", "idle"))
                        .doesNotContainKey("vmSize")),
        onNode(BatchOperation.REBOOT_NODE)
            .body(Map.of("nodeRebootOption", "terminate"))
            .then(state("rebooting")),
        onNode(BatchOperation.REBOOT_NODE).then(state("rebooting")),
        onNode(BatchOperation.REIMAGE_NODE)
            .body(Map.of("nodeReimageOption", "requeue"))
            .then(state("reimaging")),
        onNode(BatchOperation.REIMAGE_NODE).then(state("reimaging")),
        onNode(BatchOperation.DEALLOCATE_NODE)
            .body("{\"nodeDeallocateOption\": \"taskcompletion\"}")
            .then(state("deallocating")),
        onNode(BatchOperation.DEALLOCATE_NODE).then(state("deallocating")),
        onNode(BatchOperation.START_NODE)
            .after(called("deallocateNode", null))
            .after((test, parameters) -> test.advance(Duration.ofMinutes(1)))
            .then(state("starting")),
        onNode(BatchOperation.DISABLE_NODE_SCHEDULING)
            .body(Map.of("nodeDisableSchedulingOption", "taskcompletion"))
            .then(scheduling("disabled")),
        onNode(BatchOperation.DISABLE_NODE_SCHEDULING).then(scheduling("disabled")),
        onNode(BatchOperation.ENABLE_NODE_SCHEDULING)
            .after(called("disableNodeScheduling", null))
            .then(scheduling("enabled")));
  }

  private static Stream<OperationScenario> access() {
    return Stream.of(
        onNode(BatchOperation.ADD_NODE_USER)
            .body(Map.of("name", "alice", "password", "Secret-1"))
            .then((test, exchange) -> assertThat(userCanBeAdded(test)).isFalse()),
        onNode(BatchOperation.UPDATE_NODE_USER)
            .with("userName", "alice")
            .body(Map.of("password", "Secret-2"))
            .after(called("addNodeUser", Map.of("name", "alice")))
            .then((test, exchange) -> assertThat(userCanBeAdded(test)).isFalse()),
        onNode(BatchOperation.DELETE_NODE_USER)
            .with("userName", "alice")
            .after(called("addNodeUser", Map.of("name", "alice")))
            .then((test, exchange) -> assertThat(userCanBeAdded(test)).isTrue()),
        onNode(BatchOperation.GET_NODE_REMOTE_LOGIN_SETTINGS)
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .containsKeys("remoteLoginIPAddress", "remoteLoginPort")),
        onNode(BatchOperation.UPLOAD_NODE_BATCH_SERVICE_LOGS)
            .body(
                Map.of(
                    "containerUrl",
                    "https://store.example.com/logs?sig=x",
                    "startTime",
                    "2026-01-31T11:00:00Z"))
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .containsKeys("virtualDirectoryName", "numberOfFilesUploaded")),
        on(BatchOperation.LIST_NODE_EXTENSIONS)
            .with("select", "provisioningState,vmExtension")
            .with("maxResults", 1)
            .after(NodeScenarios::nodeWithExtension)
            .then(
                (test, exchange) ->
                    assertThat(exchange.getMessage().getBody(List.class))
                        .singleElement()
                        .satisfies(
                            extension ->
                                assertThat(members(members(extension).get("vmExtension")))
                                    .containsEntry("name", "monitor"))),
        on(BatchOperation.GET_NODE_EXTENSION)
            .with("extensionName", "monitor")
            .with("select", "provisioningState")
            .after(NodeScenarios::nodeWithExtension)
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .containsEntry("provisioningState", "Succeeded")
                        .doesNotContainKey("vmExtension")));
  }

  private static Stream<OperationScenario> files() {
    return Stream.of(
        onFile(BatchOperation.LIST_NODE_FILES)
            .with("recursive", true)
            .with("filter", "startswith(name,'workitems')")
            .with("maxResults", 2)
            .then(
                (test, exchange) ->
                    assertThat(exchange.getMessage().getBody(List.class))
                        .extracting(file -> members(file).get("name"))
                        .contains("workitems", path(test))),
        onFile(BatchOperation.GET_NODE_FILE)
            .after(pathAsParameter())
            .with("range", "bytes=0-1")
            .then((test, exchange) -> assertThat(exchange.getMessage().getBody()).isEqualTo("in")),
        onFile(BatchOperation.GET_NODE_FILE_PROPERTIES)
            .after(pathAsParameter())
            .then(
                (test, exchange) ->
                    assertThat(exchange.getMessage().getHeaders())
                        .contains(
                            entry(AzBatchConstants.CONTENT_LENGTH, 5L),
                            entry(AzBatchConstants.CONTENT_TYPE, "application/octet-stream"))),
        onFile(BatchOperation.DELETE_NODE_FILE)
            .after(pathAsParameter())
            .with("recursive", false)
            .then(
                (test, exchange) ->
                    assertThat(test.list("azbatch:listTaskFiles?jobId=j&taskId=t1&recursive=true"))
                        .extracting(file -> file.get("name"))
                        .doesNotContain("wd/in.dat")));
  }

  /** The id of the pool's first node. */
  static String firstNode(AzBatchTestSupport test) {
    return test.simulator.azBatch().nodesOf(POOL).get(0).getString("id");
  }

  private static OperationScenario onNode(BatchOperation operation) {
    return on(operation)
        .with("poolId", POOL)
        .after((test, parameters) -> parameters.put("nodeId", firstNode(test)));
  }

  /** The node where a task has run that has the file {@code wd/in.dat}. */
  private static OperationScenario onFile(BatchOperation operation) {
    return on(operation)
        .with("poolId", POOL)
        .after(
            (test, parameters) -> {
              test.jobWithCompletedTask("j", "t1");
              test.simulator.azBatch().writeTaskFile("j", "t1", "wd/in.dat", "input".getBytes());
              parameters.put("nodeId", node(test).get("nodeId"));
            });
  }

  private static Map<String, Object> node(AzBatchTestSupport test) {
    return test.simulator.azBatch().task("j", "t1").getJsonObject("nodeInfo").getMap();
  }

  private static String path(AzBatchTestSupport test) {
    return node(test).get("taskRootDirectory") + "/wd/in.dat";
  }

  private static Arrangement pathAsParameter() {
    return (test, parameters) -> parameters.put("filePath", path(test));
  }

  private static Arrangement called(String operation, Object body) {
    return (test, parameters) ->
        test.answer(
            "azbatch:" + operation + "?poolId=" + POOL + "&nodeId=" + firstNode(test), body);
  }

  private static void nodeWithExtension(AzBatchTestSupport test, Map<String, Object> parameters) {
    test.answer("azbatch:addPool", PoolScenarios.NEW_POOL);
    test.advance(Duration.ofMinutes(1));
    parameters.put("poolId", "new");
    parameters.put("nodeId", test.simulator.azBatch().nodesOf("new").get(0).getString("id"));
  }

  private static boolean userCanBeAdded(AzBatchTestSupport test) {
    String uri = "azbatch:addNodeUser?poolId=" + POOL + "&nodeId=" + firstNode(test);
    return !test.isRefused(uri, Map.of("name", "alice"));
  }

  private static Check state(String state) {
    return node("state", state);
  }

  private static Check scheduling(String state) {
    return node("schedulingState", state);
  }

  private static Check node(String member, String value) {
    return (test, exchange) -> {
      test.advance(Duration.ZERO);
      assertThat(test.simulator.azBatch().nodesOf(POOL).get(0).getMap())
          .containsEntry(member, value);
    };
  }
}
