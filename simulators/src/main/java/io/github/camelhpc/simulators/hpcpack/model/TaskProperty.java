package io.github.camelhpc.simulators.hpcpack.model;

import static io.github.camelhpc.simulators.hpcpack.model.Access.READ_ONLY;
import static io.github.camelhpc.simulators.hpcpack.model.Access.READ_WRITE;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.BOOLEAN;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.COUNT;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.EXIT_CODES;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.LIST;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.NUMBER;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.TASK_TYPE;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.TEXT;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.TIME;

import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The properties of a task (facts/hpcpack.md §3.2). */
public enum TaskProperty implements PropertyName<Task> {
  ALLOCATED_CORE_IDS("AllocatedCoreIds", TEXT, Task::allocatedCoreIds),
  ALLOCATED_NODES("AllocatedNodes", LIST, task -> String.join(",", task.allocatedNodes())),
  CHANGE_TIME("ChangeTime", Task::changeTime),
  CREATE_TIME("CreateTime", Task::createTime),
  END_TIME("EndTime", Task::endTime),
  ERROR_MESSAGE("ErrorMessage", TEXT, Task::errorMessage),
  EXIT_CODE("ExitCode", NUMBER, Task::exitCode),
  HAS_RUNTIME("HasRuntime", BOOLEAN, task -> task.runtimeSeconds() > 0 ? "True" : "False"),
  INSTANCE_ID("InstanceId", NUMBER, Task::instanceId),
  IS_SERVICE_CONCLUDED("IsServiceConcluded", BOOLEAN, task -> "False"),
  JOB_TASK_ID("JobTaskId", NUMBER, Task::taskId),
  OUTPUT("Output", TEXT, Task::output),
  PARENT_JOB_ID("ParentJobId", NUMBER, task -> task.job().id()),
  PREVIOUS_STATE("PreviousState", TEXT, task -> task.previousState().wireName()),
  REQUEUE_COUNT("RequeueCount", NUMBER, Task::requeueCount),
  START_TIME("StartTime", Task::startTime),
  STATE("State", TEXT, task -> task.state().wireName()),
  SUBMIT_TIME("SubmitTime", Task::submitTime),
  TASK_ID("TaskId", TEXT, Task::dottedId),

  COMMAND_LINE("CommandLine", TEXT, READ_WRITE, "") {
    @Override
    public String read(Task task, HpcPackTimes times) {
      return task.commandLine();
    }
  },
  DEPENDS_ON("DependsOn", LIST, READ_WRITE, ""),
  END_VALUE("EndValue", NUMBER, READ_WRITE, ""),
  FAIL_JOB_ON_FAILURE("FailJobOnFailure", BOOLEAN, READ_WRITE, "False"),
  FAIL_JOB_ON_FAILURE_COUNT("FailJobOnFailureCount", COUNT, READ_WRITE, "1"),
  INCREMENT_VALUE("IncrementValue", NUMBER, READ_WRITE, "1"),
  IS_EXCLUSIVE("IsExclusive", BOOLEAN, READ_WRITE, "False"),
  IS_RERUNNABLE("IsRerunnable", BOOLEAN, READ_WRITE, "True"),
  MAX_CORES("MaxCores", COUNT, READ_WRITE, "1"),
  MAX_NODES("MaxNodes", COUNT, READ_WRITE, "1"),
  MAX_SOCKETS("MaxSockets", COUNT, READ_WRITE, "1"),
  MIN_CORES("MinCores", COUNT, READ_WRITE, "1"),
  MIN_NODES("MinNodes", COUNT, READ_WRITE, "1"),
  MIN_SOCKETS("MinSockets", COUNT, READ_WRITE, "1"),
  NAME("Name", TEXT, READ_WRITE, ""),
  REQUIRED_NODES("RequiredNodes", LIST, READ_WRITE, ""),
  RUNTIME_SECONDS("RuntimeSeconds", COUNT, READ_WRITE, "0"),
  START_VALUE("StartValue", NUMBER, READ_WRITE, "1"),
  STD_ERR_FILE_PATH("StdErrFilePath", TEXT, READ_WRITE, ""),
  STD_IN_FILE_PATH("StdInFilePath", TEXT, READ_WRITE, ""),
  STD_OUT_FILE_PATH("StdOutFilePath", TEXT, READ_WRITE, ""),
  TASK_VALID_EXIT_CODES("TaskValidExitCodes", EXIT_CODES, READ_WRITE, ""),
  TYPE("Type", TASK_TYPE, READ_WRITE, "Basic"),
  USER_BLOB("UserBlob", TEXT, READ_WRITE, ""),
  WORK_DIRECTORY("WorkDirectory", TEXT, READ_WRITE, ""),

  /** How often a failed run has been repeated; only counted by the service. */
  EXECUTION_FAILURE_RETRY_COUNT("ExecutionFailureRetryCount", NUMBER, Task::retryCount),
  /** The same number: this service requeues by itself only after a failed run. */
  AUTO_REQUEUE_COUNT("AutoRequeueCount", NUMBER, Task::retryCount),
  EXIT_IF_POSSIBLE("ExitIfPossible", BOOLEAN, task -> "False"),
  REQUESTED_NODE_GROUP("RequestedNodeGroup", LIST, READ_WRITE, "");

  private static final Map<String, TaskProperty> BY_NAME = PropertyName.index(values());

  private final String wireName;
  private final ValueKind kind;
  private final Access access;
  private final String standard;
  private final BiFunction<Task, HpcPackTimes, String> reader;

  /** A property that clients set and the task keeps. */
  TaskProperty(String wireName, ValueKind kind, Access access, String standard) {
    this.wireName = wireName;
    this.kind = kind;
    this.access = access;
    this.standard = standard;
    this.reader = (task, times) -> task.setting(this);
  }

  /** A property that only the service sets. */
  TaskProperty(String wireName, ValueKind kind, Function<Task, Object> reader) {
    this.wireName = wireName;
    this.kind = kind;
    this.access = READ_ONLY;
    this.standard = "";
    this.reader = (task, times) -> String.valueOf(reader.apply(task));
  }

  /** A time that only the service sets. */
  TaskProperty(String wireName, ToLongFunction<Task> reader) {
    this.wireName = wireName;
    this.kind = TIME;
    this.access = READ_ONLY;
    this.standard = "";
    this.reader = (task, times) -> times.format(reader.applyAsLong(task));
  }

  /** The property of this name, without regard to case. */
  public static Optional<TaskProperty> named(String name) {
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

  /** Its value in a new task. */
  public String standard() {
    return standard;
  }

  @Override
  public String read(Task task, HpcPackTimes times) {
    return reader.apply(task, times);
  }

  @Override
  public Comparable<?> sortKey(Task task, HpcPackTimes times) {
    return switch (this) {
      case CHANGE_TIME -> task.changeTime();
      case CREATE_TIME -> task.createTime();
      case SUBMIT_TIME -> task.submitTime();
      case START_TIME -> task.startTime();
      case END_TIME -> task.endTime();
      case TASK_ID -> task.order();
      default -> PropertyName.super.sortKey(task, times);
    };
  }
}
