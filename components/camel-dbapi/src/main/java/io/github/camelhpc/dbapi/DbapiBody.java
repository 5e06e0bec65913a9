package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.operation.BodyKind;

/** What the operations take as body (facts/dbapi.md §3). */
enum DbapiBody implements BodyKind {
  QUERY("the query in MQL, as text; or a Map or JSON text with query and other members"),
  RESOURCE_SELECTION("nothing, or a Map or JSON text with resSignatures and other members"),
  RESOURCE_DATA("a Map, JSON text or ResourceData with meta and resources"),
  ANY("nothing with GET; with POST a Map, a List, JSON text or an object of the model package");

  private final String description;

  DbapiBody(String description) {
    this.description = description;
  }

  @Override
  public String description() {
    return description;
  }
}
