package io.github.camelhpc.hpcpack;

import io.github.camelhpc.test.hostile.ComponentValuesTest;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import io.github.camelhpc.test.server.Replies;
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
    component.getConfiguration().setAwaitInterval(10);
    return component;
  }

  @Override
  protected Object body(HpcPackOperation operation) {
    if (operation.spec().body() == null) {
      return null;
    }
    return switch ((HpcPackBody) operation.spec().body()) {
      case JOB_DESCRIPTION ->
          Map.of(
              "Name", "x",
              "environmentVariables", Map.of("A", "1"),
              "tasks", List.of(Map.of("CommandLine", "run")));
      case JOB_XML -> "<Job Name=\"x\"/>";
      case NODE_GROUP -> Map.of("Name", "x");
      case NODE_GROUP_OPERATION ->
          Map.of("GroupName", "x", "Operation", "add", "NodeNames", List.of("n"));
      case MESSAGE -> "because";
      default -> Map.of("Name", "x");
    };
  }

  @Override
  protected Reply good(HpcPackOperation operation, Request request) {
    String path = request.target().replaceFirst("[?].*", "");
    if (request.method().equals("POST")) {
      return Replies.ok(path.endsWith("/jobs") || path.endsWith("/tasks") ? "7" : "");
    }
    return path.endsWith("/tasks")
        ? Replies.ok("[]")
        : Replies.ok(
            "[{\"Name\":\"Id\",\"Value\":\"%s\"},{\"Name\":\"State\",\"Value\":\"Finished\"}]"
                .formatted(path.replaceFirst(".*/", "")));
  }
}
