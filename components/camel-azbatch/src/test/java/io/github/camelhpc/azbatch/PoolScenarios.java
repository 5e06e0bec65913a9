package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchTestSupport.POOL;
import static io.github.camelhpc.azbatch.JobScenarios.ids;
import static io.github.camelhpc.azbatch.JobScenarios.members;
import static io.github.camelhpc.azbatch.OperationScenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.azbatch.OperationScenario.Arrangement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations on pools, and on the account. */
final class PoolScenarios {

  private static final String FORMULA = "$TargetDedicatedNodes=3;";

  private static final Map<String, Object> MACHINES =
      Map.of(
          "nodeAgentSKUId",
          "batch.node.ubuntu 22.04",
          "imageReference",
          Map.of("publisher", "canonical", "offer", "ubuntu", "sku", "22_04-lts"),
          "extensions",
          List.of(Map.of("name", "monitor", "publisher", "p", "type", "t")));

  /** A pool whose machines have an extension. */
  static final Map<String, Object> NEW_POOL =
      Map.of(
          "id",
          "new",
          "vmSize",
          "Standard_D2s_v3",
          "virtualMachineConfiguration",
          MACHINES,
          "targetDedicatedNodes",
          1);

  private PoolScenarios() {}

  static Stream<OperationScenario> all() {
    return Stream.concat(pools(), account());
  }

  private static Stream<OperationScenario> pools() {
    return Stream.of(
        on(BatchOperation.ADD_POOL)
            .body(NEW_POOL)
            .then(
                (test, exchange) -> {
                  assertThat(pool(test, "new"))
                      .contains(
                          entry("allocationState", "resizing"), entry("vmSize", "standard_d2s_v3"));
                  assertThat(exchange.getMessage().getHeader(AzBatchConstants.LOCATION))
                      .isEqualTo(test.simulator.azBatchUrl() + "/pools/new");
                }),
        on(BatchOperation.LIST_POOLS)
            .with("filter", "startswith(id,'p')")
            .with("select", "id,allocationState")
            .with("expand", "stats")
            .with("changedSince", "2026-01-31T11:00:00Z")
            .with("maxResults", 1)
            .after((test, parameters) -> test.simulator.azBatch().createPool("p2", 0))
            .then(ids("p2", POOL)),
        onPool(BatchOperation.EXISTS_POOL)
            .then((test, exchange) -> assertThat(exchange.getMessage().getBody()).isEqualTo(true)),
        on(BatchOperation.EXISTS_POOL)
            .with("poolId", "none")
            .then((test, exchange) -> assertThat(exchange.getMessage().getBody()).isEqualTo(false)),
        onPool(BatchOperation.GET_POOL)
            .with("select", "id,currentDedicatedNodes")
            .with("expand", "stats")
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .contains(entry("id", POOL), entry("currentDedicatedNodes", 2))
                        .doesNotContainKey("vmSize")),
        onPool(BatchOperation.PATCH_POOL)
            .body(Map.of("metadata", List.of(Map.of("name", "owner", "value", "alice"))))
            .then((test, exchange) -> assertThat(pool(test, POOL).toString()).contains("alice")),
        onPool(BatchOperation.DELETE_POOL)
            .then(
                (test, exchange) ->
                    assertThat(pool(test, POOL)).containsEntry("state", "deleting")),
        onPool(BatchOperation.RESIZE_POOL)
            .body(Map.of("targetDedicatedNodes", 5))
            .then(
                (test, exchange) -> {
                  test.advance(Duration.ofMinutes(1));
                  assertThat(test.simulator.azBatch().nodesOf(POOL)).hasSize(5);
                }),
        onPool(BatchOperation.STOP_POOL_RESIZE)
            .after(
                (test, parameters) ->
                    test.answer(
                        "azbatch:resizePool?poolId=" + POOL, Map.of("targetDedicatedNodes", 5)))
            .then(
                (test, exchange) ->
                    assertThat(pool(test, POOL)).containsEntry("allocationState", "stopping")),
        onPool(BatchOperation.REMOVE_POOL_NODES)
            .bodyOf(test -> Map.of("nodeList", List.of(NodeScenarios.firstNode(test))))
            .then(
                (test, exchange) -> {
                  test.advance(Duration.ofMinutes(1));
                  assertThat(test.simulator.azBatch().nodesOf(POOL)).hasSize(1);
                }),
        onPool(BatchOperation.ENABLE_POOL_AUTO_SCALE)
            .body(Map.of("autoScaleFormula", FORMULA))
            .then(
                (test, exchange) ->
                    assertThat(pool(test, POOL))
                        .contains(
                            entry("enableAutoScale", true), entry("targetDedicatedNodes", 3))),
        onPool(BatchOperation.DISABLE_POOL_AUTO_SCALE)
            .after(autoScaled())
            .then(
                (test, exchange) ->
                    assertThat(pool(test, POOL)).containsEntry("enableAutoScale", false)),
        onPool(BatchOperation.EVALUATE_POOL_AUTO_SCALE)
            .body(Map.of("autoScaleFormula", "$TargetDedicatedNodes=9;"))
            .after(autoScaled())
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .doesNotContainKey("error")
                        .extractingByKey("results")
                        .asString()
                        .contains("$TargetDedicatedNodes=9")),
        onPool(BatchOperation.EVALUATE_POOL_AUTO_SCALE)
            .body(Map.of("autoScaleFormula", "$TargetDedicatedNodes=("))
            .after(autoScaled())
            .then((test, exchange) -> assertThat(members(exchange)).containsKey("error")),
        onPool(BatchOperation.UPDATE_POOL_PROPERTIES)
            .body(
                Map.of(
                    "certificateReferences",
                    List.of(),
                    "applicationPackageReferences",
                    List.of(),
                    "metadata",
                    List.of(Map.of("name", "owner", "value", "bob"))))
            .then((test, exchange) -> assertThat(pool(test, POOL).toString()).contains("bob")));
  }

  private static Stream<OperationScenario> account() {
    return Stream.of(
        on(BatchOperation.LIST_POOL_USAGE_METRICS)
            .with("startTime", "2026-01-31T00:00:00Z")
            .with("endTime", "2026-01-31T09:00:00Z")
            .with("filter", "poolId eq 'pool1'")
            .with("maxResults", 1)
            .after(
                (test, parameters) -> {
                  usage(test, POOL, "08:00", "08:30", 1.5);
                  usage(test, POOL, "08:30", "09:00", 2);
                  usage(test, "other", "08:30", "09:00", 4);
                })
            .then(
                (test, exchange) ->
                    assertThat(exchange.getMessage().getBody(List.class))
                        .extracting(line -> members(line).get("totalCoreHours"))
                        .containsExactly(1.5, 2.0)),
        on(BatchOperation.LIST_SUPPORTED_IMAGES)
            .with("filter", "osType eq 'windows'")
            .with("maxResults", 5)
            .then(
                (test, exchange) ->
                    assertThat(exchange.getMessage().getBody(List.class))
                        .isNotEmpty()
                        .allSatisfy(
                            image ->
                                assertThat(members(image)).containsEntry("osType", "windows"))),
        on(BatchOperation.LIST_POOL_NODE_COUNTS)
            .with("filter", "poolId eq 'pool1'")
            .with("maxResults", 5)
            .then(
                (test, exchange) ->
                    assertThat(exchange.getMessage().getBody(List.class))
                        .singleElement()
                        .satisfies(
                            counts ->
                                assertThat(members(members(counts).get("dedicated")))
                                    .contains(entry("idle", 2), entry("total", 2)))),
        on(BatchOperation.LIST_APPLICATIONS)
            .with("maxResults", 1)
            .after(
                (test, parameters) -> {
                  test.simulator.azBatch().addApplication("blender", "Blender", "2.8");
                  test.simulator.azBatch().addApplication("maya", null, "2026");
                })
            .then(ids("blender", "maya")),
        on(BatchOperation.GET_APPLICATION)
            .with("applicationId", "blender")
            .after(
                (test, parameters) ->
                    test.simulator.azBatch().addApplication("blender", "Blender", "2.8", "3.0"))
            .then(
                (test, exchange) ->
                    assertThat(members(exchange))
                        .containsEntry("versions", List.of("2.8", "3.0"))));
  }

  private static OperationScenario onPool(BatchOperation operation) {
    return on(operation).with("poolId", POOL);
  }

  private static Map<String, Object> pool(AzBatchTestSupport test, String id) {
    return test.simulator.azBatch().pool(id).getMap();
  }

  private static Arrangement autoScaled() {
    return (test, parameters) ->
        test.answer(
            "azbatch:enablePoolAutoScale?poolId=" + POOL, Map.of("autoScaleFormula", FORMULA));
  }

  private static void usage(
      AzBatchTestSupport test, String pool, String from, String to, double hours) {
    test.simulator
        .azBatch()
        .addPoolUsage(
            pool,
            Instant.parse("2026-01-31T" + from + ":00Z"),
            Instant.parse("2026-01-31T" + to + ":00Z"),
            "standard_d2s_v3",
            hours);
  }
}
