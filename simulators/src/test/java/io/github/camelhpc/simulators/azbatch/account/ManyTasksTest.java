package io.github.camelhpc.simulators.azbatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ManyTasksTest {

  @Test
  @Timeout(20)
  void manyTasksRunOnManyNodesThatAreAllPreparedAndReleased() {
    try (TestAccount account = TestAccount.create()) {
      account.batch().createPool("p", 10_000);
      account
          .batch()
          .createJob(
              "j",
              "p",
              Map.of(
                  "jobPreparationTask", Map.of("commandLine", "prepare"),
                  "jobReleaseTask", Map.of("commandLine", "release")));
      for (int i = 0; i < 20_000; i++) {
        account.batch().createTask("j", "t" + i, "run");
      }

      account.seconds(10);

      assertThat(account.batch().taskCounts("j"))
          .isEqualTo(new TaskCountsSnapshot(0, 0, 20_000, 20_000, 0));
      assertThat(account.jobs().preparationStatuses("j")).hasSize(10_000);

      account.jobs().terminate("j", new JsonObject(), false);
      account.seconds(2);

      assertThat(account.jobState("j")).isEqualTo("completed");
      assertThat(account.jobs().preparationStatuses("j").values())
          .allMatch(status -> status.members().containsKey("jobReleaseTaskExecutionInfo"));

      account.jobs().delete("j", false);
      account.pools().resize("p", new JsonObject().put("targetDedicatedNodes", 0));
      account.advance(Duration.ofSeconds(2));

      assertThat(account.jobs().all()).isEmpty();
      assertThat(account.batch().nodesOf("p")).isEmpty();
    }
  }

  @Test
  @Timeout(20)
  void manyJobsShareAPool() {
    try (TestAccount account = TestAccount.create()) {
      account.batch().createPool("p", 10);
      for (int i = 0; i < 10_000; i++) {
        account.batch().createJob("j" + i, "p", Map.of("onAllTasksComplete", "noaction"));
        account.batch().createTask("j" + i, "t", "run");
      }

      account.seconds(1_000);

      assertThat(account.jobs().all().values())
          .allMatch(job -> job.counts().snapshot().succeeded() == 1);
    }
  }

  @Test
  @Timeout(10)
  void arrangedStatusesNeedNoNodes() {
    try (TestAccount account = TestAccount.create()) {
      account.batch().createPool("p", 1);
      account
          .batch()
          .createJob("j", "p", Map.of("jobPreparationTask", Map.of("commandLine", "prepare")));

      account
          .batch()
          .addPreparationStatuses(
              "j",
              10_000,
              i -> Map.of("jobPreparationTaskExecutionInfo", Map.of("exitCode", i % 7)));

      assertThat(account.jobs().preparationStatuses("j")).hasSize(10_000);
      JsonObject last = account.jobs().preparationStatuses("j").lastEntry().getValue().members();
      assertThat(last.getString("nodeId")).isEqualTo("tvm-generated-009999");
      assertThat(last.getString("nodeUrl")).isEqualTo("/pools/p/nodes/tvm-generated-009999");
      assertThat(last.getJsonObject("jobPreparationTaskExecutionInfo").getInteger("exitCode"))
          .isEqualTo(3);
    }
  }
}
