package io.github.camelhpc.app;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which properties of a job or task of HPC Pack (facts/hpcpack.md §3.1, §3.2, §3.5) can be left
 * behind or translated when it runs on Azure Batch. All others must not be set: they change where
 * or how the commands run, and Azure Batch has nothing like them.
 *
 * @param free with any value
 * @param values with these values only
 */
record PortableProperties(Set<String> free, Map<String, Set<String>> values) {

  /** A property that is not known here may have a value that says nothing. */
  private static final Set<String> UNSET = Set.of("", "0", "false");

  static final PortableProperties OF_JOBS =
      of(
          // the server sets them; an exported job has them
          "Id AllocatedNodes CanGrow CanShrink ChangeTime CreateTime EndTime EndpointReference"
              + " ErrorCode ErrorMessage ErrorParams HasRuntime Owner PreviousState RequeueCount"
              + " StartTime State SubmitTime FailureReason PendingReason WaitTime HasGrown"
              + " HasShrunk ComputedMinCores ComputedMaxCores ComputedMinSockets"
              + " ComputedMaxSockets ComputedMinNodes ComputedMaxNodes DefaultTaskGroupId"
              // for people and accounting
              + " Name Project ClientSource UserName EmailAddress Progress ProgressMessage Version"
              // its place in the cluster's queue, and how much of the cluster it may have
              + " Priority ExpandedPriority Preemptable AutoCalculateMin AutoCalculateMax MinCores"
              + " MaxCores MinNodes MaxNodes MinSockets MaxSockets TargetResourceCount"
              + " PlannedCoreCount EstimatedProcessMemory OrderBy"
              // without effect, since no task waits for another one
              + " FailDependentTasks"
              // translated
              + " RuntimeSeconds TaskExecutionFailureRetryLimit",
          Map.of(
              "JobType", Set.of("", "batch", "1"),
              "JobTemplate", Set.of("", "default"),
              "UnitType", Set.of("", "core", "0"),
              "JobValidExitCodes", Set.of("", "0")));

  static final PortableProperties OF_TASKS =
      of(
          "Id NiceId TaskId JobTaskId InstanceId InstanceValue ParentJobId ParentJobState State"
              + " PreviousState AllocatedCoreIds AllocatedNodes ChangeTime CreateTime EndTime"
              + " ErrorCode ErrorMessage ErrorParams ExitCode HasRuntime HasCustomProps"
              + " IsParametric IsServiceConcluded Closed Output RequeueCount StartTime SubmitTime"
              + " Name UserBlob"
              // translated
              + " CommandLine Type StartValue EndValue IncrementValue RuntimeSeconds",
          Map.of(
              "IsRerunnable", Set.of("", "true"),
              "MinCores", Set.of("", "0", "1"),
              "MaxCores", Set.of("", "0", "1"),
              "MinNodes", Set.of("", "0", "1"),
              "MaxNodes", Set.of("", "0", "1"),
              "MinSockets", Set.of("", "0", "1"),
              "MaxSockets", Set.of("", "0", "1"),
              "TaskValidExitCodes", Set.of("", "0")));

  private static PortableProperties of(String free, Map<String, Set<String>> values) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Set.of(free.split(" ")));
    Map<String, Set<String>> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    known.putAll(values);
    return new PortableProperties(names, known);
  }

  /**
   * @param owner whose properties they are, for the sentence: "job" for example
   * @throws UntranslatableJobException naming the first one that cannot be left behind; not its
   *     value, which can be a password
   */
  void require(String owner, Map<String, String> properties) {
    properties.forEach(
        (name, value) -> {
          boolean portable =
              free.contains(name)
                  || values.getOrDefault(name, UNSET).contains(value.toLowerCase(Locale.ROOT));
          if (!portable) {
            throw new UntranslatableJobException(
                "the property " + name + " of the " + owner + " has no counterpart there");
          }
        });
  }
}
