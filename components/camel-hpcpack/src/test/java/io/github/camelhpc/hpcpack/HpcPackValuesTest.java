package io.github.camelhpc.hpcpack;

import io.github.camelhpc.test.hostile.ComponentValuesTest;
import java.util.List;
import java.util.Map;
import org.apache.camel.Component;

/** The shared suite of hostile values. */
class HpcPackValuesTest extends ComponentValuesTest<HpcPackOperation> {

  HpcPackValuesTest() {
    super(HpcPackTestSupport.TESTED);
  }

  @Override
  protected Component component() {
    HpcPackComponent component = new HpcPackComponent();
    component.getConfiguration().setUsername("hpcuser");
    component.getConfiguration().setPassword("secret");
    return component;
  }

  @Override
  protected Object body(HpcPackOperation operation) {
    if (operation.spec().body() == null) {
      return null;
    }
    return switch ((HpcPackBody) operation.spec().body()) {
      case JOB_XML -> "<Job Name=\"x\"/>";
      case NODE_GROUP -> Map.of("Name", "x");
      case NODE_GROUP_OPERATION ->
          Map.of("GroupName", "x", "Operation", "add", "NodeNames", List.of("n"));
      case MESSAGE -> "because";
      default -> Map.of("Name", "x");
    };
  }
}
