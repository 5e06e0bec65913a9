package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.json.JsonWriter;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.test.hostile.ComponentValuesTest;
import io.github.camelhpc.test.server.MisbehavingServer.Reply;
import io.github.camelhpc.test.server.MisbehavingServer.Request;
import io.github.camelhpc.test.server.Replies;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Component;

/** The shared suite of hostile values. */
class AzBatchValuesTest extends ComponentValuesTest<BatchOperation> {

  /** The servers that were asked for a job; each call has its own. */
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  AzBatchValuesTest() {
    super(AzBatchTestSupport.TESTED);
  }

  @Override
  protected Component component() {
    AzBatchComponent component = new AzBatchComponent();
    component.getConfiguration().setAccountName("stub");
    component.getConfiguration().setAccountKey(StubAccountTestSupport.KEY);
    component.getConfiguration().setAwaitInterval(10);
    return component;
  }

  @Override
  protected Object body(BatchOperation operation) {
    if (operation == BatchOperation.ADD_TASK_COLLECTION) {
      return List.of(Map.of("id", "t", "commandLine", "run"));
    }
    if (operation == BatchOperation.RUN_TASKS) {
      return Map.of("tasks", List.of(Map.of("id", "t", "commandLine", "run")));
    }
    AzBatchBody kind = (AzBatchBody) operation.spec().body();
    return kind == null || kind.isOptional()
        ? null
        : kind.required().stream().collect(Collectors.toMap(Function.identity(), name -> "x"));
  }

  @Override
  protected Map<String, Object> more(BatchOperation operation) {
    return switch (operation) {
      case LIST_PREPARATION_AND_RELEASE_TASK_STATUS -> Map.of(AzBatchConstants.JOB_ID, "j");
      case RUN_TASKS -> Map.of(AzBatchConstants.POOL_ID, "p");
      default -> Map.of();
    };
  }

  /** Tasks are completed once their job was asked for, so that both is always asked. */
  @Override
  protected Reply good(BatchOperation operation, Request request) {
    List<String> path = List.of(request.target().replaceFirst("[?].*", "").split("/"));
    String last = path.get(path.size() - 1);
    if (last.equals("addtaskcollection")) {
      return Replies.ok("{\"value\":[{\"status\":\"success\",\"taskId\":\"t\"}]}");
    }
    if (!request.method().equals("GET")) {
      return Replies.status(202, "");
    }
    String job = path.get(2);
    return switch (last) {
      case "taskcounts" ->
          Replies.ok(
              "{\"taskCounts\":{\"active\":%d}}"
                  .formatted(asked.contains(request.origin()) ? 0 : 1));
      case "tasks" ->
          Replies.ok(
              request.target().contains("filter")
                  ? "{\"value\":[]}"
                  : "{\"value\":[{\"id\":\"t\",\"state\":\"completed\"}]}");
      case "stdout.txt", "stderr.txt" -> Replies.ok("out");
      default -> {
        asked.add(request.origin());
        yield Replies.ok(
            job(
                URLDecoder.decode(job, StandardCharsets.UTF_8),
                operation == BatchOperation.AWAIT_JOB ? "completed" : "active"));
      }
    };
  }

  private static String job(String id, String state) {
    byte[] json = JsonWriter.bytes(Map.of("id", id, "state", state));
    return new String(json, StandardCharsets.UTF_8);
  }

  @Override
  protected Object harmless(Parameter parameter) {
    return parameter.equals(AzBatchParameters.NEXT_LINK) ? url() + "/jobs?$skiptoken=1" : null;
  }
}
