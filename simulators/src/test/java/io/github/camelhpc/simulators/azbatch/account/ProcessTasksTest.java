package io.github.camelhpc.simulators.azbatch.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Command lines that are really executed. */
@DisabledOnOs(OS.WINDOWS)
class ProcessTasksTest {

  @TempDir private Path directory;
  private final StateLock lock = new StateLock();
  private SimulatorClock clock;
  private TaskRunner runner;
  private BatchAccount account;

  @BeforeEach
  void start() {
    clock = SimulatorClock.system();
    runner = TaskRunner.process(directory);
    account =
        new BatchAccount(
            AccountSettings.defaults().withTaskRunner(runner).withAccountName("mine"), clock, lock);
    account.createPool("p", 1);
  }

  @AfterEach
  void close() {
    account.close();
    runner.close();
    clock.close();
  }

  private void awaitEnd(String taskId) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> account.task("j", taskId).getString("state").equals("completed"));
  }

  private String text(String taskId, String path) throws IOException {
    return new String(account.files().ofTask("j", taskId, path).open().readAllBytes(), UTF_8);
  }

  @Test
  void taskRunsInItsDirectoryOnANodeThatHasBeenPrepared() throws IOException {
    account.createJob(
        "j",
        "p",
        Map.of(
            "jobPreparationTask",
            Map.of("commandLine", "echo prepared > $AZ_BATCH_NODE_SHARED_DIR/ready"),
            "commonEnvironmentSettings",
            List.of(Map.of("name", "COLOUR", "value", "red"))));
    account.createTask(
        "j",
        "t",
        "cat $AZ_BATCH_NODE_SHARED_DIR/ready; echo $AZ_BATCH_ACCOUNT_NAME $AZ_BATCH_TASK_ID"
            + " $COLOUR; echo wrong >&2; echo out > out.txt; exit 7");
    awaitEnd("t");

    assertThat(account.task("j", "t").getJsonObject("executionInfo").getInteger("exitCode"))
        .isEqualTo(7);
    assertThat(text("t", "stdout.txt")).isEqualTo("prepared\nmine t red\n");
    assertThat(text("t", "stderr.txt")).isEqualTo("wrong\n");
    assertThat(text("t", "wd/out.txt")).isEqualTo("out\n");
    assertThat(account.files().ofTask("j", "t", true))
        .containsOnlyKeys("stderr.txt", "stdout.txt", "wd", "wd/out.txt");
  }

  @Test
  void whatACommandLineWouldMissIsRefused() {
    account.createJob("j", "p");

    assertThat(
            TestAccount.refused(
                () ->
                    account
                        .tasks()
                        .add(
                            "j",
                            TestAccount.task("t", "run").put("resourceFiles", TestAccount.list()))))
        .isEqualTo("400 UnsupportedProperty resourceFiles");
    assertThat(
            TestAccount.refused(
                () ->
                    account
                        .jobs()
                        .add(
                            TestAccount.job("k", "p")
                                .put(
                                    "jobPreparationTask",
                                    TestAccount.json(
                                        "{'commandLine': 'run', 'containerSettings': {}}")))))
        .isEqualTo("400 UnsupportedProperty containerSettings");
  }

  @Test
  void terminatedTaskIsReallyEnded() {
    account.createJob("j", "p");
    account.createTask("j", "t", "sleep 60");
    await().until(() -> account.task("j", "t").getString("state").equals("running"));
    lock.run(() -> account.tasks().terminate("j", "t"));
    awaitEnd("t");

    assertThat(
            account
                .task("j", "t")
                .getJsonObject("executionInfo")
                .getJsonObject("failureInfo")
                .getString("code"))
        .isEqualTo("TaskEnded");
  }
}
