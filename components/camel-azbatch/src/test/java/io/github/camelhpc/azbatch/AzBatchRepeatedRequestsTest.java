package io.github.camelhpc.azbatch;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent again, after the service did or did not what the first one asked for. */
class AzBatchRepeatedRequestsTest extends AzBatchTestSupport {

  /** All of {@link #arranged}, by header. */
  private Map<String, Object> ids() {
    Map<String, Object> ids = new LinkedHashMap<>();
    ids.put(AzBatchConstants.JOB_ID, "j");
    ids.put(AzBatchConstants.TASK_ID, "t");
    ids.put(AzBatchConstants.POOL_ID, POOL);
    ids.put(AzBatchConstants.NODE_ID, NodeScenarios.firstNode(this));
    ids.put(AzBatchConstants.JOB_SCHEDULE_ID, "s");
    ids.put(AzBatchConstants.USER_NAME, "alice");
    ids.put(AzBatchConstants.FILE_PATH, "stdout.txt");
    return ids;
  }

  /** A job with a task that failed, a job schedule, and a user on the first node. */
  private void arranged() {
    job("j");
    task("j", "t");
    simulator.azBatch().createTask("j", "fail", "fail");
    String node = "poolId=" + POOL + "&nodeId=" + NodeScenarios.firstNode(this);
    call("azbatch:addNodeUser?" + node, Map.of("name", "alice"));
    advance(Duration.ofSeconds(1));
    task("j", "waits");
    call(
        "azbatch:addJobSchedule",
        Map.of(
            "id",
            "s",
            "schedule",
            Map.of("recurrenceInterval", "PT1H"),
            "jobSpecification",
            Map.of("poolInfo", Map.of("poolId", POOL))));
  }

  static Stream<Arguments> done() {
    return Stream.of(
        Arguments.of("deleteJob", null, Map.of()),
        Arguments.of("terminateJob", null, Map.of()),
        Arguments.of("deleteTask", null, Map.of()),
        Arguments.of("terminateTask", null, Map.of(AzBatchConstants.TASK_ID, "waits")),
        Arguments.of("reactivateTask", null, Map.of(AzBatchConstants.TASK_ID, "fail")),
        Arguments.of("deletePool", null, Map.of()),
        Arguments.of("resizePool", Map.of("targetDedicatedNodes", 5), Map.of()),
        Arguments.of("disableNodeScheduling", null, Map.of()),
        Arguments.of("deleteNodeUser", null, Map.of()),
        Arguments.of("deleteTaskFile", null, Map.of()),
        Arguments.of("deleteJobSchedule", null, Map.of()),
        Arguments.of("disableJobSchedule", null, Map.of()),
        Arguments.of("terminateJobSchedule", null, Map.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("done")
  void whatTheFirstRequestDidCountsAsDone(
      String operation, Object body, Map<String, Object> otherIds) {
    arranged();
    Map<String, Object> headers = ids();
    headers.putAll(otherIds);
    headers.put(AzBatchConstants.ETAG, "of a step before");
    long before = simulator.requests().count();
    simulator.faults().next(Fault.resetInBody());

    Exchange exchange = call("azbatch:" + operation, body, headers);

    assertThat(simulator.requests().count() - before).isEqualTo(2);
    assertThat(lastRequest().status()).as("the second one is refused").isBetween(400, 499);
    assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(AzBatchConstants.ETAG);
    assertThat(exchange.getMessage().getBody()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rebootNode", "removePoolNodes"})
  void whatTheNodesAreDoingCountsAsDone(String operation) {
    Map<String, Object> headers = ids();
    Object body =
        operation.equals("removePoolNodes")
            ? Map.of("nodeList", List.of(headers.get(AzBatchConstants.NODE_ID)))
            : null;
    simulator.faults().next(Fault.resetInBody());

    call("azbatch:" + operation, body, headers);

    assertThat(simulator.requests().count()).isEqualTo(2);
    assertThat(lastRequest().status()).isEqualTo(409);
  }

  /** How the service tells what it is doing or has done already (facts/azbatch.md §0, §5). */
  private static final Map<BatchOperation, List<String>> DONE_CODES =
      Map.ofEntries(
          entry(BatchOperation.DELETE_JOB, List.of("JobNotFound", "JobBeingDeleted")),
          entry(BatchOperation.TERMINATE_JOB, List.of("JobBeingTerminated", "JobCompleted")),
          entry(BatchOperation.DELETE_TASK, List.of("TaskNotFound")),
          entry(BatchOperation.TERMINATE_TASK, List.of("TaskCompleted")),
          entry(BatchOperation.REACTIVATE_TASK, List.of("TaskNotCompleted")),
          entry(BatchOperation.DELETE_POOL, List.of("PoolNotFound", "PoolBeingDeleted")),
          entry(BatchOperation.RESIZE_POOL, List.of("PoolBeingResized")),
          entry(BatchOperation.REMOVE_POOL_NODES, List.of("PoolBeingResized")),
          entry(BatchOperation.REBOOT_NODE, List.of("NodeBeingRebooted")),
          entry(BatchOperation.REIMAGE_NODE, List.of("NodeBeingReimaged")),
          entry(BatchOperation.START_NODE, List.of("NodeBeingStarted")),
          entry(
              BatchOperation.DISABLE_NODE_SCHEDULING,
              List.of("NodeAlreadyInTargetSchedulingState")),
          entry(
              BatchOperation.ENABLE_NODE_SCHEDULING, List.of("NodeAlreadyInTargetSchedulingState")),
          entry(BatchOperation.DELETE_NODE_USER, List.of("NodeUserNotFound")),
          entry(BatchOperation.DELETE_TASK_FILE, List.of("FileNotFound")),
          entry(BatchOperation.DELETE_NODE_FILE, List.of("FileNotFound")),
          entry(
              BatchOperation.DELETE_JOB_SCHEDULE,
              List.of("JobScheduleNotFound", "JobScheduleBeingDeleted")),
          entry(BatchOperation.DISABLE_JOB_SCHEDULE, List.of("JobScheduleDisabled")),
          entry(
              BatchOperation.TERMINATE_JOB_SCHEDULE,
              List.of("JobScheduleBeingTerminated", "JobScheduleCompleted")));

  /** Refuses a request in the service's place. */
  private static Fault refusal(String code) {
    return Fault.status(code.endsWith("NotFound") ? 404 : 409)
        .body("{\"code\": \"" + code + "\", \"message\": {\"value\": \"no\"}}");
  }

  @Test
  void whatTheServiceSaysOfARepeatedRequestIsUnderstood() {
    DONE_CODES.forEach(
        (operation, codes) -> {
          for (String code : codes) {
            simulator.faults().next(Fault.resetBeforeAnswer(), refusal(code));

            call("azbatch:" + operation, body(operation), ids());
          }
        });
    assertThat(simulator.requests().count()).isEqualTo(48);
  }

  @Test
  void theSameOfTheFirstRequestIsAnError() {
    DONE_CODES.forEach(
        (operation, codes) -> {
          for (String code : codes) {
            simulator.faults().next(refusal(code));

            Exchange exchange = send("azbatch:" + operation, body(operation), ids());

            assertThat(refusal(exchange).getServiceCode()).isEqualTo(code);
          }
        });
  }

  @Test
  void anotherRefusalOfARepeatedRequestIsAnError() {
    simulator.faults().next(Fault.resetBeforeAnswer(), refusal("JobDisabled"));

    assertThat(refusal("azbatch:terminateJob?jobId=j", null).getServiceCode())
        .isEqualTo("JobDisabled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminateJob", "getJob", "addTaskCollection"})
  void aRefusalOfARepeatedRequestThatHasNoCodeIsAnError(String operation) {
    simulator.faults().next(Fault.resetBeforeAnswer(), Fault.status(400).body(""));
    Object body = Map.of("id", "t", "commandLine", "run");

    assertThat(
            refusal("azbatch:" + operation + "?jobId=j", operation.startsWith("add") ? body : null)
                .getStatusCode())
        .isEqualTo(400);
  }

  private static Object body(BatchOperation operation) {
    return switch (operation) {
      case RESIZE_POOL -> Map.of("targetDedicatedNodes", 5);
      case REMOVE_POOL_NODES -> Map.of("nodeList", List.of("n"));
      default -> null;
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = BatchOperation.class,
      names = {"ADD_JOB", "ADD_TASK", "ENABLE_JOB", "STOP_POOL_RESIZE", "DEALLOCATE_NODE"})
  void whatCannotBeToldFromAnErrorIsNotRepeated(BatchOperation operation) {
    arranged();
    Map<String, Object> body =
        Map.of("id", "new", "commandLine", "run", "poolInfo", Map.of("poolId", POOL));
    long before = simulator.requests().count();
    simulator.faults().next(Fault.resetBeforeAnswer());

    Exchange exchange =
        send(
            "azbatch:" + operation,
            operation == BatchOperation.DEALLOCATE_NODE ? null : body,
            ids());

    assertThat(exchange.getException())
        .hasMessageStartingWith("azbatch:" + operation + ": " + simulator.azBatchUrl());
    assertThat(simulator.requests().count() - before).isEqualTo(1);
  }

  static Stream<Fault> transientFaults() {
    return Stream.of(
        Fault.resetBeforeAnswer(),
        Fault.status(503),
        Fault.status(429).header("Retry-After", "0"),
        Fault.status(500).body("{\"code\": \"OperationTimedOut\"}"));
  }

  @ParameterizedTest
  @MethodSource("transientFaults")
  void readsAreRepeated(Fault fault) {
    job("j");
    simulator.faults().next(fault, fault, fault);

    assertThat(object("azbatch:getJob?jobId=j")).containsEntry("id", "j");
    assertThat(simulator.requests().count("GET", "/jobs/j")).isEqualTo(4);
  }

  @Test
  void aPutIsRepeatedWithItsBody() {
    job("j");
    simulator.faults().next(Fault.resetInBody(), Fault.status(503));

    call("azbatch:updateJob?jobId=j", Map.of("poolInfo", Map.of("poolId", POOL), "priority", 3));

    assertThat(simulator.azBatch().job("j").getInteger("priority")).isEqualTo(3);
    assertThat(simulator.requests().count("PUT", "/jobs/j")).isEqualTo(3);
  }

  /** The service has refused the first request, so it cannot have done anything. */
  @Test
  void aJobThatIsNotThereAfterABusyServiceIsAnError() {
    simulator.faults().next(Fault.status(429).header("Retry-After", "0"));

    assertThat(refusal("azbatch:deleteJob?jobId=none", null).getServiceCode())
        .isEqualTo("JobNotFound");
  }

  @Test
  void anErrorOfTheServerIsNotRepeated() {
    simulator.faults().next(Fault.status(500).body("{\"code\": \"InternalError\"}"));

    assertThat(refusal("azbatch:listJobs", null).getServiceCode()).isEqualTo("InternalError");
    assertThat(simulator.requests().count()).isEqualTo(1);
  }
}
