package io.github.camelhpc.simulators.dbapi.rest;

import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.data.Resource;
import io.github.camelhpc.simulators.dbapi.data.ResourceStore;
import io.github.camelhpc.simulators.dbapi.data.ResourceUpdate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and writes resources without a query (facts/dbapi.md §3.2, §3.3). */
final class ResourceActions {

  private final DbapiSettings settings;
  private final DataSets dataSets;
  private final StateLock lock;

  ResourceActions(DbapiSettings settings, DataSets dataSets, StateLock lock) {
    this.settings = settings;
    this.dataSets = dataSets;
    this.lock = lock;
  }

  /** The answer's shape is hardly known: a member for each type, with an array of its resources. */
  void retrieve(DbapiCall call) {
    ResourceStore store = dataSets.of(call);
    call.text("snapshotTime")
        .ifPresent(time -> call.times(ZoneOffset.UTC).parse("snapshotTime", time));
    List<String> signatures = signatures(call);
    Optional<String> type = call.text("resType", 1, 32);
    Optional<String> attribute = call.text("attrId", 2, 32);
    Optional<String> value = call.text("attrValue", 1, 4000);
    JsonObject answer =
        lock.call(
            () ->
                json(
                    signatures.isEmpty()
                        ? filtered(store, type, attribute, value)
                        : signatures.stream().flatMap(one -> store.find(one).stream())));
    call.answer(200, answer.toBuffer());
  }

  private static List<String> signatures(DbapiCall call) {
    if (!(call.body().getValue("resSignatures") instanceof JsonArray array)) {
      return call.text("resSignatures")
          .map(list -> Arrays.stream(list.split(",")).map(String::strip).toList())
          .orElse(List.of());
    }
    if (!array.stream().allMatch(String.class::isInstance)) {
      throw DbapiFault.invalid("resSignatures must be an array of texts.");
    }
    return array.stream().map(String.class::cast).toList();
  }

  private static Stream<Resource> filtered(
      ResourceStore store,
      Optional<String> type,
      Optional<String> attribute,
      Optional<String> value) {
    return type.map(store::ofType)
        .<Stream<Resource>>map(List::stream)
        .orElseGet(() -> store.all().stream())
        .filter(resource -> attribute.map(id -> has(resource, id, value)).orElse(true));
  }

  private static boolean has(Resource resource, String attribute, Optional<String> value) {
    return resource
        .text(attribute)
        .filter(text -> value.map(text::equals).orElse(true))
        .isPresent();
  }

  private static JsonObject json(Stream<Resource> resources) {
    JsonObject byType = new JsonObject();
    resources.forEach(
        resource -> {
          if (!byType.containsKey(resource.type())) {
            byType.put(resource.type(), new JsonArray());
          }
          byType.getJsonArray(resource.type()).add(json(resource));
        });
    return byType;
  }

  private static JsonObject json(Resource resource) {
    JsonObject json =
        new JsonObject().put("signature", resource.signature()).put("name", resource.name());
    resource
        .scalarIds()
        .forEach(id -> resource.scalar(id).ifPresent(scalar -> json.put(id, scalar.data())));
    return json;
  }

  /** What the real server answers is not known; this one says nothing but that it is done. */
  void createOrUpdate(DbapiCall call) {
    ResourceStore store = dataSets.of(call);
    List<ResourceUpdate> updates =
        new UpdateReader(call.times(settings.zone()), settings.inputIntervalUnit())
            .read(call.body());
    lock.run(() -> store.apply(updates));
    call.answer(200, new JsonObject().toBuffer());
  }
}
