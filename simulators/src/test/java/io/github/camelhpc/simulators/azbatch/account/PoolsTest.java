package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.job;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.list;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.pool;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolsTest {

  private final TestAccount account = TestAccount.create();
  private final Pools pools = account.pools();

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void nodesOfANewPoolComeUpStepByStep() {
    pools.add(pool("Pool1", 2).put("startTask", json("{'commandLine': 'run'}")));
    assertThat(account.poolState("pool1")).isEqualTo("resizing");
    assertThat(account.nodeStates("pool1")).containsExactly("creating", "creating");
    assertThat(account.batch().pool("pool1").getInteger("currentDedicatedNodes")).isZero();
    account.seconds(1);
    assertThat(account.poolState("pool1")).isEqualTo("steady");
    assertThat(account.nodeStates("pool1")).containsOnly("starting");
    account.seconds(1);
    assertThat(account.nodeStates("pool1")).containsOnly("waitingforstarttask");
    account.seconds(1);
    assertThat(account.nodeStates("pool1")).containsOnly("idle");

    JsonObject node = account.batch().nodesOf("pool1").get(0);
    assertThat(node.getJsonObject("startTaskInfo").getString("result")).isEqualTo("success");
    assertThat(node.getString("affinityId")).isEqualTo("TVM:" + node.getString("id"));
    assertThat(node.getString("url")).isEqualTo("/pools/Pool1/nodes/" + node.getString("id"));
    assertThat(node.getString("schedulingState")).isEqualTo("enabled");
    assertThat(node.getBoolean("isDedicated")).isTrue();
    assertThat(node.getString("lastBootTime")).isEqualTo("2026-03-01T09:00:02Z");
  }

  @Test
  void newPoolIsFilledUpWithDefaults() {
    pools.add(pool("p", 2));

    JsonObject members = account.batch().pool("p");
    assertThat(members.getString("vmSize")).isEqualTo("standard_d2s_v3");
    assertThat(members.getString("state")).isEqualTo("active");
    assertThat(members.getString("resizeTimeout")).isEqualTo("PT15M");
    assertThat(members.getBoolean("enableAutoScale")).isFalse();
    assertThat(members.getBoolean("enableInterNodeCommunication")).isFalse();
    assertThat(members.getInteger("taskSlotsPerNode")).isEqualTo(1);
    assertThat(members.getInteger("targetDedicatedNodes")).isEqualTo(2);
    assertThat(members.getInteger("targetLowPriorityNodes")).isZero();
    assertThat(
            members
                .getJsonObject("virtualMachineConfiguration")
                .getJsonObject("imageReference")
                .getString("version"))
        .isEqualTo("latest");
  }

  @Test
  void failedStartTaskKeepsTheNodeFromWork() {
    pools.add(
        pool("p", 1).put("startTask", json("{'commandLine': 'exit 1', 'maxTaskRetryCount': 1}")));
    account.seconds(10);

    assertThat(account.nodeStates("p")).containsExactly("starttaskfailed");
    JsonObject info = account.batch().nodesOf("p").get(0).getJsonObject("startTaskInfo");
    assertThat(info.getInteger("retryCount")).isEqualTo(1);
    assertThat(info.getJsonObject("failureInfo").getString("code")).isEqualTo("FailureExitCode");
    account.jobs().add(job("j", "p"));
    account.tasks().add("j", task("t", "run"));
    account.seconds(10);
    assertThat(account.taskState("j", "t")).isEqualTo("active");
  }

  @Test
  void nodeDoesNotWaitForAStartTaskThatDoesNotMatter() {
    pools.add(
        pool("p", 1).put("startTask", json("{'commandLine': 'exit 1', 'waitForSuccess': false}")));
    account.seconds(10);

    assertThat(account.nodeStates("p")).containsExactly("idle");
  }

  @Test
  void resizeAddsAndTakesNodes() {
    account.batch().createPool("p", 2);
    pools.resize("p", json("{'targetDedicatedNodes': 3, 'targetLowPriorityNodes': 2}"));
    assertThat(refused(() -> pools.resize("p", json("{'targetDedicatedNodes': 1}"))))
        .isEqualTo("409 PoolBeingResized");
    account.seconds(2);
    assertThat(account.nodeStates("p")).hasSize(5).containsOnly("idle");
    assertThat(account.batch().pool("p").getInteger("currentLowPriorityNodes")).isEqualTo(2);

    pools.resize("p", json("{'targetDedicatedNodes': 1}"));
    account.settle();
    assertThat(account.nodeStates("p")).filteredOn("leavingpool"::equals).hasSize(2);
    account.seconds(1);
    assertThat(account.nodeStates("p")).hasSize(3);
    assertThat(account.poolState("p")).isEqualTo("steady");
    assertThat(account.batch().pool("p").getInteger("targetLowPriorityNodes")).isEqualTo(2);
  }

  @Test
  void wrongResizesAreRefused() {
    account.batch().createPool("p", 1);

    assertThat(refused(() -> pools.resize("p", new JsonObject())))
        .isEqualTo("400 MissingRequiredProperty targetDedicatedNodes");
    assertThat(
            refused(
                () ->
                    pools.resize(
                        "p", json("{'targetDedicatedNodes': 1, 'resizeTimeout': 'PT4M'}"))))
        .isEqualTo("400 InvalidPropertyValue resizeTimeout");
    assertThat(refused(() -> pools.resize("p", json("{'targetDedicatedNodes': -1}"))))
        .isEqualTo("400 InvalidPropertyValue targetDedicatedNodes");
    assertThat(refused(() -> pools.resize("p", json("{'nodeDeallocationOption': 'retainedData'}"))))
        .isEqualTo("400 UnsupportedProperty nodeDeallocationOption");
    assertThat(refused(() -> pools.resize("q", json("{'targetDedicatedNodes': 1}"))))
        .isEqualTo("404 PoolNotFound");
    assertThat(refused(() -> pools.stopResize("p")))
        .isEqualTo("409 OperationInvalidForCurrentState");
  }

  @Test
  void tasksOfNodesThatAreTakenRunElsewhere() {
    account.batch().createPool("p", 2);
    account.jobs().add(job("j", "p"));
    account.tasks().add("j", task("a", "long"));
    account.tasks().add("j", task("b", "long"));
    account.settle();

    pools.resize("p", json("{'targetDedicatedNodes': 1}"));
    account.seconds(2);

    assertThat(account.batch().taskCounts("j")).isEqualTo(new TaskCountsSnapshot(1, 1, 0, 0, 0));
    assertThat(account.nodeStates("p")).containsExactly("running");
  }

  @Test
  void resizeWaitsForTasksIfItIsToldTo() {
    account.batch().createPool("p", 1);
    account.jobs().add(job("j", "p"));
    account.tasks().add("j", task("a", "long"));
    account.tasks().add("j", task("b", "run"));
    account.settle();

    pools.resize(
        "p", json("{'targetDedicatedNodes': 0, 'nodeDeallocationOption': 'taskCompletion'}"));
    account.advance(Duration.ofMinutes(59));
    assertThat(account.nodeStates("p")).containsExactly("running");
    assertThat(account.poolState("p")).isEqualTo("resizing");
    account.advance(Duration.ofMinutes(2));
    assertThat(account.nodeStates("p")).isEmpty();
    assertThat(account.poolState("p")).isEqualTo("steady");
    assertThat(account.taskState("j", "a")).isEqualTo("completed");
    assertThat(account.taskState("j", "b")).isEqualTo("active");
  }

  @Test
  void stoppedResizeKeepsWhatIsThere() {
    account.batch().createPool("p", 2);
    pools.resize("p", json("{'targetDedicatedNodes': 5}"));
    pools.stopResize("p");
    assertThat(account.poolState("p")).isEqualTo("stopping");
    account.seconds(5);

    assertThat(account.poolState("p")).isEqualTo("steady");
    assertThat(account.nodeStates("p")).containsExactly("idle", "idle");
  }

  @Test
  void namedNodesAreTaken() {
    account.batch().createPool("p", 3);
    String node = account.firstNode("p");
    pools.removeNodes("p", new JsonObject().put("nodeList", list(node)));
    account.seconds(2);

    assertThat(account.batch().nodesOf("p"))
        .hasSize(2)
        .noneMatch(each -> each.getString("id").equals(node));
    assertThat(account.batch().pool("p").getInteger("targetDedicatedNodes")).isEqualTo(2);
    assertThat(refused(() -> pools.removeNodes("p", json("{'nodeList': []}"))))
        .isEqualTo("400 InvalidPropertyValue nodeList");
    assertThat(refused(() -> pools.removeNodes("p", json("{'nodeList': ['tvm-0']}"))))
        .isEqualTo("404 NodeNotFound");
    JsonArray many = new JsonArray();
    for (int i = 0; i < 101; i++) {
      many.add("tvm-" + i);
    }
    assertThat(refused(() -> pools.removeNodes("p", new JsonObject().put("nodeList", many))))
        .isEqualTo("400 InvalidPropertyValue nodeList");
  }

  @Test
  void deletedPoolGoesWithItsNodesAndItsTasksWait() {
    account.batch().createPool("p", 1);
    account.jobs().add(job("j", "p"));
    account.tasks().add("j", task("t", "long"));
    account.settle();

    pools.delete("p");
    assertThat(account.batch().pool("p").getString("state")).isEqualTo("deleting");
    assertThat(refused(() -> pools.delete("p"))).isEqualTo("409 PoolBeingDeleted");
    assertThat(refused(() -> pools.patch("p", new JsonObject()))).isEqualTo("409 PoolBeingDeleted");
    account.seconds(2);

    assertThat(refused(() -> pools.get("p"))).isEqualTo("404 PoolNotFound");
    assertThat(account.taskState("j", "t")).isEqualTo("active");
    assertThat(account.taskInfo("j", "t").getInteger("requeueCount")).isEqualTo(1);
    account.batch().createPool("p", 1);
    account.settle();
    assertThat(account.taskState("j", "t")).isEqualTo("running");
  }

  @Test
  void propertiesAreReplaced() {
    account.batch().createPool("p", 1);
    JsonObject properties =
        json("{'certificateReferences': [], 'applicationPackageReferences': [], 'metadata': []}");
    pools.patch("p", json("{'startTask': {'commandLine': 'run'}}"));
    assertThat(account.batch().pool("p").getJsonObject("startTask").getString("commandLine"))
        .isEqualTo("run");
    assertThat(refused(() -> pools.patch("p", json("{'taskSlotsPerNode': 2}"))))
        .isEqualTo("409 OperationInvalidForCurrentState");

    pools.updateProperties("p", properties);
    assertThat(account.batch().pool("p").containsKey("startTask")).isFalse();
    properties.remove("metadata");
    assertThat(refused(() -> pools.updateProperties("p", properties)))
        .isEqualTo("400 MissingRequiredProperty metadata");
  }

  @Test
  void wrongPoolsAreRefused() {
    account.batch().createPool("P", 1);

    assertThat(refused(() -> pools.add(pool("p", 1)))).isEqualTo("409 PoolExists");
    assertThat(refused(() -> pools.add(without("vmSize"))))
        .isEqualTo("400 MissingRequiredProperty vmSize");
    assertThat(refused(() -> pools.add(without("virtualMachineConfiguration"))))
        .isEqualTo("400 MissingRequiredProperty virtualMachineConfiguration");
    assertThat(refused(() -> pools.add(without("targetDedicatedNodes"))))
        .isEqualTo("400 MissingRequiredProperty targetDedicatedNodes");
    assertThat(refused(() -> pools.add(pool("q", 1).put("taskSlotsPerNode", 257))))
        .isEqualTo("400 InvalidPropertyValue taskSlotsPerNode");
    assertThat(refused(() -> pools.add(pool("q", 1).put("enableAutoScale", true))))
        .isEqualTo("400 MissingRequiredProperty autoScaleFormula");
    assertThat(refused(() -> pools.add(pool("q", 1).put("autoScaleFormula", "$x=1"))))
        .isEqualTo("400 InvalidAutoScalingSettings");
    assertThat(refused(() -> pools.add(pool("q", 1).put("resizeTimeout", "PT1M"))))
        .isEqualTo("400 InvalidPropertyValue resizeTimeout");
  }

  private static JsonObject without(String member) {
    JsonObject body = pool("q", 1);
    body.remove(member);
    return body;
  }

  @Test
  void nodesAreCountedByState() {
    account.batch().createPool("p", 2);
    pools.resize("p", json("{'targetDedicatedNodes': 3, 'targetLowPriorityNodes': 1}"));

    JsonObject counts = new NodeCounts(pools.get("p")).members();
    assertThat(counts.getString("poolId")).isEqualTo("p");
    assertThat(counts.getJsonObject("dedicated").getInteger("idle")).isEqualTo(2);
    assertThat(counts.getJsonObject("dedicated").getInteger("creating")).isEqualTo(1);
    assertThat(counts.getJsonObject("dedicated").getInteger("total")).isEqualTo(3);
    assertThat(counts.getJsonObject("dedicated").getInteger("startTaskFailed")).isZero();
    assertThat(counts.getJsonObject("lowPriority").getInteger("total")).isEqualTo(1);
  }

  @Test
  void poolThatPacksFillsANodeBeforeTheNext() {
    pools.add(
        pool("p", 2)
            .put("taskSlotsPerNode", 2)
            .put("taskSchedulingPolicy", json("{'nodeFillType': 'pack'}")));
    account.seconds(2);
    account.jobs().add(job("j", "p"));
    account.tasks().add("j", task("a", "long"));
    account.tasks().add("j", task("b", "long"));
    account.settle();

    assertThat(account.nodeStates("p")).containsExactlyInAnyOrder("running", "idle");
  }
}
