package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.operation.ResultKind;

/** What the operations answer (facts/dbapi.md §2). */
enum DbapiResult implements ResultKind {
  RESULTS("a list in the resultFormat: ResourceResult, MetricRow, or CSV"),
  OBJECT("a Map as the service sends it"),
  OBJECTS("a List of Maps as the service sends them"),
  ANY("what the service sends: a Map, a List, text; the body stays if it sends nothing");

  private final String description;

  DbapiResult(String description) {
    this.description = description;
  }

  @Override
  public String description() {
    return description;
  }
}
