package io.github.camelhpc.simulators.azbatch.rest;

import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ADD_NODE_USER;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DEALLOCATE_NODE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DELETE_NODE_USER;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.DISABLE_NODE_SCHEDULING;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.ENABLE_NODE_SCHEDULING;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_NODE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_NODE_EXTENSION;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.GET_NODE_REMOTE_LOGIN_SETTINGS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_NODES;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.LIST_NODE_EXTENSIONS;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.REBOOT_NODE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.REIMAGE_NODE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.START_NODE;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.UPDATE_NODE_USER;
import static io.github.camelhpc.simulators.azbatch.rest.ServedOperation.UPLOAD_NODE_BATCH_SERVICE_LOGS;

import io.github.camelhpc.simulators.azbatch.account.BatchAccount;
import io.github.camelhpc.simulators.azbatch.account.NodeAccess;
import io.github.camelhpc.simulators.azbatch.account.NodeActions;
import io.github.camelhpc.simulators.azbatch.account.Pools;
import java.util.EnumMap;
import java.util.Map;

/** The nodes of pools. */
public final class NodeResources implements Resources {

  private final Pools pools;
  private final NodeActions nodes;
  private final NodeAccess access;

  public NodeResources(BatchAccount account) {
    pools = account.pools();
    nodes = account.nodes();
    access = account.nodeAccess();
  }

  @Override
  public Map<ServedOperation, OperationHandler> handlers() {
    Map<ServedOperation, OperationHandler> handlers = new EnumMap<>(ServedOperation.class);
    handlers.put(LIST_NODES, call -> new Outcome.Listing(pools.get(pool(call)).nodes()));
    handlers.put(GET_NODE, call -> new Outcome.Single(pools.node(pool(call), node(call))));
    putActions(handlers);
    putAccess(handlers);
    return handlers;
  }

  private void putActions(Map<ServedOperation, OperationHandler> handlers) {
    handlers.put(
        REBOOT_NODE, call -> new Outcome.Done(nodes.reboot(pool(call), node(call), call.body())));
    handlers.put(
        REIMAGE_NODE, call -> new Outcome.Done(nodes.reimage(pool(call), node(call), call.body())));
    handlers.put(START_NODE, call -> new Outcome.Done(nodes.start(pool(call), node(call))));
    handlers.put(
        DEALLOCATE_NODE,
        call -> new Outcome.Done(nodes.deallocate(pool(call), node(call), call.body())));
    handlers.put(
        DISABLE_NODE_SCHEDULING,
        call -> new Outcome.Done(nodes.disableScheduling(pool(call), node(call), call.body())));
    handlers.put(
        ENABLE_NODE_SCHEDULING,
        call -> new Outcome.Done(nodes.enableScheduling(pool(call), node(call))));
  }

  private void putAccess(Map<ServedOperation, OperationHandler> handlers) {
    handlers.put(
        ADD_NODE_USER,
        call -> new Outcome.Done(access.addUser(pool(call), node(call), call.body())));
    handlers.put(
        UPDATE_NODE_USER,
        call ->
            new Outcome.Done(
                access.updateUser(pool(call), node(call), call.path("userName"), call.body())));
    handlers.put(
        DELETE_NODE_USER,
        call -> {
          access.deleteUser(pool(call), node(call), call.path("userName"));
          return Outcome.done();
        });
    handlers.put(
        GET_NODE_REMOTE_LOGIN_SETTINGS,
        call -> new Outcome.Json(access.remoteLoginSettings(pool(call), node(call))));
    handlers.put(
        UPLOAD_NODE_BATCH_SERVICE_LOGS,
        call -> new Outcome.Json(access.uploadLogs(pool(call), node(call), call.body())));
    handlers.put(
        LIST_NODE_EXTENSIONS,
        call -> new Outcome.Listing(access.extensions(pool(call), node(call))));
    handlers.put(
        GET_NODE_EXTENSION,
        call ->
            new Outcome.Single(
                access.extension(pool(call), node(call), call.path("extensionName"))));
  }

  private static String pool(BatchCall call) {
    return call.path("poolId");
  }

  private static String node(BatchCall call) {
    return call.path("nodeId");
  }
}
