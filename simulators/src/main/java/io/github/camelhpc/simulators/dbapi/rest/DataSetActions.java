package io.github.camelhpc.simulators.dbapi.rest;

import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.DataSubset;
import io.github.camelhpc.simulators.dbapi.data.DataTimes;
import io.github.camelhpc.simulators.dbapi.data.ResourceStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What there is to be known of data sets (facts/dbapi.md §2.3, §2.4). */
final class DataSetActions {

  private final DbapiSettings settings;
  private final DataSets dataSets;
  private final StateLock lock;

  DataSetActions(DbapiSettings settings, DataSets dataSets, StateLock lock) {
    this.settings = settings;
    this.dataSets = dataSets;
    this.lock = lock;
  }

  void dataSet(DbapiCall call) {
    ResourceStore store = dataSets.of(call);
    JsonObject info =
        lock.call(
            () ->
                new JsonObject()
                    .put("name", store.dataSet().name())
                    .put("attributeDefCount", store.attributeCount())
                    .put("resourceDefCount", store.typeCount())
                    .put("resourceCount", store.all().size()));
    info.put("dataSubset", subsetIds(store.dataSet()));
    call.answer(200, info.toBuffer());
  }

  private Object subsetIds(DataSet dataSet) {
    List<String> ids = dataSet.subsets().stream().map(DataSubset::id).toList();
    return ids.size() == 1 && settings.answers().dataSubsetAsText()
        ? ids.get(0)
        : new JsonArray(ids);
  }

  void subset(DbapiCall call) {
    List<DataSubset> subsets = dataSets.of(call).dataSet().subsets();
    DataTimes times = call.times(ZoneOffset.UTC);
    Optional<String> id = call.query("dataSubsetId");
    call.answer(
        200, id.map(one -> one(subsets, one, times)).orElseGet(() -> every(subsets, times)));
  }

  private static Buffer one(List<DataSubset> subsets, String id, DataTimes times) {
    if (!DataSet.isName(id)) {
      throw DbapiFault.invalid("dataSubsetId must be 2 to 32 letters, digits, _ and -.");
    }
    return subsets.stream()
        .filter(subset -> subset.id().equals(id))
        .findFirst()
        .map(subset -> json(subset, times).toBuffer())
        .orElseThrow(() -> DbapiFault.unknown("There is no data subset of this id."));
  }

  private static Buffer every(List<DataSubset> subsets, DataTimes times) {
    return new JsonArray(subsets.stream().map(subset -> json(subset, times)).toList()).toBuffer();
  }

  private static JsonObject json(DataSubset subset, DataTimes times) {
    return new JsonObject()
        .put("dataSubsetId", subset.id())
        .put("dataSubsetType", subset.type())
        .put(
            "dataAvailability",
            new JsonObject()
                .put("startTime", times.format(subset.start()))
                .put("endTime", times.format(subset.end())));
  }
}
