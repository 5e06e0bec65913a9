package io.github.camelhpc.simulators.dbapi.rest;

import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.data.DataSet;
import io.github.camelhpc.simulators.dbapi.data.ResourceStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The data sets with what they hold now. */
public final class DataSets {

  private final Map<String, ResourceStore> stores = new LinkedHashMap<>();

  public DataSets(Collection<DataSet> dataSets) {
    dataSets.forEach(dataSet -> stores.put(dataSet.name(), new ResourceStore(dataSet)));
  }

  /** The one that a request names. */
  ResourceStore of(DbapiCall call) {
    ResourceStore store = stores.get(call.dataSet());
    if (store == null) {
      throw DbapiFault.unknown("There is no data set of this name.");
    }
    return store;
  }
}
