package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.body.PoolShapes;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The pools of an account, and what can be done with them (facts/azbatch.md §1.1). */
public final class Pools {

  private static final int MOST_REMOVED = 100;

  /** What a patch can change only while the pool has no nodes. */
  private static final Set<String> CHANGEABLE_WITH_NODES =
      Set.of(
          "startTask",
          "certificateReferences",
          "applicationPackageReferences",
          "metadata",
          "targetNodeCommunicationMode");

  private final AccountContext context;
  private final PoolAllocation allocation;
  private final NavigableMap<String, Pool> pools = new TreeMap<>();
  private AutoScaling autoScaling;

  Pools(AccountContext context, PoolAllocation allocation) {
    this.context = context;
    this.allocation = allocation;
    allocation.onEmpty(pool -> pools.remove(pool.key(), pool));
  }

  void connect(AutoScaling scaling) {
    autoScaling = scaling;
  }

  /** All pools by their keys. */
  public NavigableMap<String, Pool> all() {
    return pools;
  }

  /** A pool by its id, in any letter case. */
  public Pool get(String id) {
    Pool pool = pools.get(Wire.key(id));
    if (pool == null) {
      throw Missing.pool();
    }
    return pool;
  }

  /** A pool that is not being deleted. */
  Pool active(String id) {
    Pool pool = get(id);
    if (!pool.isActive()) {
      throw Conflict.of("PoolBeingDeleted", "The specified pool has been marked for deletion.");
    }
    return pool;
  }

  /** A pool that is not being resized either. */
  Pool steady(String id) {
    Pool pool = active(id);
    if (!pool.isSteady()) {
      throw Conflict.of("PoolBeingResized", "The specified pool is being resized.");
    }
    return pool;
  }

  /** Adds the pool that a request describes. */
  public Pool add(JsonObject body) {
    JsonObject checked = PoolShapes.ADD.check(body);
    context.commandRules().check(checked.getJsonObject("startTask"));
    PoolScale scale = PoolScale.of(checked);
    String id = checked.getString("id");
    if (pools.containsKey(Wire.key(id))) {
      throw Conflict.exists("PoolExists", "pool");
    }
    if (pools.size() >= context.settings().poolQuota()) {
      throw Conflict.of("PoolQuotaReached", "The quota of pools of the account has been reached.");
    }
    Pool pool = new Pool(context, id, PoolScale.without(checked), new AutoScale());
    pools.put(pool.key(), pool);
    if (scale.formula() == null) {
      allocation.resize(pool, scale.targets(), EvictionOption.REQUEUE);
    } else {
      autoScaling.begin(pool, scale.formula(), scale.interval());
    }
    return pool;
  }

  /** Adds a pool whose nodes are up at once; for arranging tests. */
  Pool addReady(JsonObject body, int nodes) {
    JsonObject checked = PoolShapes.ADD.check(body);
    Pool pool =
        new Pool(context, checked.getString("id"), PoolScale.without(checked), new AutoScale());
    if (pools.putIfAbsent(pool.key(), pool) != null) {
      throw Conflict.exists("PoolExists", "pool");
    }
    allocation.allocateNow(pool, nodes);
    return pool;
  }

  /** Changes what is given. */
  public Pool patch(String id, JsonObject body) {
    JsonObject patch = PoolShapes.PATCH.check(body);
    context.commandRules().check(patch.getJsonObject("startTask"));
    Pool pool = active(id);
    for (String name : patch.fieldNames()) {
      if (!CHANGEABLE_WITH_NODES.contains(name) && !pool.nodes().isEmpty()) {
        throw Conflict.of(
            "OperationInvalidForCurrentState",
            "The property " + name + " can be changed only while the pool has no nodes.");
      }
    }
    pool.define(pool.definition().copy().mergeIn(patch));
    return pool;
  }

  /** Replaces the start task, the references and the metadata. */
  public Pool updateProperties(String id, JsonObject body) {
    JsonObject properties = PoolShapes.PROPERTIES.check(body);
    context.commandRules().check(properties.getJsonObject("startTask"));
    Pool pool = active(id);
    JsonObject definition = pool.definition().copy();
    definition.remove("startTask");
    definition.remove("targetNodeCommunicationMode");
    pool.define(definition.mergeIn(properties));
    return pool;
  }

  /** Deletes a pool; it is gone when its nodes are. */
  public Pool delete(String id) {
    Pool pool = active(id);
    pool.autoScale().disable();
    pool.deleting();
    allocation.clear(pool);
    return pool;
  }

  /** Gives a pool another number of nodes. */
  public Pool resize(String id, JsonObject body) {
    JsonObject checked = PoolShapes.RESIZE.check(body);
    Pool pool = steady(id);
    requireNoFormula(pool);
    if (!checked.containsKey("targetDedicatedNodes")
        && !checked.containsKey("targetLowPriorityNodes")) {
      throw BatchFault.missingProperty("targetDedicatedNodes");
    }
    NodeTargets present = pool.targets();
    NodeTargets targets =
        new NodeTargets(
            checked.getInteger("targetDedicatedNodes", present.dedicated()),
            checked.getInteger("targetLowPriorityNodes", present.lowPriority()));
    allocation.resize(pool, targets, EvictionOption.of(checked, "nodeDeallocationOption"));
    return pool;
  }

  private static void requireNoFormula(Pool pool) {
    if (pool.autoScale().isEnabled()) {
      throw Conflict.of(
          "OperationNotValidOnPool",
          "The pool is scaled by a formula. Disable automatic scaling first.");
    }
  }

  /** Keeps the nodes that are there. */
  public Pool stopResize(String id) {
    Pool pool = active(id);
    if (pool.allocation() != AllocationState.RESIZING) {
      throw Conflict.invalidState("The pool is not being resized.");
    }
    allocation.stopResize(pool);
    return pool;
  }

  /** Takes the named nodes out of a pool. */
  public Pool removeNodes(String id, JsonObject body) {
    JsonObject checked = PoolShapes.REMOVE_NODES.check(body);
    List<String> ids = checked.getJsonArray("nodeList").stream().map(String.class::cast).toList();
    if (ids.isEmpty() || ids.size() > MOST_REMOVED) {
      throw BatchFault.invalidProperty(
          "nodeList", ids.size() + " nodes", "It must have 1 to " + MOST_REMOVED + " nodes.");
    }
    Pool pool = steady(id);
    requireNoFormula(pool);
    Collection<ComputeNode> nodes = new LinkedHashSet<>();
    ids.forEach(nodeId -> nodes.add(node(pool, nodeId)));
    allocation.remove(pool, nodes, EvictionOption.of(checked, "nodeDeallocationOption"));
    return pool;
  }

  /** A node by its id, in any letter case. */
  public ComputeNode node(String poolId, String nodeId) {
    return node(get(poolId), nodeId);
  }

  private static ComputeNode node(Pool pool, String nodeId) {
    ComputeNode node = pool.nodes().get(Wire.key(nodeId));
    if (node == null) {
      throw Missing.node();
    }
    return node;
  }
}
