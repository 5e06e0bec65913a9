package io.github.camelhpc.simulators.azbatch.rest;

import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DELETE_NODE_FILE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DELETE_TASK_FILE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_NODE_FILE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_NODE_FILE_PROPERTIES;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_TASK_FILE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_TASK_FILE_PROPERTIES;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_NODE_FILES;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_TASK_FILES;

import io.github.camelhpc.simulators.azbatch.account.BatchAccount;
import io.github.camelhpc.simulators.azbatch.account.BatchFiles;
import java.util.EnumMap;
import java.util.Map;

/** The files of tasks and nodes. */
public final class FileResources implements Resources {

  private static final String RECURSIVE = "recursive";

  private final BatchFiles files;

  public FileResources(BatchAccount account) {
    files = account.files();
  }

  @Override
  public Map<ServedOperation, OperationHandler> handlers() {
    Map<ServedOperation, OperationHandler> handlers = new EnumMap<>(ServedOperation.class);
    handlers.put(
        LIST_TASK_FILES,
        call ->
            new Outcome.Listing(
                files.ofTask(call.path("jobId"), call.path("taskId"), call.flag(RECURSIVE))));
    handlers.put(GET_TASK_FILE, this::taskFile);
    handlers.put(GET_TASK_FILE_PROPERTIES, this::taskFile);
    handlers.put(
        DELETE_TASK_FILE,
        call -> {
          files.deleteOfTask(
              call.path("jobId"), call.path("taskId"), file(call), call.flag(RECURSIVE));
          return Outcome.done();
        });
    handlers.put(
        LIST_NODE_FILES,
        call ->
            new Outcome.Listing(
                files.ofNode(call.path("poolId"), call.path("nodeId"), call.flag(RECURSIVE))));
    handlers.put(GET_NODE_FILE, this::nodeFile);
    handlers.put(GET_NODE_FILE_PROPERTIES, this::nodeFile);
    handlers.put(
        DELETE_NODE_FILE,
        call -> {
          files.deleteOfNode(
              call.path("poolId"), call.path("nodeId"), file(call), call.flag(RECURSIVE));
          return Outcome.done();
        });
    return handlers;
  }

  private Outcome taskFile(BatchCall call) {
    return new Outcome.Content(files.ofTask(call.path("jobId"), call.path("taskId"), file(call)));
  }

  private Outcome nodeFile(BatchCall call) {
    return new Outcome.Content(files.ofNode(call.path("poolId"), call.path("nodeId"), file(call)));
  }

  private static String file(BatchCall call) {
    return call.path("filePath");
  }
}
