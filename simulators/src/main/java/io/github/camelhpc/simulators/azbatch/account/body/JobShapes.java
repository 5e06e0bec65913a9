package io.github.camelhpc.simulators.azbatch.account.body;

import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.BOOLEAN;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.DISPLAY_NAME;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.ID;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.KEPT_OBJECT;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.NOT_EMPTY;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.TEXT;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.TIME;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.duration;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.namesAndValues;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.number;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.object;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.oneOf;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import java.time.Duration;

/** The bodies about jobs and job schedules (facts/azbatch.md §3.2). */
public final class JobShapes {

  private static final Shape CONSTRAINTS =
      new Shape()
          .optional("maxWallClockTime", duration(null, null))
          .optional("maxTaskRetryCount", number(-1, Integer.MAX_VALUE));

  private static final Shape POOL_INFO =
      new Shape()
          .optional("poolId", NOT_EMPTY)
          .notServed(
              "autoPoolSpecification",
              "The stand-in makes no pools for jobs. Add a pool and name it by poolId.");

  /** What updates can change. */
  private static final Shape CHANGEABLE =
      new Shape()
          .optional("priority", number(-1000, 1000))
          .optional("maxParallelTasks", JobShapes::parallelTasks)
          .optional("allowTaskPreemption", JobShapes::preemption)
          .optional("constraints", object(CONSTRAINTS))
          .optional("metadata", namesAndValues())
          .optional("onAllTasksComplete", oneOf("noaction", "terminatejob"))
          .optional("poolInfo", object(POOL_INFO));

  /** JobSpecification: what a schedule says about its jobs. */
  private static final Shape SPECIFICATION =
      CHANGEABLE
          .required("poolInfo", object(POOL_INFO))
          .optional("displayName", DISPLAY_NAME)
          .optional("usesTaskDependencies", BOOLEAN)
          .optional("jobManagerTask", object(TaskShapes.JOB_MANAGER))
          .optional("jobPreparationTask", object(TaskShapes.PREPARATION))
          .optional("jobReleaseTask", object(TaskShapes.RELEASE))
          .optional("commonEnvironmentSettings", namesAndValues())
          .optional("onTaskFailure", oneOf("noaction", "performexitoptionsjobaction"))
          .optional("networkConfiguration", KEPT_OBJECT);

  /** JobAddParameter. */
  public static final Shape ADD = new Shape().required("id", ID).including(SPECIFICATION);

  /** JobUpdateParameter. */
  public static final Shape UPDATE = CHANGEABLE.required("poolInfo", object(POOL_INFO));

  /** JobPatchParameter. */
  public static final Shape PATCH = CHANGEABLE.optional("networkConfiguration", KEPT_OBJECT);

  /** JobDisableParameter. */
  public static final Shape DISABLE =
      new Shape().required("disableTasks", oneOf("requeue", "terminate", "wait"));

  /** JobTerminateParameter. */
  public static final Shape TERMINATE = new Shape().optional("terminateReason", TEXT);

  private static final Kind AT_LEAST_A_MINUTE = duration(Duration.ofMinutes(1), null);

  private static final Shape SCHEDULE =
      new Shape()
          .optional("doNotRunUntil", TIME)
          .optional("doNotRunAfter", TIME)
          .optional("startWindow", AT_LEAST_A_MINUTE)
          .optional("recurrenceInterval", AT_LEAST_A_MINUTE);

  /** JobScheduleAddParameter. */
  public static final Shape SCHEDULE_ADD =
      new Shape()
          .required("id", ID)
          .optional("displayName", DISPLAY_NAME)
          .required("schedule", object(SCHEDULE))
          .required("jobSpecification", object(SPECIFICATION))
          .optional("metadata", namesAndValues());

  /** JobScheduleUpdateParameter. */
  public static final Shape SCHEDULE_UPDATE =
      new Shape()
          .required("schedule", object(SCHEDULE))
          .required("jobSpecification", object(SPECIFICATION))
          .optional("metadata", namesAndValues());

  /** JobSchedulePatchParameter. */
  public static final Shape SCHEDULE_PATCH =
      new Shape()
          .optional("schedule", object(SCHEDULE))
          .optional("jobSpecification", object(SPECIFICATION))
          .optional("metadata", namesAndValues());

  private JobShapes() {}

  private static Object preemption(String name, Object value) {
    if (BOOLEAN.check(name, value).equals(true)) {
      throw BatchFault.unsupportedProperty(
          name, "The stand-in takes no nodes from running tasks for other jobs. Use false.");
    }
    return value;
  }

  private static Object parallelTasks(String name, Object value) {
    Object checked = number(-1, Integer.MAX_VALUE).check(name, value);
    if (checked.equals(0)) {
      throw BatchFault.invalidProperty(name, value, "It must be -1 (no limit) or greater than 0.");
    }
    return checked;
  }
}
