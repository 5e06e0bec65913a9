package io.github.camelhpc.simulators.hpcpack.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A plain task, the master of a parametric sweep, or a subtask of one. Whoever reads or changes it
 * holds the simulator's lock.
 */
public final class Task {

  private final Job job;
  private final int taskId;
  private final Task master;
  private final int instanceId;
  private final long value;
  private final long createTime;
  private TaskState state = TaskState.CONFIGURING;
  private TaskState previousState = TaskState.CONFIGURING;
  private long changeTime;
  private long submitTime;
  private long startTime;
  private long endTime;
  private int exitCode;
  private int requeueCount;
  private int retryCount;
  private String errorMessage = "";
  private String output = "";
  private Map<TaskProperty, String> settings;
  private Map<String, String> environment;
  private Map<String, String> customProperties;
  private List<Allocation> allocations = List.of();
  private List<Task> subtasks;
  private Set<Task> predecessors = Set.of();

  Task(Job job, int taskId, Map<TaskProperty, String> settings, Instant now) {
    this(job, taskId, null, 0, 0, settings, now);
  }

  private Task(
      Job job,
      int taskId,
      Task master,
      int instanceId,
      long value,
      Map<TaskProperty, String> settings,
      Instant now) {
    this.job = job;
    this.taskId = taskId;
    this.master = master;
    this.instanceId = instanceId;
    this.value = value;
    this.settings = settings;
    createTime = now.toEpochMilli();
    changeTime = createTime;
  }

  /** Adds the next subtask of this master. */
  public Task addSubtask(long sweepValue, Instant now) {
    if (subtasks == null) {
      subtasks = new ArrayList<>();
    }
    Task subtask = new Task(job, taskId, this, subtasks.size() + 1, sweepValue, null, now);
    subtask.submitTime = submitTime;
    subtasks.add(subtask);
    return subtask;
  }

  public Job job() {
    return job;
  }

  /** The position in the job, from 1 on. */
  public int taskId() {
    return taskId;
  }

  /** From 1 on for a subtask, 0 for any other task. */
  public int instanceId() {
    return instanceId;
  }

  public boolean isSubtask() {
    return master != null;
  }

  /** The master of a subtask, else null. */
  public Task master() {
    return master;
  }

  /** {@code job.task}, and for a subtask {@code job.task.instance}. */
  public String dottedId() {
    String id = job.id() + "." + taskId;
    return isSubtask() ? id + "." + instanceId : id;
  }

  /** Sorts the tasks of a job as their numbers do. */
  public long order() {
    return ((long) taskId << 32) + instanceId;
  }

  public boolean isSweep() {
    return type() == TaskType.PARAMETRIC_SWEEP && !isSubtask();
  }

  /** Whether it is a master whose subtasks are there. */
  public boolean isExpanded() {
    return subtasks != null;
  }

  public List<Task> subtasks() {
    return subtasks == null ? List.of() : Collections.unmodifiableList(subtasks);
  }

  public TaskType type() {
    String name = setting(TaskProperty.TYPE);
    for (TaskType type : TaskType.values()) {
      if (type.wireName().equals(name)) {
        return type;
      }
    }
    return TaskType.BASIC;
  }

  public TaskState state() {
    return state;
  }

  public TaskState previousState() {
    return previousState;
  }

  public long createTime() {
    return createTime;
  }

  /** When anything last changed, in milliseconds since 1970. */
  public long changeTime() {
    return changeTime;
  }

  public long submitTime() {
    return submitTime;
  }

  public long startTime() {
    return startTime;
  }

  public long endTime() {
    return endTime;
  }

  public int exitCode() {
    return exitCode;
  }

  public int requeueCount() {
    return requeueCount;
  }

  /** How often the service has repeated it after a failed run. */
  public int retryCount() {
    return retryCount;
  }

  public String errorMessage() {
    return errorMessage;
  }

  public String output() {
    return output;
  }

  /** The value that was set for a property, else its standard; a subtask has its master's. */
  public String setting(TaskProperty property) {
    return isSubtask()
        ? master.setting(property)
        : settings.getOrDefault(property, property.standard());
  }

  public boolean is(TaskProperty property) {
    return "True".equals(setting(property));
  }

  public List<String> list(TaskProperty property) {
    return Names.split(setting(property));
  }

  /** The value of a property that is a number; the standard if it was set to nothing. */
  public long number(TaskProperty property) {
    String text = setting(property);
    return Long.parseLong(text.isEmpty() ? property.standard() : text);
  }

  /** What is executed: in a subtask every asterisk is the subtask's value. */
  public String commandLine() {
    String template = setting(TaskProperty.COMMAND_LINE);
    return isSubtask() ? template.replace("*", String.valueOf(value)) : template;
  }

  /** A path or similar, in which a subtask has its value in place of every asterisk. */
  public String expanded(TaskProperty property) {
    return isSubtask() ? setting(property).replace("*", String.valueOf(value)) : setting(property);
  }

  /** How long it may run; 0 means without limit. */
  public long runtimeSeconds() {
    return number(TaskProperty.RUNTIME_SECONDS);
  }

  /**
   * Changes settings; the values have been checked. For a subtask this changes the task that
   * contains it, as the documentation of the service says (facts/hpcpack.md §10).
   */
  public void set(Map<TaskProperty, String> values, Instant now) {
    if (isSubtask()) {
      master.set(values, now);
    } else {
      Map<TaskProperty, String> changed = new EnumMap<>(TaskProperty.class);
      changed.putAll(settings);
      changed.putAll(values);
      settings = Collections.unmodifiableMap(changed);
    }
    changeTime = now.toEpochMilli();
  }

  /** Goes to a state and keeps the times that belong to it. */
  public void moveTo(TaskState next, Instant now) {
    previousState = state;
    state = next;
    changeTime = now.toEpochMilli();
    if (next == TaskState.SUBMITTED) {
      submitTime = changeTime;
    } else if (next == TaskState.RUNNING) {
      startTime = changeTime;
    } else if (next.isTerminal()) {
      endTime = changeTime;
    }
  }

  public void ended(int code, String text) {
    exitCode = code;
    output = text;
  }

  public void explain(String message) {
    errorMessage = message;
  }

  /** Forgets the last run because somebody asked for another one. */
  public void requeued() {
    requeueCount++;
    retryCount = 0;
    forgetRun();
  }

  /** Forgets the last run because the service repeats it by itself. */
  public void retried() {
    requeueCount++;
    retryCount++;
    forgetRun();
  }

  private void forgetRun() {
    errorMessage = "";
    output = "";
    exitCode = 0;
    startTime = 0;
    endTime = 0;
    allocations = List.of();
  }

  public Map<String, String> environment() {
    if (isSubtask()) {
      return master.environment();
    }
    return environment == null ? Map.of() : Collections.unmodifiableMap(environment);
  }

  /** Adds variables to those that are there. */
  public void addEnvironment(Map<String, String> variables, Instant now) {
    if (environment == null) {
      environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }
    environment.putAll(variables);
    changeTime = now.toEpochMilli();
  }

  public Map<String, String> customProperties() {
    return customProperties == null ? Map.of() : Collections.unmodifiableMap(customProperties);
  }

  /** Adds properties to those that are there. */
  public void addCustomProperties(Map<String, String> properties, Instant now) {
    if (customProperties == null) {
      customProperties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }
    customProperties.putAll(properties);
    changeTime = now.toEpochMilli();
  }

  /** The tasks that have to end before this one may run. */
  public Set<Task> predecessors() {
    return predecessors;
  }

  public void waitFor(Set<Task> tasks) {
    predecessors = tasks;
  }

  public void allocate(List<Allocation> cores) {
    allocations = cores;
  }

  public List<Allocation> allocations() {
    return allocations;
  }

  public List<String> allocatedNodes() {
    if (isExpanded()) {
      return subtasks.stream().flatMap(task -> task.allocatedNodes().stream()).distinct().toList();
    }
    return allocations.stream().map(allocation -> allocation.node().name()).toList();
  }

  public String allocatedCoreIds() {
    return allocations.stream().map(Allocation::toString).collect(Collectors.joining(" "));
  }
}
