package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.job;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.list;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksTest {

  private final TestAccount account = TestAccount.create();
  private final Tasks tasks = account.tasks();

  @BeforeEach
  void createJob() {
    account.batch().createPool("p", 2);
    account.jobs().add(job("j", "p"));
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void newTaskIsFilledUpWithDefaults() {
    tasks.add("j", task("T1", "run"));

    JsonObject members = account.batch().task("J", "t1");
    assertThat(members.getString("id")).isEqualTo("T1");
    assertThat(members.getString("url")).isEqualTo("/jobs/j/tasks/T1");
    assertThat(members.getString("state")).isEqualTo("active");
    assertThat(members.getInteger("requiredSlots")).isEqualTo(1);
    assertThat(members.getJsonObject("userIdentity"))
        .isEqualTo(json("{'autoUser': {'scope': 'pool', 'elevationLevel': 'nonadmin'}}"));
    assertThat(members.getJsonObject("constraints"))
        .isEqualTo(
            json(
                """
                {'maxWallClockTime': 'P10675199DT2H48M5.4775807S', 'retentionTime': 'P7D',
                 'maxTaskRetryCount': 0}
                """));
    assertThat(members.getJsonObject("executionInfo"))
        .isEqualTo(json("{'retryCount': 0, 'requeueCount': 0}"));
    assertThat(members.containsKey("nodeInfo")).isFalse();
  }

  @Test
  void taskRuns() {
    tasks.add("j", task("t", "run"));
    account.settle();

    JsonObject running = account.batch().task("j", "t");
    assertThat(running.getString("state")).isEqualTo("running");
    assertThat(running.getString("previousState")).isEqualTo("active");
    JsonObject nodeInfo = running.getJsonObject("nodeInfo");
    String node = nodeInfo.getString("nodeId");
    assertThat(nodeInfo)
        .isEqualTo(
            new JsonObject()
                .put("affinityId", "TVM:" + node)
                .put("nodeUrl", "/pools/p/nodes/" + node)
                .put("poolId", "p")
                .put("nodeId", node)
                .put("taskRootDirectory", "workitems/j/job-1/t")
                .put(
                    "taskRootDirectoryUrl",
                    "/pools/p/nodes/" + node + "/files/workitems/j/job-1/t"));
    account.seconds(1);

    JsonObject done = account.batch().task("j", "t");
    assertThat(done.getString("state")).isEqualTo("completed");
    assertThat(done.getString("eTag")).isNotEqualTo(running.getString("eTag"));
    assertThat(done.getJsonObject("executionInfo"))
        .isEqualTo(
            json(
                """
                {'startTime': '2026-03-01T09:00:00Z', 'endTime': '2026-03-01T09:00:01Z',
                 'exitCode': 0, 'result': 'success', 'retryCount': 0, 'requeueCount': 0}
                """));
  }

  @Test
  void failureIsDescribed() {
    tasks.add("j", task("t", "exit 3"));
    account.seconds(1);

    JsonObject info = account.taskInfo("j", "t");
    assertThat(info.getInteger("exitCode")).isEqualTo(3);
    assertThat(info.getString("result")).isEqualTo("failure");
    JsonObject failure = info.getJsonObject("failureInfo");
    assertThat(failure.getString("category")).isEqualTo("UserError");
    assertThat(failure.getString("code")).isEqualTo("FailureExitCode");
    assertThat(names(failure.getJsonArray("details")))
        .containsExactly("Message", "AdditionalErrorCode");
  }

  private static List<String> names(JsonArray details) {
    return details.stream().map(detail -> ((JsonObject) detail).getString("name")).toList();
  }

  @Test
  void failedTaskIsRetriedAsOftenAsItSays() {
    tasks.add("j", task("t", "exit 1").put("constraints", json("{'maxTaskRetryCount': 2}")));
    account.seconds(10);

    JsonObject info = account.taskInfo("j", "t");
    assertThat(info.getInteger("retryCount")).isEqualTo(2);
    assertThat(info.getString("lastRetryTime")).isEqualTo("2026-03-01T09:00:02Z");
    assertThat(info.getString("startTime")).isEqualTo("2026-03-01T09:00:02Z");
    assertThat(account.batch().taskCounts("j").failed()).isEqualTo(1);
  }

  @Test
  void jobSaysHowOftenItsTasksAreRetried() {
    account.jobs().add(job("k", "p").put("constraints", json("{'maxTaskRetryCount': 1}")));
    tasks.add("k", task("t", "exit 1"));
    account.seconds(10);

    assertThat(account.taskInfo("k", "t").getInteger("retryCount")).isEqualTo(1);
  }

  @Test
  void taskIsEndedWhenItTakesTooLong() {
    tasks.add("j", task("t", "long").put("constraints", json("{'maxWallClockTime': 'PT10S'}")));
    account.seconds(10);

    JsonObject info = account.taskInfo("j", "t");
    assertThat(info.getJsonObject("failureInfo").getString("code")).isEqualTo("TaskEnded");
    assertThat(info.getString("endTime")).isEqualTo("2026-03-01T09:00:10Z");
  }

  @Test
  void tasksShareTheSlotsOfANode() {
    account.batch().createPool("wide", 1, 4);
    account.jobs().add(job("k", "wide"));
    tasks.add("k", task("a", "run").put("requiredSlots", 3));
    tasks.add("k", task("b", "run").put("requiredSlots", 2));
    tasks.add("k", task("c", "run"));
    account.settle();

    assertThat(account.taskState("k", "a")).isEqualTo("running");
    assertThat(account.taskState("k", "b")).isEqualTo("active");
    assertThat(account.taskState("k", "c")).isEqualTo("running");
    JsonObject node = account.batch().nodesOf("wide").get(0);
    assertThat(node.getString("state")).isEqualTo("running");
    assertThat(node.getInteger("runningTasksCount")).isEqualTo(2);
    assertThat(node.getInteger("runningTaskSlotsCount")).isEqualTo(4);
    account.seconds(2);
    assertThat(account.batch().nodesOf("wide").get(0).getInteger("totalTasksSucceeded"))
        .isEqualTo(3);
    assertThat(account.nodeStates("wide")).containsExactly("idle");
  }

  @Test
  void taskPrefersTheNodeItNames() {
    String second = account.batch().nodesOf("p").get(1).getString("id");
    tasks.add(
        "j",
        task("t", "run").put("affinityInfo", new JsonObject().put("affinityId", "TVM:" + second)));
    account.settle();

    assertThat(account.batch().task("j", "t").getJsonObject("nodeInfo").getString("nodeId"))
        .isEqualTo(second);
  }

  @Test
  void taskIsTerminated() {
    tasks.add("j", task("a", "long"));
    account.settle();
    tasks.terminate("j", "a");
    account.settle();
    assertThat(account.taskState("j", "a")).isEqualTo("completed");
    assertThat(account.taskInfo("j", "a").containsKey("exitCode")).isFalse();
    assertThat(refused(() -> tasks.terminate("j", "a"))).isEqualTo("409 TaskCompleted");
    assertThat(refused(() -> tasks.update("j", "a", new JsonObject())))
        .isEqualTo("409 TaskCompleted");

    tasks.add("j", task("b", "run"));
    tasks.terminate("j", "b");
    assertThat(account.taskState("j", "b")).isEqualTo("completed");
    account.seconds(5);
    assertThat(account.batch().taskCounts("j").failed()).isEqualTo(2);
  }

  @Test
  void failedTaskRunsAgainWhenItIsReactivated() {
    tasks.add("j", task("t", "exit 1").put("constraints", json("{'maxTaskRetryCount': 1}")));
    assertThat(refused(() -> tasks.reactivate("j", "t"))).isEqualTo("409 TaskNotCompleted");
    account.seconds(5);

    tasks.reactivate("j", "t");
    assertThat(account.taskState("j", "t")).isEqualTo("active");
    assertThat(account.taskInfo("j", "t").getInteger("retryCount")).isZero();
    assertThat(account.taskInfo("j", "t").containsKey("exitCode")).isFalse();
    account.seconds(5);
    assertThat(account.taskInfo("j", "t").getInteger("retryCount")).isEqualTo(1);

    tasks.add("j", task("good", "run"));
    account.seconds(1);
    assertThat(refused(() -> tasks.reactivate("j", "good"))).isEqualTo("409 TaskSucceeded");
    account.jobs().terminate("j", new JsonObject(), false);
    account.settle();
    assertThat(refused(() -> tasks.reactivate("j", "t"))).isEqualTo("409 JobCompleted");
  }

  @Test
  void deletedTaskIsGoneWhileItRuns() {
    tasks.add("j", task("t", "long"));
    account.settle();
    tasks.delete("j", "t");

    assertThat(refused(() -> tasks.get("j", "t"))).isEqualTo("404 TaskNotFound");
    account.settle();
    assertThat(account.nodeStates("p")).containsOnly("idle");
    assertThat(account.batch().taskCounts("j")).isEqualTo(new TaskCountsSnapshot(0, 0, 0, 0, 0));
    tasks.add("j", task("t", "run"));
    account.seconds(1);
    assertThat(account.taskState("j", "t")).isEqualTo("completed");
  }

  @Test
  void updateReplacesTheConstraints() {
    tasks.add("j", task("t", "long").put("constraints", json("{'maxTaskRetryCount': 3}")));
    tasks.update("j", "t", json("{'constraints': {'retentionTime': 'P1D'}}"));

    JsonObject constraints = account.batch().task("j", "t").getJsonObject("constraints");
    assertThat(constraints.getString("retentionTime")).isEqualTo("P1D");
    assertThat(constraints.getInteger("maxTaskRetryCount")).isZero();
    assertThat(refused(() -> tasks.update("j", "t", json("{'commandLine': 'x'}"))))
        .isEqualTo("400 UnsupportedProperty commandLine");
  }

  @Test
  void wrongTasksAreRefused() {
    account
        .jobs()
        .add(
            job("prepared", "p")
                .put("jobPreparationTask", json("{'id': 'prep', 'commandLine': 'run'}"))
                .put("jobReleaseTask", json("{'commandLine': 'run'}")));

    assertThat(refused(() -> tasks.add("none", task("t", "run")))).isEqualTo("404 JobNotFound");
    assertThat(refused(() -> tasks.add("j", json("{'id': 't'}"))))
        .isEqualTo("400 MissingRequiredProperty commandLine");
    assertThat(refused(() -> tasks.add("j", task("", "run"))))
        .isEqualTo("400 InvalidPropertyValue id");
    assertThat(refused(() -> tasks.add("j", task("t", "run").put("requiredSlots", 0))))
        .isEqualTo("400 InvalidPropertyValue requiredSlots");
    assertThat(refused(() -> tasks.add("j", task("t", "run").put("state", "active"))))
        .isEqualTo("400 UnsupportedProperty state");
    assertThat(refused(() -> tasks.add("j", task("t", "run").put("dependsOn", json("{}")))))
        .isEqualTo("400 TaskDependenciesNotSpecifiedOnJob");
    assertThat(refused(() -> tasks.add("prepared", task("PREP", "run"))))
        .isEqualTo("409 TaskIdSameAsJobPreparationTask");
    assertThat(refused(() -> tasks.add("prepared", task("jobrelease", "run"))))
        .isEqualTo("409 TaskIdSameAsJobReleaseTask");
    assertThat(refused(() -> tasks.add("j", exitCode("{'jobAction': 'terminate'}"))))
        .isEqualTo("400 InvalidPropertyValue jobAction");
    assertThat(refused(() -> tasks.add("j", exitCode("{'dependencyAction': 'satisfy'}"))))
        .isEqualTo("400 InvalidPropertyValue dependencyAction");
    tasks.add("j", task("t", "run"));
    assertThat(refused(() -> tasks.add("j", task("T", "run")))).isEqualTo("409 TaskExists");
  }

  private static JsonObject exitCode(String options) {
    return task("t", "exit 1")
        .put(
            "exitConditions",
            json("{'exitCodes': [{'code': 1, 'exitOptions': %s}]}".formatted(options)));
  }

  @Test
  void collectionGivesAResultForEveryTask() {
    tasks.add("j", task("t0", "run"));
    JsonArray many = new JsonArray();
    IntStream.range(0, 100).forEach(i -> many.add(task("t" + i, "run")));

    List<JsonObject> results = addAll(many);

    assertThat(results).hasSize(100);
    assertThat(results.get(0).getString("taskId")).isNotEqualTo("t0");
    JsonObject there = result(results, "t0");
    assertThat(there.getString("status")).isEqualTo("clienterror");
    assertThat(there.getJsonObject("error").getString("code")).isEqualTo("TaskExists");
    JsonObject added = result(results, "t1");
    assertThat(added.getString("status")).isEqualTo("Success");
    assertThat(added.getString("eTag")).isEqualTo(tasks.get("j", "t1").eTag());
    assertThat(added.getString("location")).isEqualTo("/jobs/j/tasks/t1");
    assertThat(account.jobs().get("j").tasks()).hasSize(100);

    many.add(task("t100", "run"));
    assertThat(refused(() -> addAll(many))).isEqualTo("413 RequestBodyTooLarge");
    assertThat(refused(() -> addAll(list(json("{}"))))).isEqualTo("400 MissingRequiredProperty id");
  }

  @Test
  void serverErrorsOfACollectionCanBeArranged() {
    account.batch().failNextTasks(1);

    List<JsonObject> results = addAll(list(task("a", "run"), task("b", "run")));

    assertThat(result(results, "a").getString("status")).isEqualTo("servererror");
    assertThat(result(results, "b").getString("status")).isEqualTo("Success");
    assertThat(account.jobs().get("j").tasks()).hasSize(1);
  }

  private List<JsonObject> addAll(JsonArray wanted) {
    return account
        .batch()
        .collections()
        .add("j", new JsonObject().put("value", wanted))
        .getJsonArray("value")
        .stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static JsonObject result(List<JsonObject> results, String id) {
    return results.stream()
        .filter(each -> each.getString("taskId").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void multiInstanceTaskHasSubtasks() {
    tasks.add(
        "j",
        task("t", "run")
            .put(
                "multiInstanceSettings",
                json("{'numberOfInstances': 3, 'coordinationCommandLine': 'start'}")));
    tasks.add("j", task("plain", "run"));
    assertThat(tasks.subtasks("j", "t")).isEmpty();
    account.seconds(1);

    JsonArray subtasks = tasks.subtasks("j", "t");
    assertThat(subtasks).hasSize(2);
    assertThat(subtasks.getJsonObject(0).getInteger("id")).isEqualTo(1);
    assertThat(subtasks.getJsonObject(1).getString("state")).isEqualTo("completed");
    assertThat(tasks.subtasks("j", "plain")).isEmpty();
  }
}
