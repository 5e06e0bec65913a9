package io.github.camelhpc.simulators.dbapi.rest;

import io.github.camelhpc.simulators.Caller;
import io.github.camelhpc.simulators.SimulatorClock;
import io.github.camelhpc.simulators.StateLock;
import io.github.camelhpc.simulators.dbapi.DbapiFault;
import io.github.camelhpc.simulators.dbapi.DbapiSettings;
import io.github.camelhpc.simulators.dbapi.access.DbapiAccess;
import io.github.camelhpc.simulators.dbapi.request.RequestQueue;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeSet;

/** Lets the client in, finds the action that it means, and performs it. */
public final class DbapiHandler {

  private final DbapiAccess access;
  private final FaultAnswers faults;
  private final ServedOperation.Actions actions;

  public DbapiHandler(
      DbapiSettings settings,
      DbapiAccess access,
      DataSets dataSets,
      RequestQueue queue,
      StateLock lock,
      SimulatorClock clock) {
    this.access = access;
    faults = new FaultAnswers(settings.answers());
    actions =
        new ServedOperation.Actions(
            new RequestActions(settings, dataSets, queue, lock, clock, faults),
            new DataSetActions(settings, dataSets, lock),
            new ResourceActions(settings, dataSets, lock));
  }

  /** Answers a request, now or later. */
  public void handle(RoutingContext context) {
    DbapiCall call = new DbapiCall(context);
    try {
      Caller.remember(context, access.check(context.request().getHeader("Authorization")));
      String action = call.requiredQuery("action");
      ServedOperation operation =
          ServedOperation.of(action)
              .orElseThrow(() -> DbapiFault.invalid("There is no action of this name."));
      checkMethod(operation.methods(), call.method());
      operation.perform(actions, call);
    } catch (DbapiFault fault) {
      faults.send(call, fault);
    }
  }

  private static void checkMethod(Set<String> methods, String method) {
    if (!methods.contains(method)) {
      throw DbapiFault.method(
          "This action takes " + String.join(" and ", new TreeSet<>(methods)) + " only.");
    }
  }
}
