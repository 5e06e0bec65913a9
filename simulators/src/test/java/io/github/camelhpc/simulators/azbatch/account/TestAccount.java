package io.github.camelhpc.simulators.azbatch.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * An account on a clock that stands still. Command lines with {@code exit N} exit with 1, 2 or 3;
 * those with {@code long} take an hour; those with {@code echo} and {@code much} write something;
 * all others take a second.
 */
final class TestAccount implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  static final Duration SECOND = Duration.ofSeconds(1);

  private static final SimulatedTaskRules RULES =
      SimulatedTaskRules.standard()
          .when("exit 1", Outcome.after(SECOND).exitCode(1).output("one"))
          .when("exit 2", Outcome.after(SECOND).exitCode(2))
          .when("exit 3", Outcome.after(SECOND).exitCode(3))
          .when("long", Outcome.after(Duration.ofHours(1)))
          .when("much", Outcome.after(SECOND).output("x".repeat(100_000)))
          .when("echo", Outcome.after(SECOND).output("hello\n"));

  private final SimulatorClock clock = SimulatorClock.manual(START);
  private final BatchAccount account;

  private TestAccount(AccountSettings settings) {
    account = new BatchAccount(settings, clock, new StateLock());
  }

  static AccountSettings settings() {
    return AccountSettings.defaults().withTaskRunner(TaskRunner.simulated(RULES));
  }

  static TestAccount create() {
    return new TestAccount(settings());
  }

  static TestAccount of(AccountSettings settings) {
    return new TestAccount(settings);
  }

  BatchAccount batch() {
    return account;
  }

  Jobs jobs() {
    return account.jobs();
  }

  Tasks tasks() {
    return account.tasks();
  }

  Pools pools() {
    return account.pools();
  }

  JobSchedules schedules() {
    return account.schedules();
  }

  /** Lets happen what happens at once. */
  void settle() {
    clock.advance(Duration.ZERO);
  }

  void advance(Duration time) {
    clock.advance(time);
  }

  void seconds(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  String jobState(String id) {
    return account.job(id).getString("state");
  }

  String taskState(String jobId, String taskId) {
    return account.task(jobId, taskId).getString("state");
  }

  JsonObject taskInfo(String jobId, String taskId) {
    return account.task(jobId, taskId).getJsonObject("executionInfo");
  }

  String poolState(String id) {
    return account.pool(id).getString("allocationState");
  }

  List<String> nodeStates(String poolId) {
    return account.nodesOf(poolId).stream().map(node -> node.getString("state")).toList();
  }

  String firstNode(String poolId) {
    return account.nodesOf(poolId).get(0).getString("id");
  }

  /** The only entry about preparation and release tasks of a job. */
  JsonObject preparation(String jobId) {
    assertThat(jobs().preparationStatuses(jobId)).hasSize(1);
    return jobs().preparationStatuses(jobId).firstEntry().getValue().members();
  }

  static JsonObject json(String text) {
    return new JsonObject(text.replace('\'', '"'));
  }

  static JsonObject pool(String id, int nodes) {
    return json(
        """
        {'id': '%s', 'vmSize': 'STANDARD_D2S_V3', 'targetDedicatedNodes': %d,
         'virtualMachineConfiguration': {
           'imageReference': {'publisher': 'canonical', 'offer': 'ubuntu', 'sku': '22_04-lts'},
           'nodeAgentSKUId': 'batch.node.ubuntu 22.04'}}
        """
            .formatted(id, nodes));
  }

  static JsonObject job(String id, String poolId) {
    return new JsonObject().put("id", id).put("poolInfo", new JsonObject().put("poolId", poolId));
  }

  static JsonObject task(String id, String commandLine) {
    return new JsonObject().put("id", id).put("commandLine", commandLine);
  }

  static JsonArray list(Object... entries) {
    return new JsonArray(List.of(entries));
  }

  /** The fault by which a request is refused. */
  static BatchFault refusal(ThrowingCallable request) {
    BatchFault fault = catchThrowableOfType(BatchFault.class, request);
    assertThat(fault).as("the request was accepted").isNotNull();
    return fault;
  }

  /** Status, code and the name of the property, if there is one. */
  static String refused(ThrowingCallable request) {
    BatchFault fault = refusal(request);
    String property =
        fault.values().stream()
            .filter(value -> value.key().equals("PropertyName"))
            .map(value -> " " + value.value())
            .findFirst()
            .orElse("");
    return fault.status() + " " + fault.code() + property;
  }

  @Override
  public void close() {
    account.close();
    clock.close();
  }
}
