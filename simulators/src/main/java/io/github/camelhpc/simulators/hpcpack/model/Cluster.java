package io.github.camelhpc.simulators.hpcpack.model;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.HpcPackSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The nodes and node groups. Whoever uses it holds the simulator's lock. */
public final class Cluster {

  private final List<ClusterNode> nodes = new ArrayList<>();
  private final Map<String, NodeGroup> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public Cluster(HpcPackSettings settings, Instant now) {
    add(new NodeGroup("HeadNodes", "The head nodes in the cluster", true));
    add(new NodeGroup("ComputeNodes", "The compute nodes in the cluster", true));
    add(new NodeGroup("WCFBrokerNodes", "The broker nodes in the cluster", true));
    ClusterNode head = new ClusterNode(1, settings.activeHeadNode(), true, settings.cores(), now);
    head.join("HeadNodes");
    head.join("WCFBrokerNodes");
    nodes.add(head);
    for (int i = 1; i <= settings.nodes(); i++) {
      String name = String.format(Locale.ROOT, "CN%03d", i);
      ClusterNode node = new ClusterNode(i + 1, name, false, settings.cores(), now);
      node.join("ComputeNodes");
      nodes.add(node);
    }
  }

  /** All nodes; the head node is the first one. */
  public List<ClusterNode> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /**
   * The node of this name, without regard to case.
   *
   * @throws HpcPackFault if there is none
   */
  public ClusterNode node(String name) {
    return nodes.stream()
        .filter(node -> node.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> HpcPackFault.notFound("The node " + name + " is not in this cluster."));
  }

  public Collection<NodeGroup> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /**
   * The group of this name, without regard to case.
   *
   * @throws HpcPackFault if there is none
   */
  public NodeGroup group(String name) {
    NodeGroup group = groups.get(name);
    if (group == null) {
      throw HpcPackFault.notFound("The node group " + name + " is not in this cluster.");
    }
    return group;
  }

  public boolean hasGroup(String name) {
    return groups.containsKey(name);
  }

  public void add(NodeGroup group) {
    groups.put(group.name(), group);
  }

  /** Renames or describes a group; the members stay. */
  public void replace(NodeGroup old, NodeGroup changed) {
    List<ClusterNode> members = members(old.name());
    remove(old);
    add(changed);
    members.forEach(node -> node.join(changed.name()));
  }

  public void remove(NodeGroup group) {
    groups.remove(group.name());
    nodes.forEach(node -> node.leave(group.name()));
  }

  /** The members of a group; none if there is no such group. */
  public List<ClusterNode> members(String group) {
    return nodes.stream().filter(node -> node.groups().contains(group)).toList();
  }

  public void join(ClusterNode node, NodeGroup group) {
    node.join(group.name());
  }

  public void leave(ClusterNode node, NodeGroup group) {
    node.leave(group.name());
  }
}
