package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HeadNode;
import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.Names;
import io.github.camelhpc.simulators.hpcpack.schedule.OperationLog;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The log of what was done to the cluster (facts/hpcpack.md §1.5, §9). */
final class OperationLogResources {

  private final HeadNode headNode;

  OperationLogResources(HeadNode headNode) {
    this.headNode = headNode;
  }

  Result list(Call call) {
    boolean withDetail = call.is("withDetail", false);
    int limit = call.number("limit").orElse(Integer.MAX_VALUE);
    if (limit < 0) {
      throw HpcPackFault.badRequest("The parameter limit must not be below 0.");
    }
    List<OperationLog> newestFirst = new ArrayList<>(selected(call).toList());
    Collections.reverse(newestFirst);
    return new Result.Typed(
        TypedNodeResources.array(
            newestFirst.stream().limit(limit).map(log -> json(log, withDetail))));
  }

  Result get(Call call) {
    String id = call.path("id");
    return headNode.nodeOperations().log().stream()
        .filter(log -> log.id().equalsIgnoreCase(id))
        .findFirst()
        .map(log -> (Result) new Result.Typed(json(log, true)))
        .orElseThrow(() -> HpcPackFault.notFound("There is no operation " + id + "."));
  }

  Result first(Call call) {
    return selected(call)
        .findFirst()
        .map(log -> (Result) new Result.Typed(json(log, true)))
        .orElseThrow(() -> HpcPackFault.notFound("There is no such operation."));
  }

  /** Both ends of the time are exclusive (§1.5). */
  private Stream<OperationLog> selected(Call call) {
    Optional<Instant> from = TypedTimes.parameter(call, "fromTime");
    Optional<Instant> to = TypedTimes.parameter(call, "toTime");
    Optional<List<String>> nodes = call.list("nodeNames");
    return headNode.nodeOperations().log().stream()
        .filter(log -> from.isEmpty() || log.updateTime().isAfter(from.get()))
        .filter(log -> to.isEmpty() || log.updateTime().isBefore(to.get()))
        .filter(log -> nodes.isEmpty() || Names.contain(nodes.get(), log.node()));
  }

  private static JsonObject json(OperationLog log, boolean withDetail) {
    JsonObject json =
        new JsonObject()
            .put("Id", log.id())
            .put("Name", log.name())
            .put("State", log.state())
            .put("Operator", log.operator())
            .put("Node", log.node())
            .put("Cancelable", false)
            .put("UpdateTime", TypedTimes.format(log.updateTime()));
    return withDetail
        ? json.put(
            "Entries",
            TypedNodeResources.array(log.entries().stream().map(OperationLogResources::json)))
        : json.putNull("Entries");
  }

  private static JsonObject json(OperationLog.Entry entry) {
    return new JsonObject()
        .put("Message", entry.message())
        .put("Severity", "Information")
        .put("Source", "HpcManagement")
        .put("CreateTime", TypedTimes.format(entry.createTime()));
  }
}
