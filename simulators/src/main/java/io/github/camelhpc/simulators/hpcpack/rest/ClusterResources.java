package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import io.github.camelhpc.simulators.hpcpack.model.ClusterNode;
import io.github.camelhpc.simulators.hpcpack.model.NodeGroup;
import io.github.camelhpc.simulators.hpcpack.model.NodeProperty;
import io.github.camelhpc.simulators.hpcpack.model.NodeState;
import io.github.camelhpc.simulators.hpcpack.model.PropertyName;
import io.github.camelhpc.simulators.hpcpack.model.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The operations on the cluster, its nodes and node groups of 2016 (facts/hpcpack.md §1.1). */
final class ClusterResources {

  private static final List<NodeProperty> ALL = List.of(NodeProperty.values());

  private final HeadNode headNode;
  private final Listings listings;
  private final Filter<ClusterNode> filter;

  ClusterResources(HeadNode headNode, Listings listings) {
    this.headNode = headNode;
    this.listings = listings;
    filter =
        new Filter<>(
            Map.of(
                "nodestate",
                Filter.states(
                    NodeState::named,
                    node -> NodeState.named(node.state().wireName2016()).orElseThrow())));
  }

  Result version(Call call) {
    return new Result.Text(headNode.settings().version().text());
  }

  Result activeHeadNode(Call call) {
    return new Result.Text(headNode.settings().activeHeadNode());
  }

  Result dateTimeFormat(Call call) {
    return new Result.Text(headNode.settings().dateTimeFormat());
  }

  Result nodes(Call call) {
    Predicate<ClusterNode> wanted = filter.of(call.query("$filter"));
    return listings.page(
        call,
        "nodes",
        () -> headNode.cluster().nodes().stream().filter(wanted).toList(),
        call.query("sortNodesBy").flatMap(NodeProperty::named),
        Listings.properties(call.list("properties"), NodeProperty::named, ALL));
  }

  Result node(Call call) {
    return Listings.properties(headNode.cluster().node(call.path("name")), ALL, headNode.times());
  }

  Result nodeGroups(Call call) {
    return new Result.Rows<>(
        List.copyOf(headNode.cluster().groups()),
        List.of(GroupProperty.values()),
        headNode.times(),
        Map.of());
  }

  /** An unknown group has no members; the real service does not report it either (§4). */
  Result nodeGroupMembers(Call call) {
    return new Result.Names(
        headNode.cluster().members(call.path("name")).stream().map(ClusterNode::name).toList());
  }

  private enum GroupProperty implements PropertyName<NodeGroup> {
    NAME("Name") {
      @Override
      public String read(NodeGroup group, HpcPackTimes times) {
        return group.name();
      }
    },
    DESCRIPTION("Description") {
      @Override
      public String read(NodeGroup group, HpcPackTimes times) {
        return group.description();
      }
    };

    private final String wireName;

    GroupProperty(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }

    @Override
    public ValueKind kind() {
      return ValueKind.TEXT;
    }
  }
}
