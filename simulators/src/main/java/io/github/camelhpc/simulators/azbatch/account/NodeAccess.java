package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import io.github.camelhpc.simulators.azbatch.account.body.PoolShapes;
import io.vertx.core.json.JsonObject;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The users of nodes, and what else is known about a node from outside. */
public final class NodeAccess {

  private static final String REMOTE_ADDRESS = "203.0.113.10";
  private static final int FIRST_PORT = 50_000;
  private static final int PORTS = 10_000;

  private final Pools pools;
  private final NodeActions actions;

  NodeAccess(Pools pools, NodeActions actions) {
    this.pools = pools;
    this.actions = actions;
  }

  /** Adds a user. */
  public Entity addUser(String poolId, String nodeId, JsonObject body) {
    JsonObject user = PoolShapes.ADD_USER.check(body);
    ComputeNode node = actions.usable(poolId, nodeId);
    refuseKeyOnWindows(node, user);
    if (node.users().putIfAbsent(Wire.key(user.getString("name")), user) != null) {
      throw Conflict.exists("NodeUserExists", "user of the compute node");
    }
    return new NodeUser(node, user.getString("name"));
  }

  /** Replaces what a user has; what is not given is removed. */
  public Entity updateUser(String poolId, String nodeId, String name, JsonObject body) {
    JsonObject changed = PoolShapes.UPDATE_USER.check(body);
    ComputeNode node = actions.usable(poolId, nodeId);
    refuseKeyOnWindows(node, changed);
    JsonObject present = node.users().get(Wire.key(name));
    if (present == null) {
      throw Missing.nodeUser();
    }
    changed.put("name", present.getString("name"));
    Wire.putIfPresent(changed, "isAdmin", present.getBoolean("isAdmin"));
    node.users().put(Wire.key(name), changed);
    return new NodeUser(node, present.getString("name"));
  }

  private static void refuseKeyOnWindows(ComputeNode node, JsonObject user) {
    if (node.pool().isWindows() && user.containsKey("sshPublicKey")) {
      throw BatchFault.invalidProperty(
          "sshPublicKey", "(a key)", "Nodes with Windows take a password only.");
    }
  }

  /** Removes a user. */
  public void deleteUser(String poolId, String nodeId, String name) {
    ComputeNode node = actions.usable(poolId, nodeId);
    if (node.users().remove(Wire.key(name)) == null) {
      throw Missing.nodeUser();
    }
  }

  /** ComputeNodeGetRemoteLoginSettingsResult; nobody listens there. */
  public JsonObject remoteLoginSettings(String poolId, String nodeId) {
    ComputeNode node = pools.node(poolId, nodeId);
    return new JsonObject()
        .put("remoteLoginIPAddress", REMOTE_ADDRESS)
        .put("remoteLoginPort", FIRST_PORT + (int) (node.number() % PORTS));
  }

  /** UploadBatchServiceLogsResult; there is nothing to upload. */
  public JsonObject uploadLogs(String poolId, String nodeId, JsonObject body) {
    PoolShapes.UPLOAD_LOGS.check(body);
    ComputeNode node = actions.usable(poolId, nodeId);
    return new JsonObject()
        .put("virtualDirectoryName", node.pool().key() + "/" + node.id())
        .put("numberOfFilesUploaded", 0);
  }

  /** The extensions of its pool, by their names. */
  public NavigableMap<String, Entity> extensions(String poolId, String nodeId) {
    ComputeNode node = pools.node(poolId, nodeId);
    NavigableMap<String, Entity> extensions = new TreeMap<>();
    for (Object extension : node.pool().extensions()) {
      NodeExtension entry = new NodeExtension(node, (JsonObject) extension);
      extensions.put(entry.key(), entry);
    }
    return extensions;
  }

  /** One of them. */
  public Entity extension(String poolId, String nodeId, String name) {
    Entity extension = extensions(poolId, nodeId).get(Wire.key(name));
    if (extension == null) {
      throw Missing.extension();
    }
    return extension;
  }
}
