package io.github.camelhpc.simulators.azbatch.rest;

import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ADD_POOL;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DELETE_POOL;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DISABLE_POOL_AUTO_SCALE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ENABLE_POOL_AUTO_SCALE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.EVALUATE_POOL_AUTO_SCALE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.EXISTS_POOL;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_POOL;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_POOLS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_POOL_NODE_COUNTS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.PATCH_POOL;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.REMOVE_POOL_NODES;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.RESIZE_POOL;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.STOP_POOL_RESIZE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.UPDATE_POOL_PROPERTIES;

import io.github.camelhpc.simulators.azbatch.account.AutoScaling;
import io.github.camelhpc.simulators.azbatch.account.BatchAccount;
import io.github.camelhpc.simulators.azbatch.account.NodeCounts;
import io.github.camelhpc.simulators.azbatch.account.Pools;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The pools. */
public final class PoolResources implements Resources {

  private final Pools pools;
  private final AutoScaling autoScaling;

  public PoolResources(BatchAccount account) {
    pools = account.pools();
    autoScaling = account.autoScaling();
  }

  @Override
  public Map<ServedOperation, OperationHandler> handlers() {
    Map<ServedOperation, OperationHandler> handlers = new EnumMap<>(ServedOperation.class);
    handlers.put(ADD_POOL, call -> new Outcome.Done(pools.add(call.body())));
    handlers.put(LIST_POOLS, call -> new Outcome.Listing(pools.all()));
    handlers.put(EXISTS_POOL, call -> new Outcome.Done(pools.get(id(call))));
    handlers.put(GET_POOL, call -> new Outcome.Single(pools.get(id(call))));
    handlers.put(PATCH_POOL, call -> new Outcome.Done(pools.patch(id(call), call.body())));
    handlers.put(
        DELETE_POOL,
        call -> {
          pools.delete(id(call));
          return Outcome.done();
        });
    handlers.put(RESIZE_POOL, call -> new Outcome.Done(pools.resize(id(call), call.body())));
    handlers.put(STOP_POOL_RESIZE, call -> new Outcome.Done(pools.stopResize(id(call))));
    handlers.put(
        REMOVE_POOL_NODES, call -> new Outcome.Done(pools.removeNodes(id(call), call.body())));
    handlers.put(
        ENABLE_POOL_AUTO_SCALE,
        call -> new Outcome.Done(autoScaling.enable(id(call), call.body())));
    handlers.put(DISABLE_POOL_AUTO_SCALE, call -> new Outcome.Done(autoScaling.disable(id(call))));
    handlers.put(
        EVALUATE_POOL_AUTO_SCALE,
        call -> new Outcome.Json(autoScaling.evaluate(id(call), call.body())));
    handlers.put(
        UPDATE_POOL_PROPERTIES,
        call -> new Outcome.Done(pools.updateProperties(id(call), call.body())));
    handlers.put(LIST_POOL_NODE_COUNTS, call -> new Outcome.Listing(nodeCounts()));
    return handlers;
  }

  private NavigableMap<String, NodeCounts> nodeCounts() {
    NavigableMap<String, NodeCounts> counts = new TreeMap<>();
    pools.all().forEach((key, pool) -> counts.put(key, new NodeCounts(pool)));
    return counts;
  }

  private static String id(BatchCall call) {
    return call.path("poolId");
  }
}
