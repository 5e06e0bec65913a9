package io.github.camelhpc.simulators.azbatch.account.body;

import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.BOOLEAN;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.DISPLAY_NAME;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.ID;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.KEPT_LIST;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.KEPT_OBJECT;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.NOT_EMPTY;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.TEXT;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.TIME;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.duration;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.listOf;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.namesAndValues;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.number;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.object;
import static io.github.camelhpc.simulators.azbatch.account.body.Kinds.oneOf;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.util.Locale;

/** The bodies about pools and nodes (facts/azbatch.md §3.2). */
public final class PoolShapes {

  private static final Kind NODES = number(0, 100_000);
  private static final Kind RESIZE_TIMEOUT = duration(Duration.ofMinutes(5), null);
  private static final Kind INTERVAL = duration(Duration.ofMinutes(5), Duration.ofHours(168));

  /** What retained data would wait for is kept for ever here, so that option is not served. */
  private static final Kind DEALLOCATION =
      (name, value) -> {
        if ("retaineddata".equalsIgnoreCase(String.valueOf(value))) {
          throw BatchFault.unsupportedProperty(
              name, "The stand-in does not serve retaineddata. Use taskcompletion.");
        }
        return oneOf("requeue", "terminate", "taskcompletion").check(name, value);
      };

  private static final Kind SCHEDULING = oneOf("requeue", "terminate", "taskcompletion");

  private static final Kind COMMUNICATION = oneOf("default", "classic", "simplified");

  private static final Shape FILL = new Shape().required("nodeFillType", oneOf("Spread", "Pack"));

  private static final Shape EXTENSION =
      new Shape()
          .required("name", NOT_EMPTY)
          .required("publisher", NOT_EMPTY)
          .required("type", NOT_EMPTY)
          .optional("typeHandlerVersion", TEXT)
          .optional("autoUpgradeMinorVersion", BOOLEAN)
          .optional("enableAutomaticUpgrade", BOOLEAN)
          .optional("settings", KEPT_OBJECT)
          .optional("protectedSettings", KEPT_OBJECT)
          .optional("provisionAfterExtensions", KEPT_LIST);

  private static final Shape VIRTUAL_MACHINES =
      new Shape()
          .required("imageReference", KEPT_OBJECT)
          .required("nodeAgentSKUId", NOT_EMPTY)
          .optional("windowsConfiguration", KEPT_OBJECT)
          .optional("dataDisks", KEPT_LIST)
          .optional("licenseType", TEXT)
          .optional("containerConfiguration", KEPT_OBJECT)
          .optional("diskEncryptionConfiguration", KEPT_OBJECT)
          .optional("nodePlacementConfiguration", KEPT_OBJECT)
          .optional("extensions", listOf(object(EXTENSION)))
          .optional("osDisk", KEPT_OBJECT)
          .optional("securityProfile", KEPT_OBJECT)
          .optional("serviceArtifactReference", KEPT_OBJECT);

  /** What a pool can be given at its creation and by a patch. */
  private static final Shape CHANGEABLE =
      new Shape()
          .optional("displayName", DISPLAY_NAME)
          .optional("vmSize", PoolShapes::vmSize)
          .optional("virtualMachineConfiguration", object(VIRTUAL_MACHINES))
          .optional("taskSlotsPerNode", number(1, 256))
          .optional("taskSchedulingPolicy", object(FILL))
          .optional("enableInterNodeCommunication", BOOLEAN)
          .optional("networkConfiguration", KEPT_OBJECT)
          .optional("startTask", object(TaskShapes.START_TASK))
          .optional("certificateReferences", PoolShapes::certificates)
          .optional("applicationPackageReferences", KEPT_LIST)
          .optional("userAccounts", KEPT_LIST)
          .optional("metadata", namesAndValues())
          .optional("mountConfiguration", KEPT_LIST)
          .optional("targetNodeCommunicationMode", COMMUNICATION)
          .optional("upgradePolicy", KEPT_OBJECT)
          .optional("resourceTags", KEPT_OBJECT);

  /** PoolAddParameter. */
  public static final Shape ADD =
      new Shape()
          .required("id", ID)
          .including(CHANGEABLE)
          .required("vmSize", PoolShapes::vmSize)
          .required("virtualMachineConfiguration", object(VIRTUAL_MACHINES))
          .optional("resizeTimeout", RESIZE_TIMEOUT)
          .optional("targetDedicatedNodes", NODES)
          .optional("targetLowPriorityNodes", NODES)
          .optional("enableAutoScale", BOOLEAN)
          .optional("autoScaleFormula", NOT_EMPTY)
          .optional("autoScaleEvaluationInterval", INTERVAL);

  /** PoolPatchParameter. */
  public static final Shape PATCH = CHANGEABLE;

  /** PoolUpdatePropertiesParameter. */
  public static final Shape PROPERTIES =
      new Shape()
          .optional("startTask", object(TaskShapes.START_TASK))
          .required("certificateReferences", PoolShapes::certificates)
          .required("applicationPackageReferences", KEPT_LIST)
          .required("metadata", namesAndValues())
          .optional("targetNodeCommunicationMode", COMMUNICATION);

  /** PoolResizeParameter. */
  public static final Shape RESIZE =
      new Shape()
          .optional("targetDedicatedNodes", NODES)
          .optional("targetLowPriorityNodes", NODES)
          .optional("resizeTimeout", RESIZE_TIMEOUT)
          .optional("nodeDeallocationOption", DEALLOCATION);

  /** NodeRemoveParameter. */
  public static final Shape REMOVE_NODES =
      new Shape()
          .required("nodeList", listOf(NOT_EMPTY))
          .optional("resizeTimeout", RESIZE_TIMEOUT)
          .optional("nodeDeallocationOption", DEALLOCATION);

  /** PoolEnableAutoScaleParameter. */
  public static final Shape ENABLE_AUTO_SCALE =
      new Shape()
          .optional("autoScaleFormula", NOT_EMPTY)
          .optional("autoScaleEvaluationInterval", INTERVAL);

  /** PoolEvaluateAutoScaleParameter. */
  public static final Shape EVALUATE_AUTO_SCALE =
      new Shape().required("autoScaleFormula", NOT_EMPTY);

  /** NodeRebootParameter. */
  public static final Shape REBOOT = new Shape().optional("nodeRebootOption", DEALLOCATION);

  /** NodeReimageParameter. */
  public static final Shape REIMAGE = new Shape().optional("nodeReimageOption", DEALLOCATION);

  /** NodeDeallocateParameter. */
  public static final Shape DEALLOCATE = new Shape().optional("nodeDeallocateOption", DEALLOCATION);

  /** NodeDisableSchedulingParameter. */
  public static final Shape DISABLE_SCHEDULING =
      new Shape().optional("nodeDisableSchedulingOption", SCHEDULING);

  /** NodeUpdateUserParameter. */
  public static final Shape UPDATE_USER =
      new Shape()
          .optional("expiryTime", TIME)
          .optional("password", TEXT)
          .optional("sshPublicKey", TEXT);

  /** ComputeNodeUser. */
  public static final Shape ADD_USER =
      new Shape().required("name", NOT_EMPTY).including(UPDATE_USER).optional("isAdmin", BOOLEAN);

  /** UploadBatchServiceLogsConfiguration. */
  public static final Shape UPLOAD_LOGS =
      new Shape()
          .required("containerUrl", NOT_EMPTY)
          .required("startTime", TIME)
          .optional("endTime", TIME)
          .optional("identityReference", KEPT_OBJECT);

  private PoolShapes() {}

  private static Object vmSize(String name, Object value) {
    // returned in lower case (facts/azbatch.md §2.5)
    return ((String) NOT_EMPTY.check(name, value)).toLowerCase(Locale.ROOT);
  }

  /** There are no certificates here, so none can be referred to. */
  private static Object certificates(String name, Object value) {
    JsonArray list = (JsonArray) KEPT_LIST.check(name, value);
    if (!list.isEmpty()) {
      throw BatchFault.unsupportedProperty(
          name, "The stand-in has no certificates. Leave the list empty.");
    }
    return list;
  }
}
