package io.github.camelhpc.hpcsoa;

import io.github.camelhpc.simulators.hpcsoa.HpcSoaSimulator;
import io.github.camelhpc.test.ComponentCatalogTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

class HpcSoaCatalogTest extends ComponentCatalogTest<SoaOperation> {

  HpcSoaCatalogTest() {
    super(HpcSoaTestSupport.TESTED);
  }

  @Override
  protected Collection<String> simulated() {
    return HpcSoaSimulator.operations();
  }

  @Override
  protected List<String> marks(SoaOperation operation) {
    List<String> marks = new ArrayList<>(super.marks(operation));
    if (operation == SoaOperation.GET_RESPONSES) {
      marks.add(0, "pollable");
    }
    return marks;
  }
}
