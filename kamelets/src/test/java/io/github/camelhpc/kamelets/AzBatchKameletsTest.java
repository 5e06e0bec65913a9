package io.github.camelhpc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.azbatch.AzBatchException;
import io.github.camelhpc.azbatch.AzBatchJobFailedException;
import io.github.camelhpc.azbatch.TaskOutput;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AzBatchKameletsTest extends KameletTestSupport {

  private static final List<Map<String, String>> TASKS =
      List.of(
          Map.of("id", "frame-1", "commandLine", "render 1"),
          Map.of("id", "frame-2", "commandLine", "fail 2"));

  @BeforeEach
  void createPool() {
    simulator.azBatch().createPool("render", 2);
  }

  private static Map<String, Object> account(Map<String, ?> properties) {
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put("serviceUrl", simulator.azBatchUrl());
    all.put("accountName", AccountCredentials.DEFAULT_ACCOUNT);
    all.put("accountKey", AccountCredentials.DEFAULT_KEY);
    return all;
  }

  private static String action(Map<String, ?> properties) {
    Map<String, Object> all = account(properties);
    all.put("poolId", "render");
    return kamelet("azbatch-run-tasks-action", all);
  }

  private static String text(TaskOutput output) {
    try {
      return new String(output.getStdout().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tasksAreRun() throws Exception {
    run(action(Map.of("jobId", "night", "awaitTimeout", "1m", "jobCleanup", "NONE")));

    Exchange result = call("direct:run", TASKS, Map.of("mine", "kept"));

    List<TaskOutput> outputs = new ArrayList<>();
    for (Object output : result.getMessage().getBody(List.class)) {
      outputs.add((TaskOutput) output);
    }
    assertThat(outputs).extracting(TaskOutput::getTaskId).containsExactly("frame-1", "frame-2");
    assertThat(outputs).extracting(TaskOutput::getExitCode).containsExactly(0, 3);
    assertThat(outputs).extracting(AzBatchKameletsTest::text).containsExactly("done", "no input");
    assertThat(result.getMessage().getHeaders())
        .containsEntry("mine", "kept")
        .containsEntry(AzBatchConstants.JOB_ID, "night");
    assertThat(simulator.azBatch().job("night").getString("state")).isEqualTo("active");
  }

  @Test
  void outputsAreReadAsTheyComeWithinTheKameletEip() throws Exception {
    load(
        """
        - from:
            uri: direct:run
            steps:
              - kamelet:
                  name: "%s"
                  steps:
                    - to: direct:read
        - from:
            uri: direct:read
            steps:
              - split:
                  simple: "${body}"
                  streaming: true
                  steps:
                    - setBody:
                        simple: "${body.stdout}"
                    - convertBodyTo:
                        type: String
                    - to: mock:output
        """
            .formatted(action(Map.of("outputType", "StreamList")).substring("kamelet:".length())));
    MockEndpoint outputs = getMockEndpoint("mock:output");

    call("direct:run", TASKS);

    assertThat(outputs.getReceivedExchanges())
        .extracting(output -> output.getMessage().getBody())
        .containsExactly("done", "no input");
  }

  @Test
  void aTaskThatFailsFailsTheExchangeIfItShall() throws Exception {
    run(action(Map.of("failOnUnsuccessful", true)));

    Exchange result = send("direct:run", TASKS, Map.of("mine", "kept"));

    assertThat(result.getException()).isInstanceOf(AzBatchJobFailedException.class);
    assertThat(result.getMessage().getBody()).isEqualTo(TASKS);
    assertThat(result.getMessage().getHeaders()).containsEntry("mine", "kept");
  }

  @Test
  void anActionMakesAJobOfTheIdThatTheOneBeforeLeft() throws Exception {
    run(action(Map.of()));
    Exchange first = call("direct:run", TASKS);
    String job = first.getMessage().getHeader(AzBatchConstants.JOB_ID, String.class);

    Exchange second = send("direct:run", TASKS, Map.of(AzBatchConstants.JOB_ID, job));

    assertThat(second.getException(AzBatchException.class).hasCode("JobExists")).isTrue();
  }

  @Test
  void aWrongKeyIsRefusedAndKeepsBodyAndHeaders() throws Exception {
    Map<String, Object> wrong = account(Map.of("poolId", "render"));
    wrong.put("accountKey", "d3Jvbmcga2V5IG9mIHRoZSB0ZXN0");
    run(kamelet("azbatch-run-tasks-action", wrong));

    Exchange result = send("direct:run", TASKS, Map.of("mine", "kept"));

    assertThat(result.getException(AzBatchException.class).getStatusCode()).isEqualTo(403);
    assertThat(result.getMessage().getBody()).isEqualTo(TASKS);
    assertThat(result.getMessage().getHeaders()).containsEntry("mine", "kept");
  }

  @Test
  void aTaskIsEmittedWheneverItsStateChanges() throws Exception {
    simulator.azBatch().createJob("night", "no-pool-yet", Map.of());
    simulator.azBatch().createTask("night", "frame-1", "render 1");
    MockEndpoint events =
        events(
            kamelet(
                "azbatch-task-status-source",
                account(Map.of("jobId", "night", "startFrom", "BEGINNING", "delay", "50ms"))));
    await().until(() -> events.getReceivedCounter() == 1);

    simulator.azBatch().createPool("no-pool-yet", 1);

    await().until(() -> states(events).contains("completed"));
    assertThat(states(events)).startsWith("active").endsWith("completed");
    assertThat(events.getReceivedExchanges())
        .extracting(e -> e.getMessage().getHeader(AzBatchConstants.TASK_ID))
        .containsOnly("frame-1");
  }

  @Test
  void tasksAreChosenByAFilter() throws Exception {
    simulator.azBatch().createJob("night", "render", Map.of());
    MockEndpoint events =
        events(
            kamelet(
                "azbatch-task-status-source",
                account(
                    Map.of(
                        "jobId",
                        "night",
                        "filter",
                        "executionInfo/result eq 'failure'",
                        "select",
                        "id,executionInfo",
                        "startFrom",
                        "BEGINNING",
                        "delay",
                        "50ms"))));
    simulator.azBatch().createTask("night", "frame-1", "render 1");
    simulator.azBatch().createTask("night", "frame-2", "fail 2");

    await().until(() -> events.getReceivedCounter() == 1);
    assertThat(events.getReceivedExchanges().get(0).getMessage().getBody(Map.class))
        .containsEntry("id", "frame-2")
        .doesNotContainKey("commandLine");
  }

  private static List<String> states(MockEndpoint events) {
    return events.getReceivedExchanges().stream()
        .map(event -> event.getMessage().getHeader(AzBatchConstants.STATE, String.class))
        .toList();
  }
}
