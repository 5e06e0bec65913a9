package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.operation.BodyKind;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ValueType;
import io.github.camelhpc.support.operation.Watch;
import java.util.Set;

/** Catalogue of the test's own component. */
public enum TinyOperation implements Operation {
  GET_THING(
      "getThing",
      OperationSpec.get("/things/{thingId}", Parameters.THING_ID)
          .watched(
              Watch.by("Id")
                  .header(TinyOperation.ID_HEADER, "Id")
                  .until(Set.of("Done", "Failed")))),
  LIST_THINGS(
      "listThings",
      OperationSpec.get("/things")
          .with(Parameters.FILTER, Parameters.CHANGED_SINCE)
          .inPages()
          .watched(
              Watch.by("Id")
                  .changedSince(Parameters.CHANGED_SINCE)
                  .header(TinyOperation.ID_HEADER, "Id"))),
  SET_THING(
      "setThing", OperationSpec.put("/things/{thingId}", Parameters.THING_ID).takes(Body.ANY)),
  AWAIT_THING("awaitThing", OperationSpec.composed().with(Parameters.THING_ID.mandatory()));

  static final String ID_HEADER = "CamelTinyThingId";
  static final String EVENT_ID = "CamelTinyEventId";
  static final String COMPLETE = "CamelTinyComplete";

  /** Parameters of the operations. */
  static final class Parameters {
    static final Parameter THING_ID = Parameter.path("thingId", ID_HEADER, ValueType.INTEGER);
    static final Parameter FILTER = Parameter.query("filter", "CamelTinyFilter", ValueType.TEXT);
    static final Parameter CHANGED_SINCE =
        Parameter.query("changedSince", "CamelTinyChangedSince", ValueType.INSTANT);

    private Parameters() {}
  }

  private enum Body implements BodyKind {
    ANY;

    @Override
    public String description() {
      return "anything";
    }
  }

  private final String operationName;
  private final OperationSpec spec;

  TinyOperation(String operationName, OperationSpec spec) {
    this.operationName = operationName;
    this.spec = spec;
  }

  @Override
  public String operationName() {
    return operationName;
  }

  @Override
  public OperationSpec spec() {
    return spec;
  }
}
