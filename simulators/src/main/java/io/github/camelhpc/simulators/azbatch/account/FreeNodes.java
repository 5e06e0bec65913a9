package io.github.camelhpc.simulators.azbatch.account;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The nodes of a pool that can take tasks, by the number of their free slots. */
final class FreeNodes {

  private final TreeMap<Integer, TreeSet<ComputeNode>> bySlots = new TreeMap<>();
  private final Map<ComputeNode, Integer> places = new HashMap<>();

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** Puts a node where its free slots and its state want it. */
  void update(ComputeNode node) {
    remove(node);
    if (node.takesTasks() && node.freeSlots() > 0) {
      places.put(node, node.freeSlots());
      bySlots
          .computeIfAbsent(
              node.freeSlots(), any -> new TreeSet<>(Comparator.comparingLong(ComputeNode::number)))
          .add(node);
    }
  }

  void remove(ComputeNode node) {
    Integer slots = places.remove(node);
    if (slots != null) {
      TreeSet<ComputeNode> nodes = bySlots.get(slots);
      nodes.remove(node);
      if (nodes.isEmpty()) {
        bySlots.remove(slots);
      }
    }
  }

  boolean contains(ComputeNode node) {
    return places.containsKey(node);
  }

  /** Any of them, which knows the pool. */
  Pool pool() {
    return places.keySet().iterator().next().pool();
  }

  boolean has(ComputeNode node, int slots) {
    return places.getOrDefault(node, 0) >= slots;
  }

  /** The node for a task: the fullest that has room, or the emptiest. */
  Optional<ComputeNode> find(int slots, boolean pack) {
    Map.Entry<Integer, TreeSet<ComputeNode>> entry =
        pack ? bySlots.ceilingEntry(slots) : bySlots.lastEntry();
    return entry == null || entry.getKey() < slots
        ? Optional.empty()
        : Optional.of(entry.getValue().first());
  }
}
