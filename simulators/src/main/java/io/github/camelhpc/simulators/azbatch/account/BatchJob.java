package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.SimulatorClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A job. */
public final class BatchJob extends VersionedEntity {

  private final long number;
  private final JobSchedule schedule;
  private final StateHistory<JobState> state;
  private final NavigableMap<String, BatchTask> tasks = new TreeMap<>();
  private final NavigableSet<BatchTask> ready =
      new TreeSet<>(Comparator.comparingLong(BatchTask::number));
  private final Set<TaskExecution> executions = new LinkedHashSet<>();
  private final NavigableMap<String, Entity> preparationStatuses = new TreeMap<>();
  private final JobNodes nodes = new JobNodes();
  private final TaskCounts counts = new TaskCounts();
  private final TaskDependencies dependencies = new TaskDependencies();
  private JsonObject definition;
  private Instant startTime;
  private Instant endTime;
  private String terminateReason;
  private boolean forced;
  private SimulatorClock.Timer limit = () -> {};

  /**
   * @param schedule what made it; null if a request did
   */
  BatchJob(AccountContext context, String id, JsonObject definition, JobSchedule schedule) {
    super(context, id);
    this.definition = definition;
    this.schedule = schedule;
    number = context.nextNumber();
    state = new StateHistory<>(JobState.ACTIVE, now());
    startTime = now();
  }

  long number() {
    return number;
  }

  JobSchedule schedule() {
    return schedule;
  }

  JsonObject definition() {
    return definition;
  }

  void define(JsonObject changed) {
    definition = changed;
    changed();
  }

  JobState state() {
    return state.state();
  }

  boolean isIn(JobState wanted) {
    return state.isIn(wanted);
  }

  void moveTo(JobState next) {
    state.move(next, now());
    changed();
  }

  String poolId() {
    return definition.getJsonObject("poolInfo").getString("poolId");
  }

  int priority() {
    return definition.getInteger("priority", 0);
  }

  /** Whether the job allows one more task to run. */
  boolean hasRoom() {
    int most = definition.getInteger("maxParallelTasks", -1);
    return most < 0 || executions.size() < most;
  }

  boolean usesDependencies() {
    return definition.getBoolean("usesTaskDependencies", false);
  }

  boolean endsWithItsTasks() {
    return "terminatejob".equals(definition.getString("onAllTasksComplete"));
  }

  boolean obeysExitConditions() {
    return "performexitoptionsjobaction".equals(definition.getString("onTaskFailure"));
  }

  private JsonObject constraints() {
    return definition.getJsonObject("constraints", new JsonObject());
  }

  int maxTaskRetryCount() {
    return constraints().getInteger("maxTaskRetryCount", 0);
  }

  Duration timeLimit() {
    return Wire.limit(constraints(), "maxWallClockTime");
  }

  /** When the job is ended if it takes too long; the time that was set before is forgotten. */
  void limit(SimulatorClock.Timer timer) {
    limit.cancel();
    limit = timer;
  }

  JsonObject jobManagerTask() {
    return definition.getJsonObject("jobManagerTask");
  }

  JsonObject preparationTask() {
    return definition.getJsonObject("jobPreparationTask");
  }

  JsonObject releaseTask() {
    return definition.getJsonObject("jobReleaseTask");
  }

  /** The directory on the disks of nodes that goes when the job is deleted. */
  String rootDirectory() {
    return "workitems/" + id().replace(':', '/');
  }

  /** The directory on the disks of nodes in which the directories of its tasks are. */
  String directory() {
    return schedule == null ? rootDirectory() + "/job-1" : rootDirectory();
  }

  /** Its tasks by their keys. */
  public NavigableMap<String, BatchTask> tasks() {
    return tasks;
  }

  void add(BatchTask task) {
    tasks.put(task.key(), task);
    dependencies.withdraw(task);
    counts.add(task);
    if (task.isReady()) {
      ready.add(task);
    }
  }

  void remove(BatchTask task) {
    tasks.remove(task.key());
    ready.remove(task);
    counts.remove(task);
  }

  /** Whether a task is one of its tasks and waits for a node. */
  boolean canRun(BatchTask task) {
    return tasks.get(task.key()) == task && task.state() == TaskState.ACTIVE;
  }

  /** Moves a task to another state and counts it there. */
  void move(BatchTask task, TaskState next, Runnable change) {
    boolean counted = tasks.get(task.key()) == task;
    if (counted) {
      counts.remove(task);
    }
    change.run();
    task.moveTo(next);
    if (counted) {
      counts.add(task);
    }
  }

  /** The tasks that can run, in the order of their creation. */
  NavigableSet<BatchTask> ready() {
    return ready;
  }

  Set<TaskExecution> executions() {
    return executions;
  }

  /** A copy, for those who end executions while they look at them. */
  List<TaskExecution> executionList() {
    return new ArrayList<>(executions);
  }

  TaskCounts counts() {
    return counts;
  }

  /** TaskCountsResult. */
  public JsonObject taskCounts() {
    return counts.members();
  }

  TaskDependencies dependencies() {
    return dependencies;
  }

  JobNodes nodes() {
    return nodes;
  }

  /** What its preparation and release tasks did, by node. */
  public NavigableMap<String, Entity> preparationStatuses() {
    return preparationStatuses;
  }

  /** It is to end; the first reason counts. */
  void ending(String reason, boolean withoutWaiting) {
    terminateReason = terminateReason == null ? reason : terminateReason;
    forced |= withoutWaiting;
    limit.cancel();
  }

  boolean isForced() {
    return forced;
  }

  void ended() {
    endTime = now();
  }

  @Override
  public JsonObject members() {
    JsonObject members = head(definition.getString("displayName"));
    members.put("usesTaskDependencies", false);
    state.writeBoth(members);
    members.put("priority", 0).put("maxParallelTasks", -1).put("allowTaskPreemption", false);
    definition.forEach(member -> members.put(member.getKey(), member.getValue()));
    JsonObject given = constraints();
    return members
        .put(
            "constraints",
            new JsonObject()
                .put("maxWallClockTime", given.getString("maxWallClockTime", Wire.FOREVER))
                .put("maxTaskRetryCount", given.getInteger("maxTaskRetryCount", 0)))
        .put("onAllTasksComplete", definition.getString("onAllTasksComplete", "noaction"))
        .put("onTaskFailure", definition.getString("onTaskFailure", "noaction"))
        .put("executionInfo", executionInfo());
  }

  private JsonObject executionInfo() {
    JsonObject info = new JsonObject().put("startTime", Wire.time(startTime));
    Wire.putTime(info, "endTime", endTime);
    info.put("poolId", poolId());
    if (isIn(JobState.COMPLETED)) {
      info.put("terminateReason", terminateReason);
    }
    return info;
  }

  @Override
  public String path() {
    return "/jobs/" + Wire.segment(id());
  }
}
