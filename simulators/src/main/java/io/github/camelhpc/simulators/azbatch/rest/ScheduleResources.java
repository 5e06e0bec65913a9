package io.github.camelhpc.simulators.azbatch.rest;

import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ADD_JOB_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DELETE_JOB_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DISABLE_JOB_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ENABLE_JOB_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.EXISTS_JOB_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_JOB_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_JOBS_FROM_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_JOB_SCHEDULES;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.PATCH_JOB_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.TERMINATE_JOB_SCHEDULE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.UPDATE_JOB_SCHEDULE;

import io.github.camelhpc.simulators.azbatch.account.BatchAccount;
import io.github.camelhpc.simulators.azbatch.account.JobSchedules;
import java.util.EnumMap;
import java.util.Map;

/** The job schedules. */
public final class ScheduleResources implements Resources {

  private final JobSchedules schedules;

  public ScheduleResources(BatchAccount account) {
    schedules = account.schedules();
  }

  @Override
  public Map<ServedOperation, OperationHandler> handlers() {
    Map<ServedOperation, OperationHandler> handlers = new EnumMap<>(ServedOperation.class);
    handlers.put(ADD_JOB_SCHEDULE, call -> new Outcome.Done(schedules.add(call.body())));
    handlers.put(LIST_JOB_SCHEDULES, call -> new Outcome.Listing(schedules.all()));
    handlers.put(GET_JOB_SCHEDULE, call -> new Outcome.Single(schedules.get(id(call))));
    handlers.put(EXISTS_JOB_SCHEDULE, call -> new Outcome.Done(schedules.get(id(call))));
    handlers.put(
        UPDATE_JOB_SCHEDULE, call -> new Outcome.Done(schedules.update(id(call), call.body())));
    handlers.put(
        PATCH_JOB_SCHEDULE, call -> new Outcome.Done(schedules.patch(id(call), call.body())));
    handlers.put(DISABLE_JOB_SCHEDULE, call -> new Outcome.Done(schedules.disable(id(call))));
    handlers.put(ENABLE_JOB_SCHEDULE, call -> new Outcome.Done(schedules.enable(id(call))));
    handlers.put(
        TERMINATE_JOB_SCHEDULE,
        call -> new Outcome.Done(schedules.terminate(id(call), call.flag("force"))));
    handlers.put(
        DELETE_JOB_SCHEDULE,
        call -> {
          schedules.delete(id(call), call.flag("force"));
          return Outcome.done();
        });
    handlers.put(
        LIST_JOBS_FROM_SCHEDULE, call -> new Outcome.Listing(schedules.get(id(call)).jobs()));
    return handlers;
  }

  private static String id(BatchCall call) {
    return call.path("jobScheduleId");
  }
}
