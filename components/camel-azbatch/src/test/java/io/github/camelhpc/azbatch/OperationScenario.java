package io.github.camelhpc.azbatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** What to call an operation with, and what to see then. */
final class OperationScenario {

  /** Makes what the operation needs, and can add parameters. */
  @FunctionalInterface
  interface Arrangement {
    void make(AzBatchTestSupport test, Map<String, Object> parameters);
  }

  /** Looks at what the operation gave, and at the state of the account. */
  @FunctionalInterface
  interface Check {
    void of(AzBatchTestSupport test, Exchange exchange);
  }

  private final BatchOperation operation;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private Function<AzBatchTestSupport, Object> body = test -> null;
  private final List<Arrangement> arrangements = new ArrayList<>();
  private Check check;

  private OperationScenario(BatchOperation operation) {
    this.operation = operation;
  }

  static OperationScenario on(BatchOperation operation) {
    return new OperationScenario(operation);
  }

  OperationScenario with(String option, Object value) {
    parameters.put(option, value);
    return this;
  }

  OperationScenario body(Object value) {
    return bodyOf(test -> value);
  }

  OperationScenario bodyOf(Function<AzBatchTestSupport, Object> made) {
    body = made;
    return this;
  }

  OperationScenario after(Arrangement first) {
    arrangements.add(first);
    return this;
  }

  OperationScenario then(Check afterwards) {
    check = afterwards;
    return this;
  }

  BatchOperation operation() {
    return operation;
  }

  /** The body to send, or null if the operation takes none. */
  Object body(AzBatchTestSupport test) {
    return body.apply(test);
  }

  /** Makes what is needed, and gives the parameters by their options. */
  Map<String, Object> arrange(AzBatchTestSupport test) {
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    arrangements.forEach(each -> each.make(test, all));
    return all;
  }

  void check(AzBatchTestSupport test, Exchange exchange) {
    check.of(test, exchange);
  }

  @Override
  public String toString() {
    return operation + " " + parameters;
  }
}
