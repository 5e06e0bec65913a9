package io.github.camelhpc.dbapi;

import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.test.hostile.ComponentValuesTest;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import io.github.camelhpc.test.server.Replies;
import java.util.Map;
import org.apache.camel.Component;

/** The shared suite of hostile values. */
class DbapiValuesTest extends ComponentValuesTest<DbapiOperation> {

  DbapiValuesTest() {
    super(DbapiTestSupport.TESTED);
  }

  @Override
  protected Component component() {
    return DbapiTestSupport.component(null);
  }

  @Override
  protected Object body(DbapiOperation operation) {
    if (operation.spec().body() == null) {
      return null;
    }
    return switch ((DbapiBody) operation.spec().body()) {
      case QUERY -> "vm";
      case RESOURCE_DATA -> Map.of("meta", Map.of(), "resources", Map.of());
      default -> null;
    };
  }

  /** A query is not finished at once. */
  @Override
  protected Reply good(DbapiOperation operation, Request request) {
    boolean finished = request.target().contains("action=getStatus");
    return Replies.ok(
        """
        {"requestId":"12344","result":[],
         "status":{"total":1,"matched":1,"processed":%d,"completed":%b,"aborted":false}}"""
            .formatted(finished ? 1 : 0, finished));
  }

  @Override
  protected Object harmless(Parameter parameter) {
    return switch (parameter.option()) {
      case "utcOffset" -> "UTC+01:00";
      case "startTime", "endTime", "snapshotTime" -> "2026-01-31T12:00:00Z";
      default -> null;
    };
  }
}
