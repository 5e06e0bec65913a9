package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.ClusterNode;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobState;
import io.github.camelhpc.simulators.hpcpack.model.Names;
import io.github.camelhpc.simulators.hpcpack.model.NodeState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations of 2019 on nodes and users (facts/hpcpack.md §1.5, §9). */
final class TypedNodeResources {

  private static final List<String> HEALTHS =
      List.of("OK", "Warning", "Error", "Transitional", "Unapproved");

  private final HeadNode headNode;

  TypedNodeResources(HeadNode headNode) {
    this.headNode = headNode;
  }

  Result userRoles(Call call) {
    JsonArray roles = new JsonArray().add("User");
    String role = call.user().role().wireName();
    return new Result.Typed(role.equals("User") ? roles : roles.add(role));
  }

  Result nodes(Call call) {
    Optional<List<String>> names = call.list("names");
    Optional<List<String>> jobs = call.list("jobs");
    Optional<NodeState> state = call.query("state").map(TypedNodeResources::state);
    Optional<String> health = call.query("health").map(TypedNodeResources::health);
    Stream<ClusterNode> nodes =
        headNode.cluster().nodes().stream()
            .filter(node -> names.isEmpty() || Names.contain(names.get(), node.name()))
            .filter(node -> jobs.isEmpty() || runsOneOf(node, jobs.get()))
            .filter(node -> call.query("group").map(node.groups()::contains).orElse(true))
            .filter(node -> state.isEmpty() || node.state() == state.get())
            .filter(node -> health.isEmpty() || node.health().equals(health.get()));
    return new Result.Typed(array(nodes.map(this::json)));
  }

  private static NodeState state(String name) {
    return NodeState.named(name)
        .orElseThrow(() -> HpcPackFault.badRequest("There is no node state '" + name + "'."));
  }

  private static String health(String name) {
    return HEALTHS.stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> HpcPackFault.badRequest("There is no node health '" + name + "'."));
  }

  private boolean runsOneOf(ClusterNode node, List<String> jobIds) {
    return jobIds.stream()
        .filter(id -> id.matches("\\d{1,9}"))
        .map(id -> headNode.jobs().find(Integer.parseInt(id)))
        .anyMatch(job -> runsOn(job, node));
  }

  private static boolean runsOn(Job job, ClusterNode node) {
    return job != null
        && job.state() == JobState.RUNNING
        && job.allocatedNodes().contains(node.name());
  }

  Result node(Call call) {
    return new Result.Typed(json(headNode.cluster().node(call.path("name"))));
  }

  Result operate(Call call) {
    Permissions.requireAdministrator(call);
    ClusterNode node = headNode.cluster().node(call.path("name"));
    if (node.isHeadNode()) {
      throw HpcPackFault.badRequest("The head node cannot be operated.");
    }
    headNode.nodeOperations().operate(node, call.path("operation"), call.user().name());
    return new Result.Nothing(202);
  }

  Result stateCounts(Call call) {
    return counts(node -> node.state().wireName());
  }

  Result healthCounts(Call call) {
    return counts(ClusterNode::health);
  }

  /** Values that no node has are left out (§9). */
  private Result counts(Function<ClusterNode, String> value) {
    Map<String, Integer> counts = new TreeMap<>();
    headNode.cluster().nodes().forEach(node -> counts.merge(value.apply(node), 1, Integer::sum));
    return new Result.Typed(
        array(
            counts.entrySet().stream()
                .map(
                    entry ->
                        new JsonObject()
                            .put("Name", entry.getKey())
                            .put("Value", entry.getValue()))));
  }

  private JsonObject json(ClusterNode node) {
    String role = node.isHeadNode() ? "HeadNode" : "ComputeNode";
    return new JsonObject()
        .put("Name", node.name())
        .put("State", node.state().wireName())
        .put("Health", node.health())
        .put("Template", "Default " + role + " Template")
        .putNull("Location")
        .put("MemorySize", ClusterNode.MEMORY_MB)
        .put("Cores", node.cores())
        .put("Sockets", 1)
        .put("HpcPackVersion", headNode.settings().version().text())
        .put("OnAzure", false)
        .put("Groups", names(node.groups()))
        .put("Roles", new JsonArray().add(role))
        .put("InstalledServiceRoles", new JsonArray().add(role))
        .put("ActiveServiceRoles", new JsonArray().add(role));
  }

  static JsonArray names(Collection<String> names) {
    JsonArray array = new JsonArray();
    names.forEach(array::add);
    return array;
  }

  static JsonArray array(Stream<JsonObject> objects) {
    JsonArray array = new JsonArray();
    objects.forEach(array::add);
    return array;
  }
}
