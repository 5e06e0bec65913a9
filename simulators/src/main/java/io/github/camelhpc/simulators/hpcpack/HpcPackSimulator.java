package io.github.camelhpc.simulators.hpcpack;

import io.github.camelhpc.simulators.Answer;
import io.github.camelhpc.simulators.SimulatedService;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.SimulatorUsers;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.hpcpack.model.Access;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.PropertyName;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import io.github.camelhpc.simulators.hpcpack.rest.HpcPackHandler;
import io.github.camelhpc.simulators.hpcpack.rest.ServedOperation;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands in for the job scheduler REST API of Microsoft HPC Pack 2016 and 2019.
 *
 * <p>Its methods arrange a test without HTTP. They may be called from any thread.
 */
public final class HpcPackSimulator implements SimulatedService {

  private static final String BASE_PATH = "/hpc";

  private final HpcPackSettings settings;
  private final SimulatorClock clock;
  private final SimulatorUsers users;
  private final StateLock lock = new StateLock();
  private HeadNode headNode;
  private HpcPackHandler handler;

  /** Used by {@link io.github.camelhpc.simulators.HpcSimulators}. */
  public HpcPackSimulator(HpcPackSettings settings, SimulatorClock clock, SimulatorUsers users) {
    this.settings = settings;
    this.clock = clock;
    this.users = users;
    begin();
  }

  private void begin() {
    headNode = HeadNode.start(settings, clock, users, lock);
    handler = new HpcPackHandler(headNode);
  }

  /** The names of the operations that are served, {@code getVersion} for example. */
  public static Set<String> operations() {
    return ServedOperation.names();
  }

  @Override
  public String basePath() {
    return BASE_PATH;
  }

  @Override
  public void mount(Router router) {
    router.routeWithRegex("(?i)" + BASE_PATH + "(?:/.*)?").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    Answer answer = lock.call(() -> handler.answer(context));
    answer.send(context);
  }

  @Override
  public void reset() {
    lock.run(
        () -> {
          headNode.close();
          begin();
        });
  }

  @Override
  public void close() {
    lock.run(headNode::close);
    settings.taskRunner().close();
  }

  /**
   * Makes jobs of the first user, all in the state Configuring and without tasks.
   *
   * @param count how many
   * @param properties the properties of each, as createJob takes them
   * @return their ids, which follow each other
   * @throws HpcPackFault if createJob would refuse the properties
   */
  public List<Integer> createJobs(int count, Map<String, String> properties) {
    return lock.call(
        () -> {
          Map<JobProperty, String> checked =
              Collections.unmodifiableMap(
                  new JobChecks(headNode.times()).check(properties, Access.NOT_AT_CREATION));
          List<Integer> ids = new ArrayList<>(count);
          for (int i = 0; i < count; i++) {
            ids.add(headNode.jobs().create(users.first().name(), checked, clock.now()).id());
          }
          return ids;
        });
  }

  /**
   * Adds a task to a job.
   *
   * @param properties the properties as addTask takes them
   * @return the task's number in the job
   */
  public int addTask(int jobId, Map<String, String> properties) {
    return lock.call(
        () -> {
          Job job = headNode.jobs().job(jobId);
          headNode.scheduler().tasks().requireOpen(job);
          Task task =
              job.addTask(new JobChecks(headNode.times()).checkTask(properties), clock.now());
          headNode.scheduler().tasks().added(task);
          return task.taskId();
        });
  }

  /** Submits a job, as submitJob does. */
  public void submitJob(int jobId) {
    lock.run(() -> headNode.scheduler().submit(headNode.jobs().job(jobId)));
  }

  /**
   * The present state of a job.
   *
   * @throws HpcPackFault if there is none of this id
   */
  public JobSnapshot job(int jobId) {
    return lock.call(() -> snapshot(headNode.jobs().job(jobId)));
  }

  /** How many jobs there are. */
  public int jobCount() {
    return lock.call(() -> headNode.jobs().all().size());
  }

  /** How many jobs are in a state. */
  public int jobCount(String state) {
    return lock.call(
        () -> {
          JobState wanted = state(state);
          return (int) headNode.jobs().all().stream().filter(job -> job.state() == wanted).count();
        });
  }

  /**
   * Puts a job into a state, whatever it is doing. Its tasks stay as they are; those that run are
   * ended. The scheduler forgets the job.
   *
   * @param state the state's name, {@code Running} for example
   */
  public void setJobState(int jobId, String state) {
    JobState wanted = state(state);
    lock.run(() -> headNode.scheduler().force(headNode.jobs().job(jobId), wanted));
  }

  /** Puts all jobs into a state; see {@link #setJobState}. */
  public void setAllJobs(String state) {
    JobState wanted = state(state);
    lock.run(() -> headNode.jobs().all().forEach(job -> headNode.scheduler().force(job, wanted)));
  }

  /** Puts all jobs that have not ended into the state Finished; see {@link #setJobState}. */
  public void finishAll() {
    lock.run(
        () ->
            headNode.jobs().all().stream()
                .filter(job -> !job.state().isTerminal())
                .forEach(job -> headNode.scheduler().force(job, JobState.FINISHED)));
  }

  /**
   * Forgets the jobs that ended some time ago, as a head node does with old jobs. Who asks for one
   * of them gets a 404, and no list has them any more.
   *
   * @param ago how long ago, by the clock, at least
   */
  public void forgetJobsEnded(Duration ago) {
    lock.run(
        () -> {
          long before = clock.now().minus(ago).toEpochMilli();
          headNode.jobs().removeIf(job -> job.state().isTerminal() && job.endTime() <= before);
        });
  }

  private static JobState state(String name) {
    return JobState.named(name)
        .orElseThrow(() -> new IllegalArgumentException("There is no job state '" + name + "'."));
  }

  private JobSnapshot snapshot(Job job) {
    Set<JobProperty> readable = EnumSet.complementOf(EnumSet.of(JobProperty.PASSWORD));
    List<JobSnapshot.TaskSnapshot> tasks =
        job.expandedTasks()
            .map(
                task ->
                    new JobSnapshot.TaskSnapshot(
                        task.dottedId(),
                        task.state().wireName(),
                        values(task, List.of(TaskProperty.values()))))
            .toList();
    return new JobSnapshot(
        job.id(),
        job.setting(JobProperty.NAME),
        job.owner(),
        job.state().wireName(),
        values(job, readable),
        tasks);
  }

  private <T> Map<String, String> values(T owner, Iterable<? extends PropertyName<T>> properties) {
    Map<String, String> values = new LinkedHashMap<>();
    properties.forEach(
        property -> values.put(property.wireName(), property.read(owner, headNode.times())));
    return Collections.unmodifiableMap(values);
  }
}
