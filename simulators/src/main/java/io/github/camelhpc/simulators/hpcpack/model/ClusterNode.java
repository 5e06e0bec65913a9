package io.github.camelhpc.simulators.hpcpack.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A node of the cluster and which of its cores are in use. */
public final class ClusterNode {

  /** The memory of every node, in megabytes. */
  public static final int MEMORY_MB = 28672;

  private final int id;
  private final String name;
  private final boolean headNode;
  private final int cores;
  private final BitSet used = new BitSet();
  private final Set<String> groups = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private NodeState state = NodeState.ONLINE;
  private long onlineTime;
  private long offlineTime;

  ClusterNode(int id, String name, boolean headNode, int cores, Instant now) {
    this.id = id;
    this.name = name;
    this.headNode = headNode;
    this.cores = cores;
    onlineTime = now.toEpochMilli();
  }

  public int id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** Whether it is the head node, which runs no tasks. */
  public boolean isHeadNode() {
    return headNode;
  }

  public int cores() {
    return cores;
  }

  public int usedCores() {
    return used.cardinality();
  }

  public int freeCores() {
    return cores - usedCores();
  }

  /** Whether tasks can be started on it. */
  public boolean takesTasks() {
    return !headNode && state == NodeState.ONLINE;
  }

  /** Takes so many cores; the caller has seen that they are free. */
  public Allocation take(int count) {
    BitSet taken = new BitSet();
    for (int core = used.nextClearBit(0); taken.cardinality() < count; ) {
      taken.set(core);
      core = used.nextClearBit(core + 1);
    }
    used.or(taken);
    return new Allocation(this, taken);
  }

  /** Gives cores back. */
  public void release(BitSet taken) {
    used.andNot(taken);
  }

  public NodeState state() {
    return state;
  }

  public void moveTo(NodeState next, Instant now) {
    if (next == NodeState.ONLINE) {
      onlineTime = now.toEpochMilli();
    } else if (next == NodeState.OFFLINE) {
      offlineTime = now.toEpochMilli();
    }
    state = next;
  }

  /** Whether the head node hears from it. */
  public boolean isReachable() {
    return switch (state) {
      case UNKNOWN, NOT_DEPLOYED, STARTING, STOPPING, REMOVING -> false;
      default -> true;
    };
  }

  /** {@code OK}, {@code Transitional} or {@code Error}, as the 2019 API has it. */
  public String health() {
    return switch (state) {
      case STARTING, STOPPING, PROVISIONING, REMOVING -> "Transitional";
      case UNKNOWN -> "Error";
      default -> "OK";
    };
  }

  public long onlineTime() {
    return onlineTime;
  }

  public long offlineTime() {
    return offlineTime;
  }

  public String guid() {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public Set<String> groups() {
    return Collections.unmodifiableSet(groups);
  }

  void join(String group) {
    groups.add(group);
  }

  void leave(String group) {
    groups.remove(group);
  }
}
