package io.github.camelhpc.simulators.dbapi.rest;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The actions that are served (facts/dbapi.md §1). */
public enum ServedOperation {
  GET_STATUS("getStatus", Set.of("GET"), (actions, call) -> actions.requests().status(call)),
  QUERY("query", Set.of("POST"), (actions, call) -> actions.requests().query(call)),
  ABORT_REQUEST("abortRequest", Set.of("GET"), (actions, call) -> actions.requests().abort(call)),
  /** The page says GET, an example elsewhere POST. */
  RETRIEVE_DATASET(
      "retrieveDataset",
      Set.of("GET", "POST"),
      (actions, call) -> actions.dataSets().dataSet(call)),
  RETRIEVE_DATA_SUBSET(
      "retrieveDataSubset", Set.of("GET"), (actions, call) -> actions.dataSets().subset(call)),
  RETRIEVE_RESOURCE_DATA(
      "retrieveResourceData",
      Set.of("GET", "POST"),
      (actions, call) -> actions.resources().retrieve(call)),
  CREATE_OR_UPDATE_RESOURCE_DATA(
      "createOrUpdateResourceData",
      Set.of("POST"),
      (actions, call) -> actions.resources().createOrUpdate(call));

  private final String action;
  private final Set<String> methods;
  private final BiConsumer<Actions, DbapiCall> handler;

  ServedOperation(String action, Set<String> methods, BiConsumer<Actions, DbapiCall> handler) {
    this.action = action;
    this.methods = methods;
    this.handler = handler;
  }

  /** The names of all actions. */
  public static Set<String> names() {
    return Arrays.stream(values())
        .map(operation -> operation.action)
        .collect(Collectors.toUnmodifiableSet());
  }

  static Optional<ServedOperation> of(String action) {
    return Arrays.stream(values()).filter(operation -> operation.action.equals(action)).findFirst();
  }

  Set<String> methods() {
    return methods;
  }

  void perform(Actions actions, DbapiCall call) {
    handler.accept(actions, call);
  }

  /** What does the work. */
  record Actions(RequestActions requests, DataSetActions dataSets, ResourceActions resources) {}
}
