package io.github.camelhpc.simulators.azbatch.rest;

import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ADD_TASK;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ADD_TASK_COLLECTION;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DELETE_TASK;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_TASK;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_SUBTASKS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_TASKS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.REACTIVATE_TASK;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.TERMINATE_TASK;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.UPDATE_TASK;

import io.github.camelhpc.simulators.azbatch.account.BatchAccount;
import io.github.camelhpc.simulators.azbatch.account.Jobs;
import io.github.camelhpc.simulators.azbatch.account.TaskCollections;
import io.github.camelhpc.simulators.azbatch.account.Tasks;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;

/** The tasks of jobs. */
public final class TaskResources implements Resources {

  private final Jobs jobs;
  private final Tasks tasks;
  private final TaskCollections collections;

  public TaskResources(BatchAccount account) {
    jobs = account.jobs();
    tasks = account.tasks();
    collections = account.collections();
  }

  @Override
  public Map<ServedOperation, OperationHandler> handlers() {
    Map<ServedOperation, OperationHandler> handlers = new EnumMap<>(ServedOperation.class);
    handlers.put(ADD_TASK, call -> new Outcome.Done(tasks.add(job(call), call.body())));
    handlers.put(
        ADD_TASK_COLLECTION, call -> new Outcome.Json(collections.add(job(call), call.body())));
    handlers.put(LIST_TASKS, call -> new Outcome.Listing(jobs.get(job(call)).tasks()));
    handlers.put(GET_TASK, call -> new Outcome.Single(tasks.get(job(call), task(call))));
    handlers.put(
        UPDATE_TASK, call -> new Outcome.Done(tasks.update(job(call), task(call), call.body())));
    handlers.put(
        DELETE_TASK,
        call -> {
          tasks.delete(job(call), task(call));
          return Outcome.done();
        });
    handlers.put(TERMINATE_TASK, call -> new Outcome.Done(tasks.terminate(job(call), task(call))));
    handlers.put(
        REACTIVATE_TASK, call -> new Outcome.Done(tasks.reactivate(job(call), task(call))));
    handlers.put(
        LIST_SUBTASKS,
        call ->
            new Outcome.Json(new JsonObject().put("value", tasks.subtasks(job(call), task(call)))));
    return handlers;
  }

  private static String job(BatchCall call) {
    return call.path("jobId");
  }

  private static String task(BatchCall call) {
    return call.path("taskId");
  }
}
