package io.github.camelhpc.dbapi;

import io.github.camelhpc.simulators.dbapi.DbapiSimulator;
import io.github.camelhpc.test.ComponentCatalogTest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

class DbapiCatalogTest extends ComponentCatalogTest<DbapiOperation> {

  DbapiCatalogTest() {
    super(DbapiTestSupport.TESTED);
  }

  /** {@code call} is any of them. */
  @Override
  protected Collection<String> simulated() {
    Set<String> operations = new TreeSet<>(DbapiSimulator.operations());
    operations.add(DbapiOperation.CALL.operationName());
    return operations;
  }

  @Override
  protected Set<String> unnamedOptions() {
    return Set.of();
  }

  @Override
  protected List<String> marks(DbapiOperation operation) {
    return operation == DbapiOperation.GET_STATUS
        ? Stream.concat(Stream.of("pollable"), super.marks(operation).stream()).toList()
        : super.marks(operation);
  }

  @Override
  protected Set<String> secrets() {
    return Set.of("username", "password", "authenticationToken", "bearerToken", "clientSecret");
  }
}
