package io.github.camelhpc.simulators.hpcpack.model;

import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.BOOLEAN;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.LIST;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.NUMBER;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.TEXT;
import static io.github.camelhpc.simulators.hpcpack.model.ValueKind.TIME;

import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The properties of a node in the 2016 API (facts/hpcpack.md §3.3). All are read only. */
public enum NodeProperty implements PropertyName<ClusterNode> {
  ID("Id", NUMBER, (node, times) -> String.valueOf(node.id())),
  NAME("Name", TEXT, (node, times) -> node.name()),
  STATE("State", TEXT, (node, times) -> node.state().wireName2016()),
  AVAILABILITY("Availability", TEXT, (node, times) -> "AlwaysOn"),
  AZURE_SERVICE_NAME("AzureServiceName", TEXT, (node, times) -> ""),
  CPU_SPEED("CpuSpeed", NUMBER, (node, times) -> "2600"),
  DNS_SUFFIX("DnsSuffix", TEXT, (node, times) -> ""),
  GUID("Guid", TEXT, (node, times) -> node.guid()),
  JOB_TYPE(
      "JobType", LIST, (node, times) -> node.isHeadNode() ? "Broker" : "Batch, Admin, Service"),
  LOCATION("Location", TEXT, (node, times) -> "OnPremise"),
  MEMORY_SIZE("MemorySize", NUMBER, (node, times) -> String.valueOf(ClusterNode.MEMORY_MB)),
  MOVE_TO_OFFLINE(
      "MoveToOffline",
      BOOLEAN,
      (node, times) -> node.state() == NodeState.DRAINING ? "True" : "False"),
  NODE_GROUPS("NodeGroups", LIST, (node, times) -> String.join(",", node.groups())),
  NUM_CORES("NumCores", NUMBER, (node, times) -> String.valueOf(node.cores())),
  NUM_SOCKETS("NumSockets", NUMBER, (node, times) -> "1"),
  OFFLINE_TIME("OfflineTime", TIME, (node, times) -> times.format(node.offlineTime())),
  ONLINE_TIME("OnlineTime", TIME, (node, times) -> times.format(node.onlineTime())),
  REACHABLE("Reachable", BOOLEAN, (node, times) -> node.isReachable() ? "True" : "False");

  private static final Map<String, NodeProperty> BY_NAME = PropertyName.index(values());

  private final String wireName;
  private final ValueKind kind;
  private final BiFunction<ClusterNode, HpcPackTimes, String> reader;

  NodeProperty(
      String wireName, ValueKind kind, BiFunction<ClusterNode, HpcPackTimes, String> reader) {
    this.wireName = wireName;
    this.kind = kind;
    this.reader = reader;
  }

  /** The property of this name, without regard to case. */
  public static Optional<NodeProperty> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name.trim().toLowerCase(Locale.ROOT)));
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public ValueKind kind() {
    return kind;
  }

  @Override
  public String read(ClusterNode node, HpcPackTimes times) {
    return reader.apply(node, times);
  }

  @Override
  public Comparable<?> sortKey(ClusterNode node, HpcPackTimes times) {
    return switch (this) {
      case ONLINE_TIME -> node.onlineTime();
      case OFFLINE_TIME -> node.offlineTime();
      default -> PropertyName.super.sortKey(node, times);
    };
  }
}
