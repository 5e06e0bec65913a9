package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What the request for a new pool says about the number of its nodes.
 *
 * @param targets how many; null if a formula says it
 * @param formula the formula; null if there is none
 * @param interval how often it is evaluated; null for the default
 */
record PoolScale(NodeTargets targets, String formula, String interval) {

  private static final List<String> MEMBERS =
      List.of(
          "id",
          "targetDedicatedNodes",
          "targetLowPriorityNodes",
          "enableAutoScale",
          "autoScaleFormula",
          "autoScaleEvaluationInterval");

  static PoolScale of(JsonObject body) {
    boolean byFormula = body.getBoolean("enableAutoScale", false);
    boolean hasTargets =
        body.containsKey("targetDedicatedNodes") || body.containsKey("targetLowPriorityNodes");
    if (byFormula) {
      if (!body.containsKey("autoScaleFormula")) {
        throw BatchFault.missingProperty("autoScaleFormula");
      }
      if (hasTargets) {
        throw invalid("A pool that is scaled by a formula has no target numbers of nodes.");
      }
      return new PoolScale(
          null, body.getString("autoScaleFormula"), body.getString("autoScaleEvaluationInterval"));
    }
    if (body.containsKey("autoScaleFormula") || body.containsKey("autoScaleEvaluationInterval")) {
      throw invalid("A formula needs enableAutoScale true.");
    }
    if (!hasTargets) {
      throw BatchFault.missingProperty("targetDedicatedNodes");
    }
    NodeTargets targets =
        new NodeTargets(
            body.getInteger("targetDedicatedNodes", 0),
            body.getInteger("targetLowPriorityNodes", 0));
    return new PoolScale(targets, null, null);
  }

  private static BatchFault invalid(String reason) {
    return BatchFault.of(
            400, "InvalidAutoScalingSettings", "The specified autoscale settings are invalid.")
        .with("Reason", reason);
  }

  /** The other members, with what a GET fills in (facts/azbatch.md §3.2). */
  static JsonObject without(JsonObject body) {
    JsonObject definition =
        new JsonObject()
            .put("resizeTimeout", "PT15M")
            .put("taskSlotsPerNode", 1)
            .put("taskSchedulingPolicy", new JsonObject().put("nodeFillType", "Spread"))
            .put("enableInterNodeCommunication", false)
            .mergeIn(body.copy());
    MEMBERS.forEach(definition::remove);
    JsonObject image =
        definition.getJsonObject("virtualMachineConfiguration").getJsonObject("imageReference");
    if (image.containsKey("publisher") && !image.containsKey("version")) {
      image.put("version", "latest");
    }
    return definition;
  }
}
