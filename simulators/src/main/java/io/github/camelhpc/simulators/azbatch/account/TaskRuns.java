package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.account.TaskExecution.Fate;
import java.util.function.Consumer;

/** Starts tasks on nodes and ends them. */
final class TaskRuns {

  private final AccountContext context;
  private final JobPreparations preparations;
  private TaskScheduler scheduler;
  private TaskEnds ends;

  TaskRuns(AccountContext context) {
    this.context = context;
    preparations = new JobPreparations(context);
  }

  void connect(TaskScheduler taskScheduler, TaskEnds taskEnds, Consumer<BatchJob> settled) {
    scheduler = taskScheduler;
    ends = taskEnds;
    preparations.connect(this::launch, this::handBack, settled);
  }

  JobPreparations preparations() {
    return preparations;
  }

  /** Gives a task its node; it is started as soon as the node is prepared. */
  void place(TaskExecution execution) {
    BatchTask task = execution.task();
    BatchJob job = task.job();
    execution.node().add(execution);
    job.executions().add(execution);
    task.placed(execution);
    if (preparations.makesWait(execution)) {
      job.move(task, TaskState.PREPARING, () -> {});
    } else {
      launch(execution);
    }
  }

  private void launch(TaskExecution execution) {
    if (execution.isOver() || execution.fate() != Fate.BY_EXIT_CODE) {
      return;
    }
    BatchTask task = execution.task();
    task.job().move(task, TaskState.RUNNING, task::started);
    execution.started(
        CommandRun.start(
            context,
            new Command(
                execution.node(),
                task.directory(),
                task.definition().getString("commandLine"),
                TaskEnvironment.of(execution, context.settings().accountName()),
                task.timeLimit()),
            end -> ended(execution, end)));
  }

  /** The node cannot be prepared: the task goes back to the others (facts/azbatch.md §4). */
  private void handBack(TaskExecution execution) {
    if (!execution.isOver() && execution.fate() == Fate.BY_EXIT_CODE) {
      release(execution, false);
      ends.returned(execution.task());
    }
  }

  /** Ends a run; what becomes of the task is decided with it. */
  void stop(TaskExecution execution, Fate fate, String reason) {
    execution.decide(fate, reason);
    if (execution.hasStarted()) {
      execution.stopRun();
    } else {
      context.soon(() -> ended(execution, CommandEnd.ended(reason)));
    }
  }

  /** Takes the tasks of a node from it. */
  void evict(ComputeNode node, EvictionOption option, String reason) {
    switch (option) {
      case REQUEUE -> node.load().executions().forEach(each -> stop(each, Fate.REQUEUE, reason));
      case TERMINATE ->
          node.load().executions().forEach(each -> stop(each, Fate.TERMINATE, reason));
      case TASK_COMPLETION -> {
        // they may end by themselves
      }
      default -> throw new IllegalStateException("No way to evict by " + option + ".");
    }
  }

  private void ended(TaskExecution execution, CommandEnd end) {
    if (execution.isOver()) {
      return;
    }
    release(execution, execution.fate() == Fate.BY_EXIT_CODE && end.isSuccess());
    ends.ended(execution, end);
  }

  private void release(TaskExecution execution, boolean succeeded) {
    execution.close();
    execution.task().job().executions().remove(execution);
    execution.node().remove(execution, succeeded);
    scheduler.update(execution.node());
  }
}
