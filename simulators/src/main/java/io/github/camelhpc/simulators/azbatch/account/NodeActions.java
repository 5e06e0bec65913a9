package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.body.PoolShapes;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What can be done with a node (facts/azbatch.md §1.1). */
public final class NodeActions {

  private final AccountContext context;
  private final Pools pools;
  private final NodeLife life;
  private final TaskScheduler scheduler;
  private final TaskRuns runs;

  NodeActions(
      AccountContext context, Pools pools, NodeLife life, TaskScheduler scheduler, TaskRuns runs) {
    this.context = context;
    this.pools = pools;
    this.life = life;
    this.scheduler = scheduler;
    this.runs = runs;
  }

  /** Starts a node again. */
  public ComputeNode reboot(String poolId, String nodeId, JsonObject body) {
    JsonObject checked = PoolShapes.REBOOT.check(body);
    ComputeNode node = usable(poolId, nodeId);
    EvictionOption option = EvictionOption.of(checked, "nodeRebootOption");
    restart(node, option, NodeState.REBOOTING, true);
    return node;
  }

  /** Starts a node again, with an empty disk. */
  public ComputeNode reimage(String poolId, String nodeId, JsonObject body) {
    JsonObject checked = PoolShapes.REIMAGE.check(body);
    ComputeNode node = usable(poolId, nodeId);
    EvictionOption option = EvictionOption.of(checked, "nodeReimageOption");
    restart(node, option, NodeState.REIMAGING, false);
    return node;
  }

  private void restart(
      ComputeNode node, EvictionOption option, NodeState state, boolean keepsFiles) {
    life.empty(
        node,
        option,
        "The node was restarted.",
        () -> {
          life.stop(node, state, keepsFiles);
          context.after(
              context.settings().bootTime(),
              () -> {
                if (node.state() == state) {
                  life.boot(List.of(node));
                }
              });
        });
  }

  /** Gives the machine of a node back; the node stays. */
  public ComputeNode deallocate(String poolId, String nodeId, JsonObject body) {
    JsonObject checked = PoolShapes.DEALLOCATE.check(body);
    ComputeNode node = usable(poolId, nodeId);
    EvictionOption option = EvictionOption.of(checked, "nodeDeallocateOption");
    life.empty(
        node,
        option,
        "The node was deallocated.",
        () -> {
          life.stop(node, NodeState.DEALLOCATING, true);
          context.after(context.settings().allocationTime(), () -> deallocated(node));
        });
    return node;
  }

  private static void deallocated(ComputeNode node) {
    if (node.state() == NodeState.DEALLOCATING) {
      node.moveTo(NodeState.DEALLOCATED);
    }
  }

  /** Starts a node that was deallocated. */
  public ComputeNode start(String poolId, String nodeId) {
    ComputeNode node = node(poolId, nodeId);
    if (node.state() != NodeState.DEALLOCATED || node.isLeaving()) {
      throw Conflict.of("OperationNotValidOnNode", "The specified node is not deallocated.");
    }
    life.boot(List.of(node));
    return node;
  }

  /** The node takes no more tasks. */
  public ComputeNode disableScheduling(String poolId, String nodeId, JsonObject body) {
    JsonObject checked = PoolShapes.DISABLE_SCHEDULING.check(body);
    ComputeNode node = node(poolId, nodeId);
    schedule(node, false);
    runs.evict(
        node,
        EvictionOption.of(checked, "nodeDisableSchedulingOption"),
        "Task scheduling of the node was disabled.");
    return node;
  }

  /** The node takes tasks again. */
  public ComputeNode enableScheduling(String poolId, String nodeId) {
    ComputeNode node = node(poolId, nodeId);
    schedule(node, true);
    return node;
  }

  private void schedule(ComputeNode node, boolean enabled) {
    if (node.isSchedulingEnabled() == enabled) {
      throw Conflict.of(
          "NodeAlreadyInTargetSchedulingState",
          "Task scheduling of the specified node is already "
              + (enabled ? "enabled." : "disabled."));
    }
    node.enableScheduling(enabled);
    scheduler.update(node);
  }

  private ComputeNode node(String poolId, String nodeId) {
    pools.active(poolId);
    return pools.node(poolId, nodeId);
  }

  /** A node that is idle or running, and stays. */
  ComputeNode usable(String poolId, String nodeId) {
    ComputeNode node = node(poolId, nodeId);
    if (node.isLeaving()) {
      throw Conflict.of("OperationNotValidOnNode", "The specified node is leaving its pool.");
    }
    if (node.isDraining() && node.state().isUsable()) {
      throw Conflict.of(
          "NodeBeingRebooted", "The specified node waits for its tasks before it is stopped.");
    }
    if (!node.state().isUsable()) {
      throw refused(node);
    }
    return node;
  }

  private static BatchFault refused(ComputeNode node) {
    String code =
        switch (node.state()) {
          case CREATING -> "NodeBeingCreated";
          case STARTING, WAITING_FOR_START_TASK -> "NodeBeingStarted";
          case REBOOTING -> "NodeBeingRebooted";
          case REIMAGING -> "NodeBeingReimaged";
          case UNUSABLE -> "NodeStateUnusable";
          default -> "OperationNotValidOnNode";
        };
    return Conflict.of(
        code, "The specified node is " + Wire.name(node.state()) + ", not idle or running.");
  }
}
