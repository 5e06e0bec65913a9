package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A simulated Azure Batch account: pools, nodes, jobs, tasks, job schedules and files.
 *
 * <p>What requests do is in {@link #jobs()} and the other parts; they must be used by one thread at
 * a time, holding the lock. The methods that arrange tests may be called from any thread.
 */
public final class BatchAccount {

  private final AccountContext context;
  private final Jobs jobs;
  private final Tasks tasks;
  private final TaskCollections collections;
  private final Pools pools;
  private final AutoScaling autoScaling;
  private final NodeActions nodes;
  private final NodeAccess nodeAccess;
  private final JobSchedules schedules;
  private final BatchFiles files;

  /**
   * @param lock held by whoever uses the parts of the account
   */
  public BatchAccount(AccountSettings settings, SimulatorClock clock, StateLock lock) {
    context = new AccountContext(settings, clock, lock);
    TaskRuns runs = new TaskRuns(context);
    TaskScheduler scheduler = new TaskScheduler(context, runs);
    JobLifecycle lifecycle = new JobLifecycle(context, runs, scheduler);
    TaskEnds ends = new TaskEnds(scheduler, lifecycle);
    runs.connect(scheduler, ends, lifecycle::progressed);
    ActiveQuota quota = new ActiveQuota(settings.activeJobQuota());
    jobs = new Jobs(context, lifecycle, quota);
    tasks = new Tasks(jobs, scheduler, runs, ends, lifecycle);
    collections = new TaskCollections(tasks);
    schedules = new JobSchedules(context, jobs, lifecycle, quota);
    jobs.connect(schedules.all()::containsKey);
    quota.count(this::activeJobsAndSchedules);
    lifecycle.onEnd(this::ended);
    NodeLife life = new NodeLife(context, scheduler, runs);
    life.connect(jobs.all()::values);
    PoolAllocation allocation = new PoolAllocation(context, life);
    pools = new Pools(context, allocation);
    autoScaling = new AutoScaling(context, pools, allocation);
    pools.connect(autoScaling);
    nodes = new NodeActions(context, pools, life, scheduler, runs);
    nodeAccess = new NodeAccess(pools, nodes);
    files = new BatchFiles(tasks, pools);
    settings.pools().forEach(this::createPool);
  }

  private void ended(BatchJob job) {
    if (job.isIn(JobState.DELETING)) {
      jobs.remove(job);
    }
    schedules.jobEnded(job);
  }

  private long activeJobsAndSchedules() {
    return jobs.all().values().stream().filter(job -> !job.isIn(JobState.COMPLETED)).count()
        + schedules.all().values().stream()
            .filter(schedule -> !schedule.isIn(ScheduleState.COMPLETED))
            .count();
  }

  /** The jobs. */
  public Jobs jobs() {
    return jobs;
  }

  /** The tasks of the jobs. */
  public Tasks tasks() {
    return tasks;
  }

  /** Tasks that are added together. */
  public TaskCollections collections() {
    return collections;
  }

  /** The pools. */
  public Pools pools() {
    return pools;
  }

  /** Pools that are scaled by formulas. */
  public AutoScaling autoScaling() {
    return autoScaling;
  }

  /** What can be done with the nodes of the pools. */
  public NodeActions nodes() {
    return nodes;
  }

  /** The users of the nodes. */
  public NodeAccess nodeAccess() {
    return nodeAccess;
  }

  /** The job schedules. */
  public JobSchedules schedules() {
    return schedules;
  }

  /** The files of tasks and nodes. */
  public BatchFiles files() {
    return files;
  }

  /**
   * Makes a pool whose nodes are idle at once.
   *
   * @param nodes how many, with one task slot each
   */
  public void createPool(String id, int nodes) {
    createPool(id, nodes, 1);
  }

  /**
   * Makes a pool whose nodes are idle at once.
   *
   * @param nodes how many
   * @param taskSlotsPerNode how many tasks each of them runs at a time; 1 to 256
   */
  public void createPool(String id, int nodes, int taskSlotsPerNode) {
    JsonObject body =
        new JsonObject()
            .put("id", id)
            .put("vmSize", "standard_d2s_v3")
            .put("taskSlotsPerNode", taskSlotsPerNode)
            .put(
                "virtualMachineConfiguration",
                new JsonObject()
                    .put(
                        "imageReference",
                        new JsonObject()
                            .put("publisher", "canonical")
                            .put("offer", "0001-com-ubuntu-server-jammy")
                            .put("sku", "22_04-lts"))
                    .put("nodeAgentSKUId", "batch.node.ubuntu 22.04"));
    context.lock().run(() -> pools.addReady(body, nodes));
  }

  /** Makes a job without preparation and release tasks. */
  public void createJob(String id, String poolId) {
    createJob(id, poolId, Map.of());
  }

  /**
   * Makes a job.
   *
   * @param members further members of JobAddParameter
   */
  public void createJob(String id, String poolId, Map<String, ?> members) {
    JsonObject body = new JsonObject();
    // JsonObject takes maps and lists as they are
    members.forEach(body::put);
    body.put("id", id).put("poolInfo", new JsonObject().put("poolId", poolId));
    context.lock().run(() -> jobs.add(new JsonObject(body.encode())));
  }

  /** Adds a task to a job. */
  public void createTask(String jobId, String taskId, String commandLine) {
    JsonObject body = new JsonObject().put("id", taskId).put("commandLine", commandLine);
    context.lock().run(() -> tasks.add(jobId, body));
  }

  /**
   * Adds entries to what a job's preparation and release tasks did, without nodes that did it. They
   * are made each time when they are read.
   *
   * @param count how many
   * @param members the wire members of the entry of a number, from 0 on; {@code poolId}, {@code
   *     nodeId} and {@code nodeUrl} are filled in if they are left out
   */
  public void addPreparationStatuses(
      String jobId, int count, IntFunction<Map<String, Object>> members) {
    context
        .lock()
        .run(
            () -> {
              BatchJob job = jobs.get(jobId);
              for (int i = 0; i < count; i++) {
                GeneratedStatus status = new GeneratedStatus(job.poolId(), i, members);
                job.preparationStatuses().put(status.key(), status);
              }
            });
  }

  /** The next tasks that are added by collections fail by an error of the server. */
  public void failNextTasks(int count) {
    context.lock().run(() -> collections.failNext(count));
  }

  /** Puts a file into the directory of a task that has run. */
  public void writeTaskFile(String jobId, String taskId, String path, byte[] content) {
    context.lock().run(() -> files.write(jobId, taskId, path, content.clone()));
  }

  /** The present members of a job, as getJob answers them. */
  public JsonObject job(String id) {
    return context.lock().call(() -> jobs.get(id).members().copy());
  }

  /** How many tasks of a job are in which state. */
  public TaskCountsSnapshot taskCounts(String jobId) {
    return context.lock().call(() -> jobs.get(jobId).counts().snapshot());
  }

  /** The present members of a task, as getTask answers them. */
  public JsonObject task(String jobId, String taskId) {
    return context.lock().call(() -> tasks.get(jobId, taskId).members().copy());
  }

  /** The present members of a pool, as getPool answers them. */
  public JsonObject pool(String id) {
    return context.lock().call(() -> pools.get(id).members().copy());
  }

  /** The present members of the nodes of a pool, as listNodes answers them. */
  public List<JsonObject> nodesOf(String poolId) {
    return context
        .lock()
        .call(
            () ->
                pools.get(poolId).nodes().values().stream()
                    .map(node -> node.members().copy())
                    .toList());
  }

  /** Nothing happens any more; running tasks are ended. */
  public void close() {
    context.lock().run(context::close);
  }
}
