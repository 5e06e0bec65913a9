package io.github.camelhpc.azbatch.model;

/** A pool to be added (facts/azbatch.md §3.2). */
public final class PoolAddParameter extends RequestParameter<PoolAddParameter> {

  /**
   * @param id letters, digits, {@code -} and {@code _}, at most 64; unique in the account, without
   *     regard to case
   * @param vmSize the size of its virtual machines, for example {@code standard_d2s_v3}
   */
  public PoolAddParameter(String id, String vmSize) {
    with("id", id).with("vmSize", vmSize);
  }

  /** The image of its nodes, as listSupportedImages gives it; the latest version. */
  public PoolAddParameter image(String publisher, String offer, String sku, String nodeAgentSkuId) {
    return within(
            "virtualMachineConfiguration",
            "imageReference",
            object("publisher", publisher, "offer", offer, "sku", sku, "version", "latest"))
        .within("virtualMachineConfiguration", "nodeAgentSKUId", nodeAgentSkuId);
  }

  /** How many nodes of its own it is to have. */
  public PoolAddParameter targetDedicatedNodes(int nodes) {
    return with("targetDedicatedNodes", nodes);
  }

  /** How many spot nodes it is to have, which the service may take away. */
  public PoolAddParameter targetLowPriorityNodes(int nodes) {
    return with("targetLowPriorityNodes", nodes);
  }

  /** How many tasks a node runs at once; 1 by default, at most 4 times its cores and 256. */
  public PoolAddParameter taskSlotsPerNode(int slots) {
    return with("taskSlotsPerNode", slots);
  }

  /** Runs on each node when it starts. */
  public PoolAddParameter startTask(String commandLine) {
    return within("startTask", "commandLine", commandLine);
  }
}
