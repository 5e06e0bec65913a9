package io.github.camelhpc.simulators.azbatch.account.body;

import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.BOOLEAN;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.DISPLAY_NAME;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.ID;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.KEPT_LIST;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.KEPT_OBJECT;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.NOT_EMPTY;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.TEXT;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.duration;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.listOf;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.namesAndValues;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.number;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.object;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.oneOf;

import java.time.Duration;

/** The bodies about tasks (facts/azbatch.md §3.2). */
public final class TaskShapes {

  static final Shape CONSTRAINTS =
      new Shape()
          .optional("maxWallClockTime", duration(null, null))
          .optional("retentionTime", duration(null, null))
          .optional("maxTaskRetryCount", number(-1, Integer.MAX_VALUE));

  static final Kind USER_IDENTITY =
      object(
          new Shape()
              .optional("username", TEXT)
              .optional(
                  "autoUser",
                  object(
                      new Shape()
                          .optional("scope", oneOf("task", "pool"))
                          .optional("elevationLevel", oneOf("nonadmin", "admin")))));

  /** What every command line of the service can have with it. */
  static final Shape COMMAND =
      new Shape()
          .required("commandLine", NOT_EMPTY)
          .optional("containerSettings", KEPT_OBJECT)
          .optional("resourceFiles", KEPT_LIST)
          .optional("environmentSettings", namesAndValues())
          .optional("userIdentity", USER_IDENTITY);

  private static final Shape EXIT_OPTIONS =
      new Shape()
          .optional("jobAction", oneOf("none", "disable", "terminate"))
          .optional("dependencyAction", oneOf("satisfy", "block"));

  private static final Kind ANY_INT = number(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private static final Shape EXIT_CONDITIONS =
      new Shape()
          .optional(
              "exitCodes",
              listOf(
                  object(
                      new Shape()
                          .required("code", ANY_INT)
                          .required("exitOptions", object(EXIT_OPTIONS)))))
          .optional(
              "exitCodeRanges",
              listOf(
                  object(
                      new Shape()
                          .required("start", ANY_INT)
                          .required("end", ANY_INT)
                          .required("exitOptions", object(EXIT_OPTIONS)))))
          .optional("preProcessingError", object(EXIT_OPTIONS))
          .optional("fileUploadError", object(EXIT_OPTIONS))
          .optional("default", object(EXIT_OPTIONS));

  private static final Shape DEPENDENCIES =
      new Shape()
          .optional("taskIds", listOf(TEXT))
          .optional(
              "taskIdRanges",
              listOf(
                  object(
                      new Shape()
                          .required("start", number(0, Integer.MAX_VALUE))
                          .required("end", number(0, Integer.MAX_VALUE)))));

  private static final Shape MULTI_INSTANCE =
      new Shape()
          .optional("numberOfInstances", number(1, Integer.MAX_VALUE))
          .required("coordinationCommandLine", NOT_EMPTY)
          .optional("commonResourceFiles", KEPT_LIST);

  /** TaskAddParameter. */
  public static final Shape ADD =
      new Shape()
          .required("id", ID)
          .including(COMMAND)
          .optional("displayName", DISPLAY_NAME)
          .optional("exitConditions", object(EXIT_CONDITIONS))
          .optional("outputFiles", KEPT_LIST)
          .optional("affinityInfo", object(new Shape().required("affinityId", NOT_EMPTY)))
          .optional("constraints", object(CONSTRAINTS))
          .optional("requiredSlots", number(1, 256))
          .optional("multiInstanceSettings", object(MULTI_INSTANCE))
          .optional("dependsOn", object(DEPENDENCIES))
          .optional("applicationPackageReferences", KEPT_LIST)
          .optional("authenticationTokenSettings", KEPT_OBJECT);

  /** TaskUpdateParameter. */
  public static final Shape UPDATE = new Shape().optional("constraints", object(CONSTRAINTS));

  /** TaskAddCollectionParameter; its tasks are checked one by one. */
  public static final Shape COLLECTION = new Shape().required("value", KEPT_LIST);

  static final Shape JOB_MANAGER =
      new Shape()
          .required("id", ID)
          .including(COMMAND)
          .optional("displayName", DISPLAY_NAME)
          .optional("outputFiles", KEPT_LIST)
          .optional("constraints", object(CONSTRAINTS))
          .optional("requiredSlots", number(1, 256))
          .optional("killJobOnCompletion", BOOLEAN)
          .optional("runExclusive", BOOLEAN)
          .optional("applicationPackageReferences", KEPT_LIST)
          .optional("authenticationTokenSettings", KEPT_OBJECT)
          .optional("allowLowPriorityNode", BOOLEAN);

  static final Shape PREPARATION =
      new Shape()
          .optional("id", ID)
          .including(COMMAND)
          .optional("constraints", object(CONSTRAINTS))
          .optional("waitForSuccess", BOOLEAN)
          .optional("rerunOnNodeRebootAfterSuccess", BOOLEAN);

  static final Shape RELEASE =
      new Shape()
          .optional("id", ID)
          .including(COMMAND)
          .optional("maxWallClockTime", duration(null, Duration.ofMinutes(15)))
          .optional("retentionTime", duration(null, null));

  static final Shape START_TASK =
      new Shape()
          .including(COMMAND)
          .optional("maxTaskRetryCount", number(-1, Integer.MAX_VALUE))
          .optional("waitForSuccess", BOOLEAN);

  private TaskShapes() {}
}
