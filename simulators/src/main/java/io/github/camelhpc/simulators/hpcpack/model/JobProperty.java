package io.github.camelhpc.simulators.hpcpack.model;

import static io.github.camelhpc.simulators.hpcpack.model.Access.NOT_AT_CREATION;
import static io.github.camelhpc.simulators.hpcpack.model.Access.NOT_BY_CHANGE;
import static io.github.camelhpc.simulators.hpcpack.model.Access.READ_ONLY;
import static io.github.camelhpc.simulators.hpcpack.model.Access.READ_WRITE;
import static io.github.camelhpc.simulators.hpcpack.model.Access.WRITE_ONLY;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.BOOLEAN;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.COUNT;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.EXIT_CODES;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.EXPANDED_PRIORITY;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.LIST;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.NUMBER;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.PRIORITY;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.TEXT;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.TIME;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.UNIT_TYPE;

import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The properties of a job (facts/hpcpack.md §3.1). */
public enum JobProperty implements PropertyName<Job> {
  ID("Id", NUMBER, job -> job.id()),
  ALLOCATED_NODES("AllocatedNodes", LIST, job -> String.join(",", job.allocatedNodes())),
  CAN_GROW("CanGrow", BOOLEAN, job -> job.state() == JobState.RUNNING ? "True" : "False"),
  CAN_SHRINK("CanShrink", BOOLEAN, job -> job.state() == JobState.RUNNING ? "True" : "False"),
  CHANGE_TIME("ChangeTime", Job::changeTime),
  CREATE_TIME("CreateTime", Job::createTime),
  END_TIME("EndTime", Job::endTime),
  ENDPOINT_REFERENCE("EndpointReference", LIST, job -> ""),
  ERROR_MESSAGE("ErrorMessage", TEXT, Job::errorMessage),
  EXCLUDED_NODES("ExcludedNodes", LIST, job -> ""),
  HAS_RUNTIME("HasRuntime", BOOLEAN, job -> job.runtimeSeconds() > 0 ? "True" : "False"),
  HOLD_UNTIL("HoldUntil", TIME, NOT_AT_CREATION, ""),
  OWNER("Owner", TEXT, Job::owner),
  PREVIOUS_STATE("PreviousState", TEXT, job -> job.previousState().wireName()),
  REQUEUE_COUNT("RequeueCount", NUMBER, job -> job.requeueCount()),
  START_TIME("StartTime", Job::startTime),
  STATE("State", TEXT, job -> job.state().wireName()),
  SUBMIT_TIME("SubmitTime", Job::submitTime),

  AUTO_CALCULATE_MAX("AutoCalculateMax", BOOLEAN, READ_WRITE, "True"),
  AUTO_CALCULATE_MIN("AutoCalculateMin", BOOLEAN, READ_WRITE, "True"),
  CHILD_JOB_IDS("ChildJobIds", LIST, NOT_BY_CHANGE, ""),
  CLIENT_SOURCE("ClientSource", TEXT, READ_WRITE, ""),
  EMAIL_ADDRESS("EmailAddress", TEXT, READ_WRITE, ""),
  ESTIMATED_PROCESS_MEMORY("EstimatedProcessMemory", COUNT, READ_WRITE, "0"),
  EXPANDED_PRIORITY_VALUE("ExpandedPriority", EXPANDED_PRIORITY, READ_WRITE, "2000"),
  FAIL_DEPENDENT_TASKS("FailDependentTasks", BOOLEAN, READ_WRITE, "False"),
  FAIL_ON_TASK_FAILURE("FailOnTaskFailure", BOOLEAN, READ_WRITE, "False"),
  IS_EXCLUSIVE("IsExclusive", BOOLEAN, READ_WRITE, "False"),
  JOB_TEMPLATE("JobTemplate", TEXT, READ_WRITE, "Default"),
  JOB_VALID_EXIT_CODES("JobValidExitCodes", EXIT_CODES, READ_WRITE, ""),
  MAX_CORES("MaxCores", COUNT, READ_WRITE, "1"),
  MAX_CORES_PER_NODE("MaxCoresPerNode", COUNT, READ_WRITE, ""),
  MAX_MEMORY("MaxMemory", COUNT, READ_WRITE, ""),
  MAX_NODES("MaxNodes", COUNT, READ_WRITE, "1"),
  MAX_SOCKETS("MaxSockets", COUNT, READ_WRITE, "1"),
  MIN_CORES("MinCores", COUNT, READ_WRITE, "1"),
  MIN_CORES_PER_NODE("MinCoresPerNode", COUNT, READ_WRITE, ""),
  MIN_MEMORY("MinMemory", COUNT, READ_WRITE, ""),
  MIN_NODES("MinNodes", COUNT, READ_WRITE, "1"),
  MIN_SOCKETS("MinSockets", COUNT, READ_WRITE, "1"),
  NAME("Name", TEXT, READ_WRITE, ""),
  NODE_GROUP_OP("NodeGroupOp", TEXT, READ_WRITE, ""),
  NODE_GROUPS("NodeGroups", LIST, READ_WRITE, ""),
  NOTIFY_ON_COMPLETION("NotifyOnCompletion", BOOLEAN, READ_WRITE, "False"),
  NOTIFY_ON_START("NotifyOnStart", BOOLEAN, READ_WRITE, "False"),
  ORDER_BY("OrderBy", LIST, READ_WRITE, ""),
  PARENT_JOB_IDS("ParentJobIds", LIST, READ_WRITE, ""),
  POOL("Pool", TEXT, READ_WRITE, ""),
  PREEMPTABLE("Preemptable", BOOLEAN, READ_WRITE, "True"),
  PRIORITY_NAME("Priority", PRIORITY, READ_WRITE, "Normal") {
    @Override
    public String read(Job job, HpcPackTimes times) {
      return JobPriority.name(job.expandedPriority());
    }

    @Override
    public Comparable<?> sortKey(Job job, HpcPackTimes times) {
      return job.expandedPriority();
    }
  },
  PROGRESS("Progress", COUNT, READ_WRITE, "") {
    @Override
    public String read(Job job, HpcPackTimes times) {
      String set = super.read(job, times);
      return set.isEmpty() ? String.valueOf(job.finishedPercent()) : set;
    }
  },
  PROGRESS_MESSAGE("ProgressMessage", TEXT, READ_WRITE, ""),
  PROJECT("Project", TEXT, READ_WRITE, ""),
  REQUESTED_NODES("RequestedNodes", LIST, READ_WRITE, ""),
  RUN_UNTIL_CANCELED("RunUntilCanceled", BOOLEAN, READ_WRITE, "False"),
  RUNTIME_SECONDS("RuntimeSeconds", COUNT, READ_WRITE, "0"),
  SERVICE_NAME("ServiceName", TEXT, READ_WRITE, ""),
  SINGLE_NODE("SingleNode", BOOLEAN, READ_WRITE, "False"),
  SOFTWARE_LICENSE("SoftwareLicense", TEXT, READ_WRITE, ""),
  TARGET_RESOURCE_COUNT("TargetResourceCount", COUNT, READ_WRITE, "0"),
  UNIT_TYPE_NAME("UnitType", UNIT_TYPE, READ_WRITE, "Core"),
  USER_NAME("UserName", TEXT, READ_WRITE, ""),
  PASSWORD("Password", TEXT, WRITE_ONLY, ""),
  PLANNED_CORE_COUNT("PlannedCoreCount", COUNT, READ_WRITE, "0"),
  TASK_EXECUTION_FAILURE_RETRY_LIMIT("TaskExecutionFailureRetryLimit", COUNT, READ_WRITE, "0");

  private static final Map<String, JobProperty> BY_NAME = PropertyName.index(values());

  private final String wireName;
  private final ValueKind kind;
  private final Access access;
  private final String standard;
  private final BiFunction<Job, HpcPackTimes, String> reader;

  /** A property that clients set and the job keeps. */
  JobProperty(String wireName, ValueKind kind, Access access, String standard) {
    this.wireName = wireName;
    this.kind = kind;
    this.access = access;
    this.standard = standard;
    this.reader = (job, times) -> formatted(job.setting(this), times);
  }

  /** A property that only the service sets. */
  JobProperty(String wireName, ValueKind kind, Function<Job, Object> reader) {
    this.wireName = wireName;
    this.kind = kind;
    this.access = READ_ONLY;
    this.standard = "";
    this.reader = (job, times) -> String.valueOf(reader.apply(job));
  }

  /** A time that only the service sets. */
  JobProperty(String wireName, ToLongFunction<Job> reader) {
    this.wireName = wireName;
    this.kind = TIME;
    this.access = READ_ONLY;
    this.standard = "";
    this.reader = (job, times) -> times.format(reader.applyAsLong(job));
  }

  /** The property of this name, without regard to case. */
  public static Optional<JobProperty> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.trim().toLowerCase(Locale.ROOT)));
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public ValueKind kind() {
    return kind;
  }

  /** Who may set it. */
  public Access access() {
    return access;
  }

  /** Its value in a new job. */
  public String standard() {
    return standard;
  }

  @Override
  public String read(Job job, HpcPackTimes times) {
    return reader.apply(job, times);
  }

  @Override
  public Comparable<?> sortKey(Job job, HpcPackTimes times) {
    return switch (this) {
      case CHANGE_TIME -> job.changeTime();
      case CREATE_TIME -> job.createTime();
      case SUBMIT_TIME -> job.submitTime();
      case START_TIME -> job.startTime();
      case END_TIME -> job.endTime();
      default -> PropertyName.super.sortKey(job, times);
    };
  }

  private String formatted(String kept, HpcPackTimes times) {
    return kind == TIME && !kept.isEmpty() ? times.format(Instant.parse(kept)) : kept;
  }
}
