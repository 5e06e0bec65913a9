package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import io.github.camelhpc.simulators.hpcpack.model.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The way of a job from its submission to its end. */
final class JobLifecycle {

  private final SchedulerContext context;
  private final Dispatcher dispatcher;
  private final Outcomes outcomes;
  private final JobValidation validation;
  private final IntFunction<Job> jobs;
  private final Map<Job, ActiveJob> active = new HashMap<>();
  private final Map<Integer, List<ActiveJob>> waitingForParents = new HashMap<>();
  private long arrivals;

  JobLifecycle(
      SchedulerContext context,
      Dispatcher dispatcher,
      Outcomes outcomes,
      JobValidation validation,
      IntFunction<Job> jobs) {
    this.context = context;
    this.dispatcher = dispatcher;
    this.outcomes = outcomes;
    this.validation = validation;
    this.jobs = jobs;
    dispatcher.onStart(this::start);
  }

  /** What the scheduler knows of the job; null before its submission and after its end. */
  ActiveJob active(Job job) {
    return active.get(job);
  }

  List<ActiveJob> all() {
    return List.copyOf(active.values());
  }

  void submit(Job job) {
    moveWithTasks(job, JobState.SUBMITTED, TaskState.SUBMITTED);
    context.after(Timings.STEP, () -> ifStill(job, JobState.SUBMITTED, () -> validate(job)));
  }

  private void validate(Job job) {
    moveWithTasks(job, JobState.VALIDATING, TaskState.VALIDATING);
    context.after(Timings.STEP, () -> ifStill(job, JobState.VALIDATING, () -> accept(job)));
  }

  private void accept(Job job) {
    Optional<String> wrong = validation.check(job);
    if (wrong.isPresent()) {
      job.fail(wrong.get());
      moveWithTasks(job, JobState.FAILED, TaskState.CANCELED);
      tellChildren(job);
    } else {
      queue(job);
    }
  }

  private static void ifStill(Job job, JobState state, Runnable action) {
    if (job.state() == state) {
      action.run();
    }
  }

  private void moveWithTasks(Job job, JobState jobState, TaskState taskState) {
    job.moveTo(jobState, context.now());
    job.expandedTasks()
        .filter(task -> !task.state().isTerminal())
        .forEach(task -> task.moveTo(taskState, context.now()));
  }

  /** Puts a valid job, or one that runs again, into the queue. */
  void queue(Job job) {
    moveWithTasks(job, JobState.QUEUED, TaskState.QUEUED);
    ActiveJob entry = new ActiveJob(job, arrivals++);
    active.put(job, entry);
    if (waitsForParents(entry) || entry.isEnding()) {
      return;
    }
    dispatcher.heldBackFor(job).ifPresent(wait -> context.after(wait, dispatcher::requestPass));
    dispatcher.enqueue(entry);
  }

  /** A job whose parents have not all ended well waits for them, or fails with them. */
  private boolean waitsForParents(ActiveJob entry) {
    for (String id : entry.job().list(JobProperty.PARENT_JOB_IDS)) {
      Job parent = id.matches("\\d{1,9}") ? jobs.apply(Integer.parseInt(id)) : null;
      if (parent == null || failed(parent)) {
        end(entry, JobState.FAILED, "The parent job " + id + " did not finish.", true);
        return true;
      }
      if (parent.state() != JobState.FINISHED) {
        waitingForParents.computeIfAbsent(parent.id(), p -> new ArrayList<>()).add(entry);
        return true;
      }
    }
    return false;
  }

  private static boolean failed(Job job) {
    return job.state() == JobState.FAILED || job.state() == JobState.CANCELED;
  }

  private void tellChildren(Job parent) {
    List<ActiveJob> children = waitingForParents.remove(parent.id());
    if (children != null) {
      children.stream()
          .filter(child -> !child.isEnding())
          .filter(child -> !waitsForParents(child) && !child.isEnding())
          .forEach(dispatcher::enqueue);
    }
  }

  /** The job's turn has come. */
  private void start(ActiveJob entry) {
    Job job = entry.job();
    job.moveTo(JobState.RUNNING, context.now());
    if (job.runtimeSeconds() > 0) {
      entry.limit(context.after(Duration.ofSeconds(job.runtimeSeconds()), () -> outOfTime(entry)));
    }
    job.tasks().stream()
        .filter(task -> !entry.isBlocked(task))
        .toList()
        .forEach(task -> makeReady(entry, task));
    afterTask(entry);
  }

  private void outOfTime(ActiveJob entry) {
    if (!entry.isEnding()) {
      String message =
          "The job ran longer than its RuntimeSeconds of " + entry.job().runtimeSeconds() + ".";
      end(entry, JobState.FAILED, message, true);
    }
  }

  /** Takes a new task into a job that has been submitted. */
  void added(ActiveJob entry, Task task) {
    Optional<String> wrong = JobValidation.resolve(task).or(() -> validation.check(task));
    task.moveTo(TaskState.SUBMITTED, context.now());
    task.moveTo(TaskState.QUEUED, context.now());
    entry.track(task);
    if (wrong.isPresent()) {
      task.explain(wrong.get());
      outcomes.settle(entry, task, TaskState.FAILED);
    } else if (!entry.isBlocked(task)) {
      makeReady(entry, task);
    }
  }

  /** A task waits for cores only, if its job is running. */
  void makeReady(ActiveJob entry, Task task) {
    if (entry.job().state() != JobState.RUNNING) {
      return;
    }
    if (task.isSweep() && !task.isExpanded()) {
      context.after(Timings.EXPANSION, () -> expand(entry, task));
    } else {
      Outcomes.eachOpen(task, entry.ready()::add);
    }
    dispatcher.requestPass();
  }

  private void expand(ActiveJob entry, Task master) {
    if (entry.isEnding() || master.state().isTerminal() || master.isExpanded()) {
      return;
    }
    long end = master.number(TaskProperty.END_VALUE);
    long increment = master.number(TaskProperty.INCREMENT_VALUE);
    for (long value = master.number(TaskProperty.START_VALUE); value <= end; value += increment) {
      Task subtask = master.addSubtask(value, context.now());
      subtask.moveTo(TaskState.QUEUED, context.now());
      entry.ready().add(subtask);
    }
    entry.expanded(master);
    dispatcher.requestPass();
  }

  /** Looks whether the job has come to its end. */
  void afterTask(ActiveJob entry) {
    if (entry.isEnding()) {
      if (entry.isIdle()) {
        close(entry);
      }
    } else if (entry.isDone()
        && entry.job().state() == JobState.RUNNING
        && !entry.job().is(JobProperty.RUN_UNTIL_CANCELED)) {
      boolean allWell =
          entry.job().tasks().stream().allMatch(task -> task.state() == TaskState.FINISHED);
      entry.endAs(allWell ? JobState.FINISHED : JobState.FAILED, failureSummary(entry.job()));
      close(entry);
    }
  }

  private static String failureSummary(Job job) {
    long failed = job.expandedTasks().filter(t -> t.state() != TaskState.FINISHED).count();
    return failed == 0 ? "" : failed + " of the job's tasks failed or were canceled.";
  }

  /** Ends a job before its tasks have ended by themselves. */
  void end(ActiveJob entry, JobState state, String message, boolean forced) {
    entry.endAs(state, message);
    boolean canceling = state == JobState.CANCELED;
    entry.job().moveTo(canceling ? JobState.CANCELING : JobState.FINISHING, context.now());
    EndOfTask end = EndOfTask.withJob(state == JobState.FINISHED, message, forced);
    entry.job().tasks().stream()
        .toList()
        .forEach(task -> Outcomes.eachOpen(task, open -> outcomes.endTask(entry, open, end)));
    afterTask(entry);
  }

  /** All tasks have ended: the job follows after a moment. */
  private void close(ActiveJob entry) {
    if (active.remove(entry.job()) == null) {
      return;
    }
    dispatcher.dequeue(entry);
    entry.close();
    Job job = entry.job();
    if (job.state() != JobState.CANCELING && job.state() != JobState.FINISHING) {
      job.moveTo(JobState.FINISHING, context.now());
    }
    JobState transitional = job.state();
    context.after(
        Timings.STEP,
        () ->
            ifStill(
                job,
                transitional,
                () -> {
                  job.fail(entry.endMessage());
                  job.moveTo(entry.endState(), context.now());
                  tellChildren(job);
                }));
  }

  /** Puts a job into a state, whatever it does; for arranging tests. */
  void force(Job job, JobState state) {
    ActiveJob entry = active.remove(job);
    if (entry != null) {
      entry.endAs(state, "");
      dispatcher.dequeue(entry);
      entry.close();
      entry.executions().forEach(execution -> abandon(entry, execution));
    }
    job.moveTo(state, context.now());
    tellChildren(job);
  }

  private void abandon(ActiveJob entry, Execution execution) {
    execution.close();
    execution.stop(true);
    dispatcher.release(entry, execution);
  }
}
