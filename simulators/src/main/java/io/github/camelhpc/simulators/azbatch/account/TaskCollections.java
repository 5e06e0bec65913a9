package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.body.TaskShapes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Adds many tasks with one request (facts/azbatch.md §2.4). */
public final class TaskCollections {

  /** The service takes no more at once (facts/azbatch.md §1.1). */
  private static final int MOST_TASKS = 100;

  private static final long SEED = 42;

  private final Tasks tasks;
  private final Random order = new Random(SEED);
  private int failures;

  TaskCollections(Tasks tasks) {
    this.tasks = tasks;
  }

  /** The next tasks of collections fail by an error of the server. */
  void failNext(int count) {
    failures = count;
  }

  /** TaskAddCollectionResult; the results come in another order than the tasks. */
  public JsonObject add(String jobId, JsonObject body) {
    JsonArray given = TaskShapes.COLLECTION.check(body).getJsonArray("value");
    if (given.size() > MOST_TASKS) {
      throw BatchFault.of(
          413,
          "RequestBodyTooLarge",
          "A collection has at most " + MOST_TASKS + " tasks, not " + given.size() + ".");
    }
    BatchJob job = tasks.open(jobId);
    List<JsonObject> wanted = given.stream().map(TaskCollections::withId).toList();
    List<JsonObject> results = new ArrayList<>();
    wanted.forEach(task -> results.add(add(job, task)));
    Collections.shuffle(results, order);
    return new JsonObject().put("value", new JsonArray(results));
  }

  /** Without an id there is nothing to give a result for. */
  private static JsonObject withId(Object entry) {
    if (entry instanceof JsonObject task && task.getValue("id") instanceof String) {
      return task;
    }
    throw BatchFault.missingProperty("id");
  }

  private JsonObject add(BatchJob job, JsonObject task) {
    String id = task.getString("id");
    JsonObject result = new JsonObject();
    if (failures > 0) {
      failures--;
      return result
          .put("status", "servererror")
          .put("taskId", id)
          .put("error", error(BatchFault.of(500, "InternalError", "The server has failed.")));
    }
    try {
      BatchTask added = tasks.add(job, task);
      return result
          .put("status", "Success")
          .put("taskId", id)
          .put("eTag", added.eTag())
          .put("lastModified", Wire.time(added.lastModified()))
          .put("location", added.path());
    } catch (BatchFault refused) {
      return result.put("status", "clienterror").put("taskId", id).put("error", error(refused));
    }
  }

  private static JsonObject error(BatchFault fault) {
    JsonObject error =
        new JsonObject()
            .put("code", fault.code())
            .put("message", new JsonObject().put("lang", "en-US").put("value", fault.getMessage()));
    if (!fault.values().isEmpty()) {
      JsonArray values = new JsonArray();
      fault
          .values()
          .forEach(
              value ->
                  values.add(new JsonObject().put("key", value.key()).put("value", value.value())));
      error.put("values", values);
    }
    return error;
  }
}
