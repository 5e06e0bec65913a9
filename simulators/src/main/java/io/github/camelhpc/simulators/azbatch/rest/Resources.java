package io.github.camelhpc.simulators.azbatch.rest;

import java.util.Map;

/** The operations on one kind of resource: jobs, tasks, pools, and so on. */
public interface Resources {

  /** What each of its operations does. */
  Map<ServedOperation, OperationHandler> handlers();
}
