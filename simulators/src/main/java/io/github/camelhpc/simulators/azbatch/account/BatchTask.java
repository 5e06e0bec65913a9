package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A task of a job. */
public final class BatchTask extends VersionedEntity {

  private static final JsonObject USER_IDENTITY =
      new JsonObject(
          Map.of(
              "autoUser", new JsonObject(Map.of("scope", "pool", "elevationLevel", "nonadmin"))));

  private final BatchJob job;
  private final long number;
  private final JsonObject definition;
  private final StateHistory<TaskState> state;
  private JsonObject constraints;
  private int unmetDependencies;
  private TaskExecution execution;
  private ComputeNode lastNode;
  private Instant startTime;
  private Instant endTime;
  private Instant lastRetryTime;
  private Instant lastRequeueTime;
  private int retries;
  private int requeues;
  private boolean retryPending;
  private CommandEnd end;

  BatchTask(BatchJob job, String id, JsonObject definition) {
    super(job.context(), id);
    this.job = job;
    this.definition = definition;
    number = context().nextNumber();
    constrain(definition.getJsonObject("constraints"));
    state = new StateHistory<>(TaskState.ACTIVE, now());
  }

  BatchJob job() {
    return job;
  }

  /** The order of creation in the account. */
  long number() {
    return number;
  }

  JsonObject definition() {
    return definition;
  }

  TaskState state() {
    return state.state();
  }

  boolean isCompleted() {
    return state.isIn(TaskState.COMPLETED);
  }

  boolean hasSucceeded() {
    return end != null && end.isSuccess();
  }

  /** Replaces the constraints; what is not given gets its default. */
  void constrain(JsonObject given) {
    JsonObject wanted = given == null ? new JsonObject() : given;
    constraints =
        new JsonObject()
            .put("maxWallClockTime", wanted.getString("maxWallClockTime", Wire.FOREVER))
            .put("retentionTime", wanted.getString("retentionTime", "P7D"))
            .put(
                "maxTaskRetryCount",
                wanted.getInteger("maxTaskRetryCount", job.maxTaskRetryCount()));
  }

  Duration timeLimit() {
    return Wire.limit(constraints, "maxWallClockTime");
  }

  boolean mayRetry(CommandEnd failure) {
    return failure.isRetryable(retries, constraints.getInteger("maxTaskRetryCount"));
  }

  int requiredSlots() {
    return definition.getInteger("requiredSlots", 1);
  }

  /** Whether it wants a node for itself: a job manager task, unless it says otherwise. */
  boolean isExclusive() {
    return isJobManager() && job.jobManagerTask().getBoolean("runExclusive", true);
  }

  boolean isJobManager() {
    JsonObject manager = job.jobManagerTask();
    return manager != null && Wire.key(manager.getString("id")).equals(key());
  }

  void unmetDependencies(int count) {
    unmetDependencies = count;
  }

  /** One dependency less; true if that was the last. */
  boolean metDependency() {
    return --unmetDependencies == 0;
  }

  boolean isReady() {
    return unmetDependencies == 0;
  }

  TaskExecution execution() {
    return execution;
  }

  /** The node on which it runs or ran last; null if it never ran. */
  ComputeNode lastNode() {
    return lastNode;
  }

  /** Its directory on the disk of its node. */
  String directory() {
    return job.directory() + "/" + id();
  }

  void placed(TaskExecution placed) {
    execution = placed;
    lastNode = placed.node();
  }

  void started() {
    startTime = now();
    endTime = null;
    if (retryPending) {
      lastRetryTime = startTime;
      retryPending = false;
    }
  }

  /** Goes to the end of this run, without an end of the task. */
  void unplaced() {
    execution = null;
  }

  void retried() {
    retries++;
    retryPending = true;
  }

  void requeued() {
    requeues++;
    lastRequeueTime = now();
  }

  /** Starts anew; called by reactivation. */
  void reactivated() {
    retries = 0;
    retryPending = false;
    end = null;
    endTime = null;
    startTime = null;
  }

  void ended(CommandEnd how) {
    end = how;
    endTime = now();
    execution = null;
  }

  /** Only the job moves its tasks, because it counts them. */
  void moveTo(TaskState next) {
    state.move(next, now());
    changed();
  }

  /** The members of its executionInfo. */
  JsonObject executionInfo() {
    JsonObject info = new JsonObject();
    Wire.putTime(info, "startTime", startTime);
    Wire.putTime(info, "endTime", endTime);
    if (end != null) {
      end.write(info);
    }
    info.put("retryCount", retries);
    Wire.putTime(info, "lastRetryTime", lastRetryTime);
    info.put("requeueCount", requeues);
    Wire.putTime(info, "lastRequeueTime", lastRequeueTime);
    return info;
  }

  /** The subtasks of a multi-instance task that has run; empty for others. */
  JsonArray subtasks() {
    JsonArray subtasks = new JsonArray();
    JsonObject settings = definition.getJsonObject("multiInstanceSettings");
    if (settings == null || startTime == null) {
      return subtasks;
    }
    for (int i = 1; i < settings.getInteger("numberOfInstances", 1); i++) {
      subtasks.add(subtask(i));
    }
    return subtasks;
  }

  /** They go as the primary task goes, on its node. */
  private JsonObject subtask(int subtaskId) {
    JsonObject subtask =
        new JsonObject().put("id", subtaskId).put("nodeInfo", lastNode.information(directory()));
    Wire.putTime(subtask, "startTime", startTime);
    Wire.putTime(subtask, "endTime", endTime);
    if (end != null) {
      end.write(subtask);
    }
    TaskState shown = state() == TaskState.ACTIVE ? TaskState.PREPARING : state();
    return subtask.put("state", Wire.name(shown)).put("stateTransitionTime", state.sinceText());
  }

  @Override
  public JsonObject members() {
    JsonObject members = head(definition.getString("displayName"));
    state.writeBoth(members);
    members.put("userIdentity", USER_IDENTITY).put("requiredSlots", 1);
    definition.forEach(member -> members.put(member.getKey(), member.getValue()));
    members.put("constraints", constraints).put("executionInfo", executionInfo());
    if (lastNode != null && startTime != null) {
      members.put("nodeInfo", lastNode.information(directory()));
    }
    return members;
  }

  @Override
  public String path() {
    return job.path() + "/tasks/" + Wire.segment(id());
  }
}
