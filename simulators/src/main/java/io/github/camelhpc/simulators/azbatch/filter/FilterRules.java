package io.github.camelhpc.simulators.azbatch.filter;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The properties that a list can be filtered by, and how (the table of facts/azbatch.md §6). */
public final class FilterRules {

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private FilterRules() {}

  /**
   * How a property is filtered by.
   *
   * @param memberPath where its value is, if that is not its name
   */
  record Rule(ValueType type, Set<Operator> operators, String memberPath) {}

  /** Nothing to filter by. */
  public static FilterRules none() {
    return new FilterRules();
  }

  private FilterRules add(ValueType type, Set<Operator> operators, String... paths) {
    for (String path : paths) {
      rules.put(path, new Rule(type, operators, path));
    }
    return this;
  }

  Optional<Rule> rule(String path) {
    return Optional.ofNullable(rules.get(path));
  }

  Set<String> paths() {
    return rules.keySet();
  }

  private FilterRules ids(String... paths) {
    return add(ValueType.TEXT, EnumSet.allOf(Operator.class), paths);
  }

  private FilterRules states(String... paths) {
    return add(ValueType.TEXT, EnumSet.of(Operator.EQ), paths);
  }

  private FilterRules texts(String... paths) {
    return add(ValueType.TEXT, EnumSet.of(Operator.EQ, Operator.NE), paths);
  }

  private FilterRules times(String... paths) {
    return add(ValueType.TIME, Operator.SIX, paths);
  }

  private FilterRules numbers(String... paths) {
    return add(ValueType.NUMBER, Operator.SIX, paths);
  }

  private FilterRules flags(String... paths) {
    return add(ValueType.BOOLEAN, EnumSet.of(Operator.EQ, Operator.NE), paths);
  }

  /** Of the runs of preparation and release tasks. */
  public static FilterRules preparationAndRelease() {
    FilterRules rules = none().texts("poolId", "nodeId");
    for (String run :
        new String[] {"jobPreparationTaskExecutionInfo", "jobReleaseTaskExecutionInfo"}) {
      rules
          .states(run + "/state")
          .times(run + "/startTime", run + "/endTime")
          .numbers(run + "/exitCode")
          .texts(run + "/result");
    }
    return rules;
  }

  public static FilterRules jobs() {
    return jobsOfSchedule().ids("id");
  }

  /** As of jobs, without their id. */
  public static FilterRules jobsOfSchedule() {
    return none()
        .states("state")
        .times("stateTransitionTime", "creationTime", "lastModified")
        .times("executionInfo/startTime", "executionInfo/endTime")
        .ids("executionInfo/poolId");
  }

  /** Their last change is filtered by another name than it has in answers (§9). */
  public static FilterRules tasks() {
    FilterRules rules = none();
    rules.rules.put("lastModifiedTime", new Rule(ValueType.TIME, Operator.SIX, "lastModified"));
    return rules
        .ids("id")
        .states("state")
        .times("stateTransitionTime", "creationTime")
        .times("executionInfo/startTime", "executionInfo/endTime")
        .numbers("executionInfo/exitCode")
        .texts("executionInfo/result");
  }

  public static FilterRules pools() {
    return none()
        .ids("id")
        .states("state", "allocationState")
        .times("stateTransitionTime", "allocationStateTransitionTime")
        .times("creationTime", "lastModified")
        .flags("enableAutoScale", "enableInterNodeCommunication")
        .texts("vmSize");
  }

  public static FilterRules nodes() {
    return none()
        .states("state", "startTaskInfo/state")
        .times("stateTransitionTime", "lastBootTime", "allocationTime")
        .times("startTaskInfo/startTime", "startTaskInfo/endTime")
        .numbers("startTaskInfo/exitCode")
        .texts("startTaskInfo/result");
  }

  public static FilterRules jobSchedules() {
    return none()
        .ids("id")
        .states("state")
        .times("stateTransitionTime", "creationTime", "lastModified", "executionInfo/endTime")
        .times("schedule/doNotRunUntil", "schedule/doNotRunAfter");
  }

  public static FilterRules files() {
    return none().add(ValueType.FILE_NAME, EnumSet.of(Operator.STARTS_WITH), "name");
  }

  public static FilterRules supportedImages() {
    return none().texts("osType");
  }

  public static FilterRules poolNodeCounts() {
    return none().states("poolId");
  }

  public static FilterRules poolUsageMetrics() {
    return none().add(ValueType.TEXT, EnumSet.complementOf(EnumSet.of(Operator.NE)), "poolId");
  }
}
