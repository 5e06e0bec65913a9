package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.Cluster;
import io.github.camelhpc.simulators.hpcpack.model.ClusterNode;
import io.github.camelhpc.simulators.hpcpack.model.NodeGroup;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The operations of 2019 on node groups (facts/hpcpack.md §1.5, §9). */
final class TypedGroupResources {

  private final Cluster cluster;

  TypedGroupResources(HeadNode headNode) {
    cluster = headNode.cluster();
  }

  Result list(Call call) {
    return new Result.Typed(
        TypedNodeResources.array(cluster.groups().stream().map(TypedGroupResources::json)));
  }

  Result create(Call call) {
    Permissions.requireAdministrator(call);
    TypedBody body = TypedBody.of(call);
    String name = body.text("Name").filter(text -> !text.isBlank()).orElse(null);
    if (name == null) {
      throw HpcPackFault.badRequest("A new node group needs a Name.");
    }
    if (cluster.hasGroup(name)) {
      throw HpcPackFault.badRequest("The node group " + name + " exists already.");
    }
    // only the service makes managed groups
    NodeGroup group = new NodeGroup(name, body.text("Description").orElse(""), false);
    cluster.add(group);
    return new Result.Typed(json(group));
  }

  Result get(Call call) {
    return new Result.Typed(json(group(call)));
  }

  Result update(Call call) {
    NodeGroup old = changeable(call);
    TypedBody body = TypedBody.of(call);
    String name = body.text("Name").filter(text -> !text.isBlank()).orElse(old.name());
    if (!name.equalsIgnoreCase(old.name()) && cluster.hasGroup(name)) {
      throw HpcPackFault.badRequest("The node group " + name + " exists already.");
    }
    NodeGroup changed =
        new NodeGroup(name, body.text("Description").orElse(old.description()), false);
    cluster.replace(old, changed);
    return new Result.Typed(json(changed));
  }

  Result delete(Call call) {
    cluster.remove(changeable(call));
    return Result.done();
  }

  Result members(Call call) {
    return members(group(call));
  }

  /** Adds or removes nodes; nothing is changed if one of them does not exist. */
  Result move(Call call) {
    NodeGroup group = changeable(call);
    TypedBody body = TypedBody.of(call);
    List<ClusterNode> nodes = body.texts("NodeNames").stream().map(cluster::node).toList();
    switch (body.text("Operation").orElse("").toLowerCase(Locale.ROOT)) {
      case "add" -> nodes.forEach(node -> cluster.join(node, group));
      case "remove" -> nodes.forEach(node -> cluster.leave(node, group));
      default -> throw HpcPackFault.badRequest("The Operation must be add or remove.");
    }
    return members(group);
  }

  private Result members(NodeGroup group) {
    return new Result.Typed(
        TypedNodeResources.names(
            cluster.members(group.name()).stream().map(ClusterNode::name).toList()));
  }

  private NodeGroup group(Call call) {
    return cluster.group(call.path("name"));
  }

  private NodeGroup changeable(Call call) {
    Permissions.requireAdministrator(call);
    NodeGroup group = group(call);
    if (group.managed()) {
      throw HpcPackFault.badRequest(
          "The node group " + group.name() + " is built in and cannot be changed.");
    }
    return group;
  }

  private static JsonObject json(NodeGroup group) {
    return new JsonObject()
        .put("Name", group.name())
        .put("Description", group.description())
        .put("Managed", group.managed());
  }
}
