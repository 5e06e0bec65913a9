package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.test.hostile.ComponentValuesTest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Component;

/** The shared suite of hostile values. */
class AzBatchValuesTest extends ComponentValuesTest<BatchOperation> {

  AzBatchValuesTest() {
    super(AzBatchTestSupport.TESTED);
  }

  @Override
  protected Component component() {
    AzBatchComponent component = new AzBatchComponent();
    component.getConfiguration().setAccountName("stub");
    component.getConfiguration().setAccountKey(StubAccountTestSupport.KEY);
    return component;
  }

  @Override
  protected Object body(BatchOperation operation) {
    if (operation == BatchOperation.ADD_TASK_COLLECTION) {
      return List.of(Map.of("id", "t", "commandLine", "run"));
    }
    AzBatchBody kind = (AzBatchBody) operation.spec().body();
    return kind == null || kind.isOptional()
        ? null
        : kind.required().stream().collect(Collectors.toMap(Function.identity(), name -> "x"));
  }

  @Override
  protected Map<String, Object> more(BatchOperation operation) {
    return operation == BatchOperation.LIST_PREPARATION_AND_RELEASE_TASK_STATUS
        ? Map.of(AzBatchConstants.JOB_ID, "j")
        : Map.of();
  }

  @Override
  protected Object harmless(Parameter parameter) {
    return parameter.equals(AzBatchParameters.NEXT_LINK) ? url() + "/jobs?$skiptoken=1" : null;
  }
}
