package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** How many nodes of a pool are in which state: PoolNodeCounts. */
public record NodeCounts(Pool pool) implements Entity {

  @Override
  public JsonObject members() {
    return new JsonObject()
        .put("poolId", pool.id())
        .put("dedicated", counts(true))
        .put("lowPriority", counts(false));
  }

  private JsonObject counts(boolean dedicated) {
    int[] counts = new int[NodeState.values().length];
    int total = 0;
    for (ComputeNode node : pool.nodes().values()) {
      if (node.isDedicated() == dedicated) {
        counts[node.state().ordinal()]++;
        total++;
      }
    }
    JsonObject members = new JsonObject();
    for (NodeState state : NodeState.values()) {
      members.put(state.countName(), counts[state.ordinal()]);
    }
    return members.put("total", total);
  }

  @Override
  public String key() {
    return pool.key();
  }

  @Override
  public String path() {
    return "/nodecounts";
  }

  @Override
  public String eTag() {
    return null;
  }

  @Override
  public Instant lastModified() {
    return null;
  }
}
