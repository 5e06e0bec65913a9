package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at a submitted job before it is queued. The real service, too, answers a submission before
 * it has validated the job (facts/hpcpack.md §1.2), so that a bad job ends as failed.
 */
final class JobValidation {

  private static final long MAX_SUBTASKS = 1_000_000;

  private final Placement placement;

  JobValidation(Placement placement) {
    this.placement = placement;
  }

  /** What is wrong with the job, if anything. */
  Optional<String> check(Job job) {
    return resolveDependencies(job)
        .or(() -> cycle(job))
        .or(() -> job.tasks().stream().flatMap(task -> check(task).stream()).findFirst())
        .or(() -> checkSize(job));
  }

  /** What is wrong with a task, if anything. */
  Optional<String> check(Task task) {
    if (task.isSweep()) {
      Optional<String> wrong = checkSweep(task);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    int cores = Demand.of(task).cores(placement.coresPerNode());
    int there = placement.coresInReach(task.job());
    return cores <= there
        ? Optional.empty()
        : Optional.of(
            "Task %s needs %d cores, but the nodes that the job may use have only %d."
                .formatted(task.dottedId(), cores, there));
  }

  private static Optional<String> checkSweep(Task task) {
    if (task.setting(TaskProperty.END_VALUE).isEmpty()) {
      return Optional.of("The sweep " + task.dottedId() + " needs an EndValue.");
    }
    long start = task.number(TaskProperty.START_VALUE);
    long end = task.number(TaskProperty.END_VALUE);
    long increment = task.number(TaskProperty.INCREMENT_VALUE);
    if (start < 1 || increment < 1 || end < start) {
      return Optional.of(
          "The sweep %s needs a StartValue and an IncrementValue above 0, and an EndValue that is not below the StartValue."
              .formatted(task.dottedId()));
    }
    return (end - start) / increment >= MAX_SUBTASKS
        ? Optional.of(
            "The sweep %s has more than %d subtasks.".formatted(task.dottedId(), MAX_SUBTASKS))
        : Optional.empty();
  }

  private Optional<String> checkSize(Job job) {
    int minimum = Demand.minimum(job, placement.coresPerNode());
    int there = placement.coresInReach(job);
    return minimum <= there
        ? Optional.empty()
        : Optional.of(
            "The job needs at least %d cores, but the nodes that it may use have only %d."
                .formatted(minimum, there));
  }

  /** Turns the names in DependsOn into tasks. */
  private static Optional<String> resolveDependencies(Job job) {
    Map<String, List<Task>> byName = byName(job);
    for (Task task : job.tasks()) {
      Optional<String> wrong = resolve(task, byName);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  /** Turns the names in one task's DependsOn into tasks. */
  static Optional<String> resolve(Task task) {
    return resolve(task, byName(task.job()));
  }

  private static Optional<String> resolve(Task task, Map<String, List<Task>> byName) {
    List<String> names = task.list(TaskProperty.DEPENDS_ON);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Set<Task> before = new LinkedHashSet<>(task.predecessors());
    for (String name : names) {
      List<Task> named = byName.get(name);
      if (named == null) {
        return Optional.of(
            "Task %s depends on '%s', but no task of the job has this name."
                .formatted(task.dottedId(), name));
      }
      before.addAll(named);
    }
    task.waitFor(before);
    return Optional.empty();
  }

  private static Map<String, List<Task>> byName(Job job) {
    Map<String, List<Task>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    job.tasks()
        .forEach(
            task ->
                byName
                    .computeIfAbsent(task.setting(TaskProperty.NAME), name -> new ArrayList<>())
                    .add(task));
    return byName;
  }

  /** Takes away tasks that wait for nobody until none is left, or only a circle. */
  private static Optional<String> cycle(Job job) {
    Map<Task, Set<Task>> open = new HashMap<>();
    Map<Task, Set<Task>> after = new HashMap<>();
    Deque<Task> free = new ArrayDeque<>();
    for (Task task : job.tasks()) {
      open.put(task, new HashSet<>(task.predecessors()));
      task.predecessors()
          .forEach(before -> after.computeIfAbsent(before, b -> new HashSet<>()).add(task));
      if (task.predecessors().isEmpty()) {
        free.add(task);
      }
    }
    for (Task task = free.poll(); task != null; task = free.poll()) {
      open.remove(task);
      for (Task next : after.getOrDefault(task, Set.of())) {
        open.get(next).remove(task);
        if (open.get(next).isEmpty()) {
          free.add(next);
        }
      }
    }
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of("The tasks of the job depend on each other in a circle.");
  }
}
