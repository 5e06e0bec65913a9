package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.azbatch.AzBatchSimulator;
import io.github.camelhpc.test.ComponentCatalogTest;
import java.util.Collection;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AzBatchCatalogTest extends ComponentCatalogTest<BatchOperation> {

  AzBatchCatalogTest() {
    super(AzBatchTestSupport.TESTED);
  }

  @Override
  protected Collection<String> simulated() {
    return AzBatchSimulator.operations();
  }

  @Override
  protected Set<String> unnamedOptions() {
    return Set.of("apiVersion", "timeout", "clientRequestId", "returnClientRequestId");
  }

  @Override
  protected Set<String> secrets() {
    return Set.of("accountKey", "clientSecret");
  }

  /** The table of operations does not name them. */
  @Test
  void everyRequestTakesTheParametersOfAll() {
    for (BatchOperation operation : BatchOperation.values()) {
      if (!operation.spec().isComposed()) {
        assertThat(unnamedOptions())
            .as("%s", operation)
            .allMatch(option -> operation.spec().parameter(option).isPresent());
      }
    }
  }
}
