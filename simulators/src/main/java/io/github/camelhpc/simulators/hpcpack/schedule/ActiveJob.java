package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the scheduler knows of a job between its submission and its end. */
final class ActiveJob {

  /** High priority first, then first come, first served. */
  static final Comparator<ActiveJob> ORDER =
      Comparator.comparingInt((ActiveJob active) -> -active.priority)
          .thenComparingLong(active -> active.arrival);

  private final Job job;
  private final long arrival;
  private int priority;
  private final TreeSet<Task> ready = new TreeSet<>(Comparator.comparingLong(Task::order));
  private final Map<Task, Execution> executions = new LinkedHashMap<>();
  private final Map<Task, List<Task>> successors = new HashMap<>();
  private final Map<Task, Integer> openPredecessors = new HashMap<>();
  private final Map<Task, Integer> openSubtasks = new HashMap<>();
  private final Map<Task, Integer> failures = new HashMap<>();
  private int unfinished;
  private int usedCores;
  private int reservedCores;
  private JobState endState;
  private String endMessage = "";
  private SimulatorClock.Timer limit = () -> {};

  ActiveJob(Job job, long arrival) {
    this.job = job;
    this.arrival = arrival;
    priority = job.expandedPriority();
    job.tasks().forEach(this::track);
  }

  /** Takes a task of the job into account. */
  void track(Task task) {
    if (task.isExpanded()) {
      int open = (int) task.subtasks().stream().filter(sub -> !sub.state().isTerminal()).count();
      openSubtasks.put(task, open);
      unfinished += open;
    } else if (!task.state().isTerminal()) {
      unfinished++;
    }
    List<Task> open =
        task.predecessors().stream().filter(before -> !before.state().isTerminal()).toList();
    open.forEach(before -> successors.computeIfAbsent(before, b -> new ArrayList<>()).add(task));
    if (!open.isEmpty()) {
      openPredecessors.put(task, open.size());
    }
  }

  Job job() {
    return job;
  }

  /** Only while the job is not in a sorted collection. */
  void refreshPriority() {
    priority = job.expandedPriority();
  }

  TreeSet<Task> ready() {
    return ready;
  }

  Collection<Execution> executions() {
    return List.copyOf(executions.values());
  }

  Execution execution(Task task) {
    return executions.get(task);
  }

  boolean isIdle() {
    return executions.isEmpty();
  }

  void add(Execution execution, int cores) {
    executions.put(execution.task(), execution);
    usedCores += cores;
  }

  void remove(Execution execution, int cores) {
    executions.remove(execution.task());
    usedCores -= cores;
  }

  int usedCores() {
    return usedCores;
  }

  int reservedCores() {
    return reservedCores;
  }

  /** Cores that are kept for subtasks which are not there yet. */
  void reserve(int cores) {
    reservedCores = cores;
  }

  boolean isBlocked(Task task) {
    return openPredecessors.getOrDefault(task, 0) > 0;
  }

  /** The tasks that wait for this one. */
  List<Task> successors(Task task) {
    return successors.getOrDefault(task, List.of());
  }

  /** One task less to wait for; whether it was the last one. */
  boolean unblock(Task task) {
    return openPredecessors.merge(task, -1, Integer::sum) == 0;
  }

  void expanded(Task master) {
    int count = master.subtasks().size();
    openSubtasks.put(master, count);
    unfinished += count - 1;
  }

  /** A plain task or subtask has ended; whether it was the last open one of its master. */
  boolean ended(Task task) {
    unfinished--;
    return task.isSubtask() && openSubtasks.merge(task.master(), -1, Integer::sum) == 0;
  }

  void reopened(Task task) {
    unfinished++;
    if (task.isSubtask()) {
      openSubtasks.merge(task.master(), 1, Integer::sum);
    }
  }

  /** Counts one more failure of a task, or of the subtasks of a master. */
  int failed(Task task) {
    return failures.merge(task.isSubtask() ? task.master() : task, 1, Integer::sum);
  }

  boolean isDone() {
    return unfinished == 0;
  }

  boolean isEnding() {
    return endState != null;
  }

  void endAs(JobState state, String message) {
    endState = state;
    endMessage = message;
  }

  JobState endState() {
    return endState;
  }

  String endMessage() {
    return endMessage;
  }

  void limit(SimulatorClock.Timer timer) {
    limit = timer;
  }

  void close() {
    limit.cancel();
  }
}
