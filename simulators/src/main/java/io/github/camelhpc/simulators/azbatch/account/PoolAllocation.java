package io.github.camelhpc.simulators.azbatch.account;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Makes the nodes of pools more or fewer. */
final class PoolAllocation {

  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Those that lose least go first: not yet running, then without tasks, then the newest. */
  private static final Comparator<ComputeNode> FIRST_TO_GO =
      Comparator.comparing((ComputeNode node) -> node.state().isUsable())
          .thenComparing(node -> node.load().taskCount())
          .thenComparing(Comparator.comparingLong(ComputeNode::number).reversed());

  private final AccountContext context;
  private final NodeLife life;
  private Consumer<Pool> emptied = pool -> {};

  PoolAllocation(AccountContext context, NodeLife life) {
    this.context = context;
    this.life = life;
  }

  /** Who is told that a pool that is being deleted has no more nodes. */
  void onEmpty(Consumer<Pool> listener) {
    emptied = listener;
  }

  /** Gives a pool as many nodes as wanted. */
  void resize(Pool pool, NodeTargets targets, EvictionOption option) {
    pool.targets(targets);
    pool.allocation(AllocationState.RESIZING);
    List<ComputeNode> created = new ArrayList<>();
    for (boolean dedicated : new boolean[] {true, false}) {
      List<ComputeNode> present =
          staying(pool).stream().filter(node -> node.isDedicated() == dedicated).toList();
      int missing = targets.of(dedicated) - present.size();
      for (int i = 0; i < missing; i++) {
        created.add(create(pool, dedicated));
      }
      if (missing < 0) {
        present.stream().sorted(FIRST_TO_GO).limit(-missing).forEach(node -> take(node, option));
      }
    }
    context.after(context.settings().allocationTime(), () -> allocated(pool, created));
  }

  private static List<ComputeNode> staying(Pool pool) {
    return pool.nodes().values().stream().filter(node -> !node.isLeaving()).toList();
  }

  private ComputeNode create(Pool pool, boolean dedicated) {
    long number = context.nextNumber();
    String id =
        "tvm-" + number + "_" + (dedicated ? "d" : "p") + "-" + ID_TIME.format(context.now());
    ComputeNode node = new ComputeNode(context, pool, id, number, dedicated);
    pool.nodes().put(node.key(), node);
    return node;
  }

  private void allocated(Pool pool, List<ComputeNode> created) {
    List<ComputeNode> nodes =
        created.stream()
            .filter(node -> node.state() == NodeState.CREATING)
            .filter(node -> pool.nodes().get(node.key()) == node)
            .toList();
    nodes.forEach(ComputeNode::allocated);
    life.boot(nodes);
    settle(pool);
  }

  /** Nodes that are up at once; for arranging tests. */
  void allocateNow(Pool pool, int nodes) {
    pool.targets(new NodeTargets(nodes, 0));
    for (int i = 0; i < nodes; i++) {
      ComputeNode node = create(pool, true);
      node.allocated();
      node.booted();
      life.ready(node);
    }
    pool.changed();
  }

  /** Takes nodes out of a pool. */
  void remove(Pool pool, Collection<ComputeNode> nodes, EvictionOption option) {
    NodeTargets targets = pool.targets();
    int dedicated = (int) nodes.stream().filter(ComputeNode::isDedicated).count();
    pool.targets(
        new NodeTargets(
            Math.max(0, targets.dedicated() - dedicated),
            Math.max(0, targets.lowPriority() - (nodes.size() - dedicated))));
    pool.allocation(AllocationState.RESIZING);
    nodes.forEach(node -> take(node, option));
    context.soon(() -> settle(pool));
  }

  private void take(ComputeNode node, EvictionOption option) {
    if (node.state() == NodeState.CREATING) {
      node.pool().nodes().remove(node.key());
      return;
    }
    node.leaving();
    life.empty(node, option, "The node was taken out of the pool.", () -> leave(node));
  }

  private void leave(ComputeNode node) {
    if (node.isLeaving()) {
      life.stop(node, NodeState.LEAVING_POOL, false);
      context.after(context.settings().allocationTime(), () -> gone(node));
    }
  }

  private void gone(ComputeNode node) {
    node.pool().nodes().remove(node.key());
    settle(node.pool());
  }

  /** Keeps what is there (facts/azbatch.md §1.1). */
  void stopResize(Pool pool) {
    pool.allocation(AllocationState.STOPPING);
    List<ComputeNode> nodes = List.copyOf(pool.nodes().values());
    for (ComputeNode node : nodes) {
      if (node.state() == NodeState.CREATING) {
        pool.nodes().remove(node.key());
      } else if (node.isLeaving() && node.state().isUsable()) {
        life.resume(node);
      }
    }
    context.soon(() -> settle(pool));
  }

  /** Takes all nodes of a pool that is deleted; their tasks are requeued. */
  void clear(Pool pool) {
    List.copyOf(pool.nodes().values()).stream()
        .filter(node -> !node.isLeaving())
        .forEach(node -> take(node, EvictionOption.REQUEUE));
    context.soon(() -> settle(pool));
  }

  private void settle(Pool pool) {
    if (!pool.isActive()) {
      if (pool.nodes().isEmpty()) {
        emptied.accept(pool);
      }
      return;
    }
    boolean open =
        pool.nodes().values().stream()
            .anyMatch(node -> node.state() == NodeState.CREATING || node.isLeaving());
    if (!open && !pool.isSteady()) {
      pool.allocation(AllocationState.STEADY);
    }
  }
}
