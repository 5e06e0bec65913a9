package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.job;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that wait for others, and what the end of a task does to others and to its job. */
class DependenciesTest {

  private final TestAccount account = TestAccount.create();

  @BeforeEach
  void createJob() {
    account.batch().createPool("p", 5);
    account
        .jobs()
        .add(
            job("j", "p")
                .put("usesTaskDependencies", true)
                .put("onTaskFailure", "performExitOptionsJobAction"));
  }

  @AfterEach
  void close() {
    account.close();
  }

  private void add(String id, String commandLine, String dependsOn) {
    account.tasks().add("j", task(id, commandLine).put("dependsOn", json(dependsOn)));
  }

  @Test
  void taskWaitsForTheTasksItNames() {
    add("last", "run", "{'taskIds': ['A', 'b']}");
    account.tasks().add("j", task("a", "run"));
    account.seconds(3);
    assertThat(account.taskState("j", "a")).isEqualTo("completed");
    assertThat(account.taskState("j", "last")).isEqualTo("active");

    account.tasks().add("j", task("b", "run"));
    account.seconds(1);
    assertThat(account.taskState("j", "last")).isEqualTo("running");
    add("later", "run", "{'taskIds': ['a']}");
    account.seconds(1);
    assertThat(account.taskState("j", "later")).isEqualTo("completed");
  }

  @Test
  void taskWaitsForTheTasksOfItsRanges() {
    add("last", "run", "{'taskIdRanges': [{'start': 1, 'end': 3}]}");
    for (int i = 1; i < 4; i++) {
      account.tasks().add("j", task(Integer.toString(i), "run"));
    }
    account.settle();
    assertThat(account.taskState("j", "last")).isEqualTo("active");
    account.seconds(2);

    assertThat(account.taskState("j", "last")).isEqualTo("completed");
    assertThat(refused(() -> add("x", "run", "{'taskIdRanges': [{'start': 3, 'end': 1}]}")))
        .isEqualTo("400 InvalidPropertyValue end");
    assertThat(refused(() -> add("x", "run", "{'taskIdRanges': [{'start': 1, 'end': 900000}]}")))
        .isEqualTo("400 TaskDependencyRangesTooLong");
    assertThat(refused(() -> add("x", "run", "{'taskIds': ['%s']}".formatted("x".repeat(64_001)))))
        .isEqualTo("400 TaskDependencyListTooLong");
  }

  @Test
  void failureBlocksUnlessItsExitConditionSatisfies() {
    account.tasks().add("j", failing("blocks", "exit 1", "'default': {'jobAction': 'none'}"));
    account
        .tasks()
        .add(
            "j",
            failing(
                "satisfies",
                "exit 2",
                "'exitCodeRanges': [{'start': 2, 'end': 4, 'exitOptions':"
                    + " {'jobAction': 'none', 'dependencyAction': 'satisfy'}}]"));
    add("blocked", "run", "{'taskIds': ['blocks']}");
    add("satisfied", "run", "{'taskIds': ['satisfies']}");
    account.seconds(5);

    assertThat(account.jobState("j")).isEqualTo("active");
    assertThat(account.taskState("j", "blocked")).isEqualTo("active");
    assertThat(account.taskState("j", "satisfied")).isEqualTo("completed");
  }

  private static JsonObject failing(String id, String commandLine, String conditions) {
    return task(id, commandLine).put("exitConditions", json("{" + conditions + "}"));
  }

  @Test
  void failureEndsTheJobUnlessItsExitConditionSaysOtherwise() {
    account.tasks().add("j", task("t", "exit 3"));
    account.seconds(2);

    assertThat(account.batch().job("j").getJsonObject("executionInfo").getString("terminateReason"))
        .isEqualTo("TaskFailed");
  }

  @Test
  void failureDisablesTheJobIfItsExitConditionSaysSo() {
    account
        .tasks()
        .add(
            "j",
            failing(
                "t",
                "exit 3",
                "'exitCodes': [{'code': 3, 'exitOptions': {'jobAction': 'disable'}}],"
                    + " 'default': {'jobAction': 'none'}"));
    account.seconds(2);

    assertThat(account.jobState("j")).isEqualTo("disabled");
  }
}
