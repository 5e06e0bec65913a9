package io.github.camelhpc.hpcpack;

import io.github.camelhpc.simulators.hpcpack.HpcPackSimulator;
import io.github.camelhpc.test.ComponentCatalogTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

class HpcPackCatalogTest extends ComponentCatalogTest<HpcPackOperation> {

  HpcPackCatalogTest() {
    super(HpcPackTestSupport.TESTED);
  }

  @Override
  protected Collection<String> simulated() {
    return HpcPackSimulator.operations();
  }

  @Override
  protected Set<String> unnamedOptions() {
    return Set.of("asUser", "apiVersion");
  }

  @Override
  protected List<String> marks(HpcPackOperation operation) {
    List<String> marks = new ArrayList<>(super.marks(operation));
    if (operation.api() == HpcPackOperation.Api.V2019) {
      marks.add(0, "2019");
    }
    return marks;
  }
}
