package io.github.camelhpc.azbatch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RequestParameterTest {

  private static String json(RequestParameter<?> parameter) {
    return new String(BatchJson.bytes(parameter), StandardCharsets.UTF_8);
  }

  @Test
  void aTaskIsWrittenAsTheServiceNamesIt() {
    TaskAddParameter task =
        new TaskAddParameter("t1", "/bin/hostname")
            .environment("A", "1")
            .environment("B", "2")
            .resourceFile("https://store/in.csv", "in.csv")
            .dependsOn("t0")
            .requiredSlots(2)
            .maxWallClockTime(Duration.ofMinutes(90))
            .maxTaskRetryCount(3)
            .with("displayName", "first");

    assertThat(json(task))
        .startsWith("{\"id\":\"t1\",\"commandLine\":\"/bin/hostname\"")
        .contains("\"constraints\":{\"maxWallClockTime\":\"PT1H30M\",\"maxTaskRetryCount\":3}")
        .contains("\"dependsOn\":{\"taskIds\":[\"t0\"]}", "\"requiredSlots\":2")
        .contains("\"displayName\":\"first\"");
    assertThat(task.toMap().get("environmentSettings"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .extracting("name")
        .containsExactly("A", "B");
  }

  @Test
  void aJobCarriesItsTasks() {
    JobAddParameter job =
        new JobAddParameter("j1", "pool1")
            .priority(5)
            .preparationTask("prepare")
            .releaseTask("clean up")
            .usesTaskDependencies(true)
            .maxWallClockTime(Duration.ofHours(1))
            .maxTaskRetryCount(-1)
            .metadata("owner", "night")
            .task(new TaskAddParameter("t1", "run"));

    assertThat(json(job))
        .isEqualTo(
            "{\"id\":\"j1\",\"poolInfo\":{\"poolId\":\"pool1\"},\"priority\":5,"
                + "\"jobPreparationTask\":{\"commandLine\":\"prepare\"},"
                + "\"jobReleaseTask\":{\"commandLine\":\"clean up\"},\"usesTaskDependencies\":true,"
                + "\"constraints\":{\"maxWallClockTime\":\"PT1H\",\"maxTaskRetryCount\":-1},"
                + "\"metadata\":[{\"name\":\"owner\",\"value\":\"night\"}],"
                + "\"tasks\":[{\"id\":\"t1\",\"commandLine\":\"run\"}]}");
  }

  @Test
  void aPoolHasTheMembersThatTheServiceNeeds() {
    PoolAddParameter pool =
        new PoolAddParameter("p1", "standard_d2s_v3")
            .image("canonical", "ubuntu", "22_04-lts", "batch.node.ubuntu 22.04")
            .targetDedicatedNodes(2)
            .targetLowPriorityNodes(1)
            .taskSlotsPerNode(4)
            .startTask("install");

    assertThat(json(pool))
        .contains("\"id\":\"p1\",\"vmSize\":\"standard_d2s_v3\"")
        .contains("\"nodeAgentSKUId\":\"batch.node.ubuntu 22.04\"", "\"sku\":\"22_04-lts\"")
        .contains("\"targetDedicatedNodes\":2", "\"targetLowPriorityNodes\":1")
        .contains("\"taskSlotsPerNode\":4", "\"startTask\":{\"commandLine\":\"install\"}");
  }

  @Test
  void nullTakesAMemberAwayAndNothingOfItIsShown() {
    TaskAddParameter task =
        new TaskAddParameter("t1", "run --password x").with("commandLine", null);

    assertThat(task.toMap()).containsOnlyKeys("id");
    assertThat(new TaskAddParameter("t1", "run --password x")).hasToString("TaskAddParameter[t1]");
  }
}
