package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.model.Allocation;
import io.github.camelhpc.simulators.hpcpack.model.Cluster;
import io.github.camelhpc.simulators.hpcpack.model.ClusterNode;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.Names;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds cores for tasks. */
final class Placement {

  private final Cluster cluster;
  private final int coresPerNode;

  Placement(Cluster cluster, int coresPerNode) {
    this.cluster = cluster;
    this.coresPerNode = coresPerNode;
  }

  int coresPerNode() {
    return coresPerNode;
  }

  int freeCores() {
    return cluster.nodes().stream()
        .filter(ClusterNode::takesTasks)
        .mapToInt(ClusterNode::freeCores)
        .sum();
  }

  /** The cores of the nodes that the job may use, busy and offline ones too. */
  int coresInReach(Job job) {
    return cluster.nodes().stream()
        .filter(node -> !node.isHeadNode() && suits(node, job))
        .mapToInt(ClusterNode::cores)
        .sum();
  }

  /** The same, without the nodes that are not online. */
  int onlineCoresInReach(Job job) {
    return cluster.nodes().stream()
        .filter(node -> node.takesTasks() && suits(node, job))
        .mapToInt(ClusterNode::cores)
        .sum();
  }

  /** The cores that the job could have now. */
  int freeCoresInReach(Job job) {
    return cluster.nodes().stream()
        .filter(node -> node.takesTasks() && suits(node, job))
        .mapToInt(ClusterNode::freeCores)
        .sum();
  }

  /** Takes the cores for a task; nothing if there are not enough. */
  Optional<List<Allocation>> place(Task task) {
    List<ClusterNode> nodes =
        cluster.nodes().stream()
            .filter(node -> node.takesTasks() && suits(node, task.job()) && suits(node, task))
            .toList();
    Demand demand = Demand.of(task);
    return demand.wholeNodes() ? wholeNodes(nodes, demand.amount()) : cores(nodes, demand.amount());
  }

  private static Optional<List<Allocation>> wholeNodes(List<ClusterNode> nodes, int count) {
    List<ClusterNode> idle =
        nodes.stream().filter(node -> node.usedCores() == 0).limit(count).toList();
    return idle.size() < count
        ? Optional.empty()
        : Optional.of(idle.stream().map(node -> node.take(node.cores())).toList());
  }

  /** One node if possible, else as few as possible in the order of their names. */
  private static Optional<List<Allocation>> cores(List<ClusterNode> nodes, int count) {
    Optional<ClusterNode> roomy =
        nodes.stream().filter(node -> node.freeCores() >= count).findFirst();
    if (roomy.isPresent()) {
      return Optional.of(List.of(roomy.get().take(count)));
    }
    if (nodes.stream().mapToInt(ClusterNode::freeCores).sum() < count) {
      return Optional.empty();
    }
    List<Allocation> allocations = new ArrayList<>();
    int missing = count;
    for (ClusterNode node : nodes) {
      int part = Math.min(missing, node.freeCores());
      if (part > 0) {
        allocations.add(node.take(part));
        missing -= part;
      }
    }
    return Optional.of(allocations);
  }

  private static boolean suits(ClusterNode node, Job job) {
    List<String> requested = job.list(JobProperty.REQUESTED_NODES);
    if (!requested.isEmpty() && !Names.contain(requested, node.name())) {
      return false;
    }
    List<String> groups = job.list(JobProperty.NODE_GROUPS);
    if (groups.isEmpty()) {
      return true;
    }
    // the members of NodeGroupOp are not all known; without one, a node has to be in every group
    return job.setting(JobProperty.NODE_GROUP_OP).isEmpty()
            || job.setting(JobProperty.NODE_GROUP_OP).equalsIgnoreCase("Intersect")
        ? groups.stream().allMatch(group -> node.groups().contains(group))
        : groups.stream().anyMatch(group -> node.groups().contains(group));
  }

  private static boolean suits(ClusterNode node, Task task) {
    List<String> required = task.list(TaskProperty.REQUIRED_NODES);
    List<String> groups = task.list(TaskProperty.REQUESTED_NODE_GROUP);
    return (required.isEmpty() || Names.contain(required, node.name()))
        && (groups.isEmpty() || groups.stream().anyMatch(group -> node.groups().contains(group)));
  }
}
