package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A pool of compute nodes. */
public final class Pool extends VersionedEntity {

  private final StateHistory<PoolState> state;
  private final StateHistory<AllocationState> allocation;
  private final NavigableMap<String, ComputeNode> nodes = new TreeMap<>();
  private final AutoScale autoScale;
  private JsonObject definition;
  private NodeTargets targets = new NodeTargets(0, 0);

  /**
   * @param definition the members that requests set, without those about scaling
   */
  Pool(AccountContext context, String id, JsonObject definition, AutoScale autoScale) {
    super(context, id);
    this.definition = definition;
    this.autoScale = autoScale;
    state = new StateHistory<>(PoolState.ACTIVE, now());
    allocation = new StateHistory<>(AllocationState.STEADY, now());
  }

  JsonObject definition() {
    return definition;
  }

  /** Replaces what requests set. */
  void define(JsonObject changed) {
    definition = changed;
    changed();
  }

  boolean isActive() {
    return state.isIn(PoolState.ACTIVE);
  }

  void deleting() {
    state.move(PoolState.DELETING, now());
    changed();
  }

  boolean isSteady() {
    return allocation.isIn(AllocationState.STEADY);
  }

  AllocationState allocation() {
    return allocation.state();
  }

  void allocation(AllocationState next) {
    allocation.move(next, now());
    changed();
  }

  AutoScale autoScale() {
    return autoScale;
  }

  NodeTargets targets() {
    return targets;
  }

  void targets(NodeTargets wanted) {
    targets = wanted;
  }

  /** Its nodes by their ids. */
  public NavigableMap<String, ComputeNode> nodes() {
    return nodes;
  }

  int slotsPerNode() {
    return definition.getInteger("taskSlotsPerNode", 1);
  }

  boolean packsTasks() {
    JsonObject policy = definition.getJsonObject("taskSchedulingPolicy", new JsonObject());
    return "Pack".equals(policy.getString("nodeFillType"));
  }

  JsonObject startTask() {
    return definition.getJsonObject("startTask");
  }

  private JsonObject virtualMachines() {
    return definition.getJsonObject("virtualMachineConfiguration");
  }

  JsonObject imageReference() {
    return virtualMachines().getJsonObject("imageReference");
  }

  boolean isWindows() {
    String agent = virtualMachines().getString("nodeAgentSKUId");
    return agent.toLowerCase(Locale.ROOT).contains("windows");
  }

  JsonArray extensions() {
    return virtualMachines().getJsonArray("extensions", new JsonArray());
  }

  @Override
  public JsonObject members() {
    JsonObject members = head(definition.getString("displayName"));
    state.writeState(members);
    members
        .put("allocationState", Wire.name(allocation.state()))
        .put("allocationStateTransitionTime", allocation.sinceText());
    definition.forEach(member -> members.put(member.getKey(), member.getValue()));
    members
        .put("currentDedicatedNodes", count(true))
        .put("currentLowPriorityNodes", count(false))
        .put("targetDedicatedNodes", targets.dedicated())
        .put("targetLowPriorityNodes", targets.lowPriority())
        .put("taskSlotsPerNode", slotsPerNode());
    autoScale.write(members);
    return members;
  }

  private long count(boolean dedicated) {
    return nodes.values().stream()
        .filter(node -> node.isDedicated() == dedicated && node.state() != NodeState.CREATING)
        .count();
  }

  @Override
  public String path() {
    return "/pools/" + id();
  }
}
