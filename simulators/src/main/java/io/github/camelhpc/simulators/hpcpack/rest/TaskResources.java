package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.JobChecks;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Names;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import io.github.camelhpc.simulators.hpcpack.model.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The operations on tasks and subtasks (facts/hpcpack.md §1.3, §1.4). */
final class TaskResources {

  private static final List<TaskProperty> ALL = List.of(TaskProperty.values());

  private static final List<TaskProperty> STANDARD =
      List.of(
          TaskProperty.TASK_ID,
          TaskProperty.NAME,
          TaskProperty.STATE,
          TaskProperty.COMMAND_LINE,
          TaskProperty.EXIT_CODE,
          TaskProperty.PARENT_JOB_ID,
          TaskProperty.JOB_TASK_ID,
          TaskProperty.INSTANCE_ID);

  private final HeadNode headNode;
  private final Listings listings;
  private final JobChecks checks;
  private final Filter<Task> filter;

  TaskResources(HeadNode headNode, Listings listings) {
    this.headNode = headNode;
    this.listings = listings;
    checks = new JobChecks(headNode.times());
    filter =
        new Filter<>(
            Map.of(
                "taskstate", Filter.states(TaskState::named, Task::state),
                "taskstates", Filter.states(TaskState::named, Task::state),
                "changetimefrom", Filter.changedFrom(headNode.times(), Task::changeTime),
                "taskids", TaskResources::hasId,
                "taskinstanceids", TaskResources::hasInstanceId));
  }

  /** The position in the job or the dotted id: which of them is meant is not documented. */
  private static Predicate<Task> hasId(String value) {
    List<String> ids = Filter.splitAny(value);
    return task ->
        ids.contains(String.valueOf(task.taskId())) || Names.contain(ids, task.dottedId());
  }

  private static Predicate<Task> hasInstanceId(String value) {
    List<String> ids = Filter.splitAny(value);
    return task -> ids.contains(String.valueOf(task.instanceId()));
  }

  Result list(Call call) {
    Job job = headNode.jobs().job(call.id("jobId"));
    boolean expand = call.is("expandParametric", true);
    Predicate<Task> wanted = filter.of(call.query("$filter"));
    return listings.page(
        call,
        "tasks of " + job.id(),
        () -> (expand ? job.expandedTasks() : job.tasks().stream()).filter(wanted).toList(),
        call.query("sortTasksBy").flatMap(TaskProperty::named),
        Listings.properties(call.list("properties"), TaskProperty::named, STANDARD));
  }

  Result add(Call call) {
    Job job = headNode.jobs().job(call.id("jobId"));
    Permissions.requireChange(call, job);
    headNode.scheduler().tasks().requireOpen(job);
    Task task = job.addTask(checks.checkTask(Bodies.properties(call)), now());
    headNode.scheduler().tasks().added(task);
    return new Result.Id(task.taskId());
  }

  Result get(Call call) {
    return get(call, task(call));
  }

  Result getSubtask(Call call) {
    return get(call, subtask(call));
  }

  private Result get(Call call, Task task) {
    return Listings.properties(
        task,
        Listings.properties(call.list("properties"), TaskProperty::named, ALL),
        headNode.times());
  }

  /** What happens after submission is not known (§4), so that it is refused then. */
  Result set(Call call) {
    Task task = changeable(call, task(call));
    Map<TaskProperty, String> values = checks.checkTask(Bodies.properties(call));
    if (task.job().state() != JobState.CONFIGURING) {
      throw HpcPackFault.badRequest(
          "The properties of task "
              + task.dottedId()
              + " cannot be changed, because its job is in the "
              + task.job().state().wireName()
              + " state.");
    }
    task.set(values, now());
    return Result.done();
  }

  /** Changes the task that contains the subtask, as the documentation has it (§10). */
  Result setSubtask(Call call) {
    Task subtask = changeable(call, subtask(call));
    Map<TaskProperty, String> values = checks.checkTask(Bodies.properties(call));
    if (subtask.job().state().isTerminal()) {
      throw HpcPackFault.badRequest(
          "The properties of subtask "
              + subtask.dottedId()
              + " cannot be changed, because its job has ended.");
    }
    subtask.set(values, now());
    return Result.done();
  }

  Result customProperties(Call call) {
    return Variables.existing(task(call).customProperties(), call.list("names"));
  }

  Result setCustomProperties(Call call) {
    changeable(call, task(call)).addCustomProperties(Bodies.properties(call), now());
    return Result.done();
  }

  Result environment(Call call) {
    return Variables.orEmpty(task(call).environment(), call.list("names"));
  }

  Result setEnvironment(Call call) {
    Task task = changeable(call, task(call));
    Variables.requireOpen(task.job());
    task.addEnvironment(Bodies.properties(call), now());
    return Result.done();
  }

  Result cancel(Call call) {
    return cancel(call, task(call));
  }

  Result cancelSubtask(Call call) {
    return cancel(call, subtask(call));
  }

  private Result cancel(Call call, Task task) {
    Permissions.requireControl(call, task.job());
    boolean forced = call.is("forced", false);
    headNode.scheduler().tasks().cancel(task, Bodies.text(call), forced);
    return Result.done();
  }

  Result finish(Call call) {
    return finish(call, task(call));
  }

  Result finishSubtask(Call call) {
    return finish(call, subtask(call));
  }

  private Result finish(Call call, Task task) {
    Permissions.requireControl(call, task.job());
    headNode.scheduler().tasks().finish(task, Bodies.text(call));
    return Result.done();
  }

  /** The message that may come with it is not kept anywhere, and is not even read. */
  Result requeue(Call call) {
    return requeue(call, task(call));
  }

  Result requeueSubtask(Call call) {
    return requeue(call, subtask(call));
  }

  private Result requeue(Call call, Task task) {
    Permissions.requireControl(call, task.job());
    headNode.scheduler().tasks().requeue(task);
    return Result.done();
  }

  private Task task(Call call) {
    return headNode.jobs().task(call.id("jobId"), call.id("taskId"));
  }

  private Task subtask(Call call) {
    return headNode.jobs().subtask(call.id("jobId"), call.id("taskId"), call.id("subtaskId"));
  }

  private static Task changeable(Call call, Task task) {
    Permissions.requireChange(call, task.job());
    return task;
  }

  private Instant now() {
    return headNode.clock().now();
  }
}
