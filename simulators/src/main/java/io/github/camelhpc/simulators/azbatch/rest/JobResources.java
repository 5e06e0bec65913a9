package io.github.camelhpc.simulators.azbatch.rest;

import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ADD_JOB;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DELETE_JOB;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DISABLE_JOB;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ENABLE_JOB;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_JOB;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_JOB_TASK_COUNTS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_JOBS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_PREPARATION_AND_RELEASE_TASK_STATUS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.PATCH_JOB;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.TERMINATE_JOB;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.UPDATE_JOB;

import io.github.camelhpc.simulators.azbatch.account.BatchAccount;
import io.github.camelhpc.simulators.azbatch.account.Jobs;
import java.util.EnumMap;
import java.util.Map;

/** The jobs. */
public final class JobResources implements Resources {

  private final Jobs jobs;

  public JobResources(BatchAccount account) {
    jobs = account.jobs();
  }

  @Override
  public Map<ServedOperation, OperationHandler> handlers() {
    Map<ServedOperation, OperationHandler> handlers = new EnumMap<>(ServedOperation.class);
    handlers.put(
        LIST_PREPARATION_AND_RELEASE_TASK_STATUS,
        call -> new Outcome.Listing(jobs.preparationStatuses(id(call))));
    handlers.put(ADD_JOB, call -> new Outcome.Done(jobs.add(call.body())));
    handlers.put(LIST_JOBS, call -> new Outcome.Listing(jobs.all()));
    handlers.put(GET_JOB, call -> new Outcome.Single(jobs.get(id(call))));
    handlers.put(UPDATE_JOB, call -> new Outcome.Done(jobs.update(id(call), call.body())));
    handlers.put(PATCH_JOB, call -> new Outcome.Done(jobs.patch(id(call), call.body())));
    handlers.put(
        DELETE_JOB,
        call -> {
          jobs.delete(id(call), call.flag("force"));
          return Outcome.done();
        });
    handlers.put(DISABLE_JOB, call -> new Outcome.Done(jobs.disable(id(call), call.body())));
    handlers.put(ENABLE_JOB, call -> new Outcome.Done(jobs.enable(id(call))));
    handlers.put(
        TERMINATE_JOB,
        call -> new Outcome.Done(jobs.terminate(id(call), call.body(), call.flag("force"))));
    handlers.put(GET_JOB_TASK_COUNTS, call -> new Outcome.Json(jobs.get(id(call)).taskCounts()));
    return handlers;
  }

  private static String id(BatchCall call) {
    return call.path("jobId");
  }
}
