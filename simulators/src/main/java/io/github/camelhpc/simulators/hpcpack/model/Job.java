package io.github.camelhpc.simulators.hpcpack.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A job. Whoever reads or changes it holds the simulator's lock.
 *
 * <p>Kept small, because a simulator may have a hundred thousand of them: what most jobs do not
 * have is null inside, and jobs made together share their settings until one of them is changed.
 */
public final class Job {

  private final int id;
  private final String owner;
  private final long createTime;
  private JobState state = JobState.CONFIGURING;
  private JobState previousState = JobState.CONFIGURING;
  private long changeTime;
  private long submitTime;
  private long startTime;
  private long endTime;
  private int requeueCount;
  private String errorMessage = "";
  private Map<JobProperty, String> settings;
  private Map<String, String> environment;
  private Map<String, String> customProperties;
  private List<Task> tasks;
  private Set<String> allocatedNodes;

  /**
   * @param settings checked values; the map is kept and must not change
   */
  public Job(int id, String owner, Map<JobProperty, String> settings, Instant now) {
    this.id = id;
    this.owner = owner;
    this.settings = settings;
    createTime = now.toEpochMilli();
    changeTime = createTime;
  }

  public int id() {
    return id;
  }

  public String owner() {
    return owner;
  }

  public JobState state() {
    return state;
  }

  public JobState previousState() {
    return previousState;
  }

  public long createTime() {
    return createTime;
  }

  /** When anything last changed, in milliseconds since 1970. */
  public long changeTime() {
    return changeTime;
  }

  /** When the job was submitted, in milliseconds since 1970; 0 if it was not. */
  public long submitTime() {
    return submitTime;
  }

  /** When the job began to run, in milliseconds since 1970; 0 if it has not. */
  public long startTime() {
    return startTime;
  }

  /** When the job ended, in milliseconds since 1970; 0 if it has not. */
  public long endTime() {
    return endTime;
  }

  public int requeueCount() {
    return requeueCount;
  }

  public String errorMessage() {
    return errorMessage;
  }

  /** The value that was set for a property, else the property's standard value. */
  public String setting(JobProperty property) {
    return settings.getOrDefault(property, property.standard());
  }

  /** Whether a property has been set to anything but an empty value. */
  public boolean isSet(JobProperty property) {
    return !settings.getOrDefault(property, "").isEmpty();
  }

  /** Whether a property of the boolean kind is true. */
  public boolean is(JobProperty property) {
    return "True".equals(setting(property));
  }

  /** The members of a property that is a list. */
  public List<String> list(JobProperty property) {
    return Names.split(setting(property));
  }

  /** The number that decides the order of jobs, 0 to 4000. */
  public int expandedPriority() {
    String value = setting(JobProperty.EXPANDED_PRIORITY_VALUE);
    return value.isEmpty() ? JobPriority.DEFAULT : Integer.parseInt(value);
  }

  /** How long the job may run; 0 means without limit. */
  public long runtimeSeconds() {
    String value = setting(JobProperty.RUNTIME_SECONDS);
    return value.isEmpty() ? 0 : Long.parseLong(value);
  }

  /** Changes settings; the values have been checked. */
  public void set(Map<JobProperty, String> values, Instant now) {
    Map<JobProperty, String> changed = new EnumMap<>(JobProperty.class);
    changed.putAll(settings);
    changed.putAll(values);
    settings = Collections.unmodifiableMap(changed);
    changeTime = now.toEpochMilli();
  }

  /** Goes to a state and keeps the times that belong to it. */
  public void moveTo(JobState next, Instant now) {
    previousState = state;
    state = next;
    changeTime = now.toEpochMilli();
    if (next == JobState.SUBMITTED) {
      submitTime = changeTime;
    } else if (next == JobState.RUNNING) {
      startTime = changeTime;
    } else if (next.isTerminal()) {
      endTime = changeTime;
    }
  }

  /** Begins again after the job had ended. */
  public void requeued() {
    requeueCount++;
    errorMessage = "";
    startTime = 0;
    endTime = 0;
  }

  public void fail(String message) {
    errorMessage = message;
  }

  public Map<String, String> environment() {
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

  /** The plain and master tasks, in the order in which they were added. */
  public List<Task> tasks() {
    return tasks == null ? List.of() : Collections.unmodifiableList(tasks);
  }

  /** Adds a task with the next number. */
  public Task addTask(Map<TaskProperty, String> taskSettings, Instant now) {
    if (tasks == null) {
      tasks = new ArrayList<>(1);
    }
    Task task = new Task(this, tasks.size() + 1, taskSettings, now);
    tasks.add(task);
    changeTime = now.toEpochMilli();
    return task;
  }

  /** What really runs: the plain tasks and the subtasks, the latter in place of their masters. */
  public Stream<Task> expandedTasks() {
    return tasks().stream()
        .flatMap(task -> task.isExpanded() ? task.subtasks().stream() : Stream.of(task));
  }

  /** The nodes that the job's tasks run on, or ran on when they last did. */
  public Collection<String> allocatedNodes() {
    return allocatedNodes == null ? Set.of() : Collections.unmodifiableSet(allocatedNodes);
  }

  public void allocated(Collection<String> nodes) {
    if (allocatedNodes == null) {
      allocatedNodes = new LinkedHashSet<>();
    }
    allocatedNodes.addAll(nodes);
  }

  /** How many of a hundred tasks have ended. */
  public int finishedPercent() {
    if (tasks == null) {
      return state == JobState.FINISHED ? 100 : 0;
    }
    long all = expandedTasks().count();
    return (int) (expandedTasks().filter(task -> task.state().isTerminal()).count() * 100 / all);
  }
}
