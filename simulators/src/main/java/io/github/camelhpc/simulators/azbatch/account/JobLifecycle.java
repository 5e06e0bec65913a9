package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.account.TaskExecution.Fate;
import java.time.Duration;
import java.util.function.Consumer;

/** Moves jobs from state to state. */
final class JobLifecycle {

  private final AccountContext context;
  private final TaskRuns runs;
  private final TaskScheduler scheduler;
  private final JobReleases releases;
  private Consumer<BatchJob> gone = job -> {};

  JobLifecycle(AccountContext context, TaskRuns runs, TaskScheduler scheduler) {
    this.context = context;
    this.runs = runs;
    this.scheduler = scheduler;
    releases = new JobReleases(context, this::progressed);
  }

  /** Who is told that a job has been completed or deleted. */
  void onEnd(Consumer<BatchJob> listener) {
    gone = listener;
  }

  /** Lets the tasks of a new job run. */
  void begin(BatchJob job) {
    scheduler.enqueue(job);
    limitTime(job);
    context.soon(() -> progressed(job));
  }

  /** The constraints, the priority or the pool have changed. */
  void reconsider(BatchJob job) {
    scheduler.enqueue(job);
    limitTime(job);
    context.soon(() -> progressed(job));
  }

  private void limitTime(BatchJob job) {
    if (job.timeLimit() == null) {
      job.limit(() -> {});
      return;
    }
    Duration left = Duration.between(context.now(), job.creationTime().plus(job.timeLimit()));
    job.limit(context.after(left, () -> terminate(job, "MaxWallClockTimeExpiry", false)));
  }

  /**
   * No more tasks run.
   *
   * @param tasks what happens to those that run: {@code requeue}, {@code terminate} or {@code wait}
   */
  void disable(BatchJob job, String tasks) {
    job.moveTo(JobState.DISABLING);
    scheduler.dequeue(job);
    if (!tasks.equals("wait")) {
      Fate fate = tasks.equals("requeue") ? Fate.REQUEUE : Fate.TERMINATE;
      job.executionList().forEach(each -> runs.stop(each, fate, "The job was disabled."));
    }
    context.soon(() -> progressed(job));
  }

  void enable(BatchJob job) {
    job.moveTo(JobState.ENABLING);
    context.soon(
        () -> {
          if (job.isIn(JobState.ENABLING)) {
            job.moveTo(JobState.ACTIVE);
            scheduler.enqueue(job);
            progressed(job);
          }
        });
  }

  /** Ends a job: its running tasks are ended, its release tasks run. */
  void terminate(BatchJob job, String reason, boolean force) {
    if (!job.state().isEnding()) {
      end(job, JobState.TERMINATING, reason, force);
    }
  }

  /** Ends a job, if it has not ended, and removes it. */
  void delete(BatchJob job, boolean force) {
    end(job, JobState.DELETING, "UserTerminate", force);
  }

  private void end(BatchJob job, JobState state, String reason, boolean force) {
    job.ending(reason, force);
    job.moveTo(state);
    scheduler.dequeue(job);
    job.executionList().forEach(each -> runs.stop(each, Fate.TERMINATE, "The job was terminated."));
    runs.preparations().stopAll(job);
    context.soon(() -> progressed(job));
  }

  /** Something of the job has ended: looks whether the job can go on to its next state. */
  void progressed(BatchJob job) {
    switch (job.state()) {
      case ACTIVE -> {
        if (job.endsWithItsTasks() && job.counts().isAllCompleted()) {
          terminate(job, "AllTasksComplete", false);
        }
      }
      case DISABLING -> {
        if (job.executions().isEmpty()) {
          job.moveTo(JobState.DISABLED);
        }
      }
      case TERMINATING, DELETING -> finish(job);
      default -> {
        // it stays as it is
      }
    }
  }

  private void finish(BatchJob job) {
    boolean quiet = job.executions().isEmpty() && job.nodes().openPreparations() == 0;
    if (quiet && job.nodes().beginReleases()) {
      releases.start(job);
    }
    boolean released = quiet && job.nodes().openReleases() == 0;
    if (!released && !job.isForced()) {
      return;
    }
    if (job.isIn(JobState.TERMINATING)) {
      job.ended();
      job.moveTo(JobState.COMPLETED);
    }
    gone.accept(job);
  }
}
