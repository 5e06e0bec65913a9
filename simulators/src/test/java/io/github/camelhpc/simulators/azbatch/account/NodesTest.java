package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.job;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.pool;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesTest {

  private static final JsonObject NOTHING = new JsonObject();

  private final TestAccount account = TestAccount.create();
  private final NodeActions nodes = account.batch().nodes();
  private final NodeAccess access = account.batch().nodeAccess();
  private String node;

  @BeforeEach
  void createPool() {
    account.batch().createPool("p", 1);
    node = account.firstNode("p");
    account.jobs().add(job("j", "p"));
    account.tasks().add("j", task("t", "long"));
    account.settle();
  }

  @AfterEach
  void close() {
    account.close();
  }

  private String state() {
    return account.nodeStates("p").get(0);
  }

  @Test
  void rebootRequeuesTheTasks() {
    assertThat(state()).isEqualTo("running");
    nodes.reboot("p", node, NOTHING);
    account.settle();
    assertThat(state()).isEqualTo("rebooting");
    assertThat(account.taskState("j", "t")).isEqualTo("active");
    assertThat(refused(() -> nodes.reboot("p", node, NOTHING))).isEqualTo("409 NodeBeingRebooted");
    account.seconds(1);
    assertThat(state()).isEqualTo("starting");
    assertThat(refused(() -> nodes.reimage("p", node, NOTHING))).isEqualTo("409 NodeBeingStarted");
    account.seconds(1);

    assertThat(account.taskState("j", "t")).isEqualTo("running");
    assertThat(account.taskInfo("j", "t").getInteger("requeueCount")).isEqualTo(1);
  }

  @Test
  void rebootEndsTheTasksIfItIsToldTo() {
    nodes.reboot("p", node, json("{'nodeRebootOption': 'terminate'}"));
    account.settle();

    assertThat(account.taskState("j", "t")).isEqualTo("completed");
    assertThat(account.taskInfo("j", "t").getString("result")).isEqualTo("failure");
  }

  @Test
  void rebootWaitsForTheTasksIfItIsToldTo() {
    account.tasks().add("j", task("next", "run"));
    nodes.reboot("p", node, json("{'nodeRebootOption': 'taskCompletion'}"));
    account.settle();
    assertThat(state()).isEqualTo("running");
    assertThat(refused(() -> nodes.reboot("p", node, NOTHING))).isEqualTo("409 NodeBeingRebooted");
    account.advance(Duration.ofHours(1));

    assertThat(account.taskState("j", "t")).isEqualTo("completed");
    assertThat(state()).isEqualTo("rebooting");
    assertThat(account.taskState("j", "next")).isEqualTo("active");
    account.seconds(3);
    assertThat(account.taskState("j", "next")).isEqualTo("completed");
  }

  @Test
  void reimageEmptiesTheDisk() {
    account.tasks().terminate("j", "t");
    account.settle();
    assertThat(account.batch().files().ofTask("j", "t", false)).isNotEmpty();
    nodes.reimage("p", node, NOTHING);
    account.settle();
    assertThat(state()).isEqualTo("reimaging");
    assertThat(refused(() -> nodes.reboot("p", node, NOTHING))).isEqualTo("409 NodeBeingReimaged");
    account.seconds(2);

    assertThat(state()).isEqualTo("idle");
    assertThat(refused(() -> account.batch().files().ofTask("j", "t", false)))
        .isEqualTo("409 TaskFilesCleanedup");
  }

  @Test
  void deallocatedNodeStartsAgain() {
    assertThat(refused(() -> nodes.start("p", node))).isEqualTo("409 OperationNotValidOnNode");
    nodes.deallocate("p", node, NOTHING);
    account.settle();
    assertThat(state()).isEqualTo("deallocating");
    account.seconds(1);
    assertThat(state()).isEqualTo("deallocated");
    assertThat(refused(() -> nodes.reboot("p", node, NOTHING)))
        .isEqualTo("409 OperationNotValidOnNode");

    nodes.start("p", node);
    assertThat(state()).isEqualTo("starting");
    account.seconds(1);
    assertThat(account.taskState("j", "t")).isEqualTo("running");
  }

  @Test
  void nodeWithoutSchedulingTakesNoTasks() {
    assertThat(refused(() -> nodes.enableScheduling("p", node)))
        .isEqualTo("409 NodeAlreadyInTargetSchedulingState");
    nodes.disableScheduling("p", node, NOTHING);
    assertThat(refused(() -> nodes.disableScheduling("p", node, NOTHING)))
        .isEqualTo("409 NodeAlreadyInTargetSchedulingState");
    account.seconds(1);
    assertThat(state()).isEqualTo("idle");
    assertThat(account.batch().nodesOf("p").get(0).getString("schedulingState"))
        .isEqualTo("disabled");
    assertThat(account.taskState("j", "t")).isEqualTo("active");

    nodes.enableScheduling("p", node);
    account.settle();
    assertThat(account.taskState("j", "t")).isEqualTo("running");
  }

  @Test
  void nodesThatAreNotUpAreRefused() {
    account.pools().add(pool("q", 1));
    String young = account.firstNode("q");

    assertThat(refused(() -> nodes.reboot("q", young, NOTHING))).isEqualTo("409 NodeBeingCreated");
    assertThat(refused(() -> access.addUser("q", young, json("{'name': 'u'}"))))
        .isEqualTo("409 NodeBeingCreated");
    assertThat(refused(() -> nodes.reboot("q", "tvm-0", NOTHING))).isEqualTo("404 NodeNotFound");
    assertThat(refused(() -> nodes.reboot("none", young, NOTHING))).isEqualTo("404 PoolNotFound");
    assertThat(refused(() -> nodes.reboot("p", node, json("{'nodeRebootOption': 'retainedData'}"))))
        .isEqualTo("400 UnsupportedProperty nodeRebootOption");
  }

  @Test
  void usersComeAndGo() {
    Entity user = access.addUser("p", node, json("{'name': 'User', 'password': 'x'}"));
    assertThat(user.path()).isEqualTo("/pools/p/nodes/" + node + "/users/User");
    assertThat(refused(() -> access.addUser("p", node, json("{'name': 'user'}"))))
        .isEqualTo("409 NodeUserExists");
    assertThat(refused(() -> access.addUser("p", node, NOTHING)))
        .isEqualTo("400 MissingRequiredProperty name");
    access.updateUser("p", node, "USER", json("{'sshPublicKey': 'ssh-rsa AAAA'}"));
    access.deleteUser("p", node, "user");

    assertThat(refused(() -> access.deleteUser("p", node, "user")))
        .isEqualTo("404 NodeUserNotFound");
    assertThat(refused(() -> access.updateUser("p", node, "user", NOTHING)))
        .isEqualTo("404 NodeUserNotFound");
  }

  @Test
  void usersOfWindowsNodesHaveNoKeys() {
    JsonObject body = pool("w", 1);
    body.getJsonObject("virtualMachineConfiguration")
        .put("nodeAgentSKUId", "batch.node.windows amd64");
    account.pools().add(body);
    account.seconds(2);

    JsonObject user = json("{'name': 'u', 'sshPublicKey': 'ssh-rsa AAAA'}");
    assertThat(refused(() -> access.addUser("w", account.firstNode("w"), user)))
        .isEqualTo("400 InvalidPropertyValue sshPublicKey");
  }

  @Test
  void nodeSaysHowToReachIt() {
    JsonObject settings = access.remoteLoginSettings("p", node);
    assertThat(settings.getString("remoteLoginIPAddress")).isNotEmpty();
    assertThat(settings.getInteger("remoteLoginPort")).isBetween(1, 65_535);

    JsonObject logs =
        access.uploadLogs(
            "p",
            node,
            json("{'containerUrl': 'https://x.example/c', 'startTime': '2026-03-01T08:00:00Z'}"));
    assertThat(logs.getInteger("numberOfFilesUploaded")).isZero();
    assertThat(refused(() -> access.uploadLogs("p", node, NOTHING)))
        .isEqualTo("400 MissingRequiredProperty containerUrl");
  }

  @Test
  void nodeHasTheExtensionsOfItsPool() {
    JsonObject body = pool("x", 1);
    body.getJsonObject("virtualMachineConfiguration")
        .put(
            "extensions",
            TestAccount.list(json("{'name': 'Agent', 'publisher': 'me', 'type': 'monitor'}")));
    account.pools().add(body);
    String extended = account.firstNode("x");

    assertThat(access.extensions("x", extended)).containsOnlyKeys("agent");
    JsonObject extension = access.extension("x", extended, "AGENT").members();
    assertThat(extension.getString("provisioningState")).isEqualTo("Succeeded");
    assertThat(extension.getJsonObject("vmExtension").getString("name")).isEqualTo("Agent");
    assertThat(access.extensions("p", node)).isEmpty();
    assertThat(refused(() -> access.extension("p", node, "agent")))
        .isEqualTo("404 ResourceNotFound");
  }

  @Test
  void nodeRemembersItsLastTasks() {
    account.tasks().terminate("j", "t");
    account.settle();

    JsonObject recent =
        account.batch().nodesOf("p").get(0).getJsonArray("recentTasks").getJsonObject(0);
    assertThat(recent.getString("taskUrl")).isEqualTo("/jobs/j/tasks/t");
    assertThat(recent.getString("taskState")).isEqualTo("completed");
  }
}
