package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A compute node of a pool. */
public final class ComputeNode implements Entity {

  private static final String AFFINITY = "TVM:";
  private static final String AGENT_VERSION = "1.9.27";

  private final AccountContext context;
  private final Pool pool;
  private final String id;
  private final long number;
  private final boolean dedicated;
  private final StateHistory<NodeState> state;
  private final NodeLoad load = new NodeLoad();
  private final NavigableMap<String, JsonObject> users = new TreeMap<>();
  private boolean schedulingEnabled = true;
  private boolean draining;
  private boolean leaving;
  private Runnable drained;
  private Instant allocationTime;
  private Instant lastBootTime;
  private JsonObject startTaskInfo;
  private CommandRun startTaskRun;
  private NodeDisk disk;

  ComputeNode(AccountContext context, Pool pool, String id, long number, boolean dedicated) {
    this.context = context;
    this.pool = pool;
    this.id = id;
    this.number = number;
    this.dedicated = dedicated;
    state = new StateHistory<>(NodeState.CREATING, context.now());
  }

  Pool pool() {
    return pool;
  }

  /** The id that the service gave it. */
  public String id() {
    return id;
  }

  /** The order of creation in the account. */
  long number() {
    return number;
  }

  boolean isDedicated() {
    return dedicated;
  }

  NodeState state() {
    return state.state();
  }

  void moveTo(NodeState next) {
    if (!state.isIn(next)) {
      state.move(next, context.now());
    }
  }

  void allocated() {
    allocationTime = context.now();
  }

  void booted() {
    lastBootTime = context.now();
  }

  boolean isSchedulingEnabled() {
    return schedulingEnabled;
  }

  void enableScheduling(boolean enabled) {
    schedulingEnabled = enabled;
  }

  void startTaskInfo(JsonObject info) {
    startTaskInfo = info;
  }

  void startTaskRun(CommandRun run) {
    startTaskRun = run;
  }

  /** Its start task is not waited for any more. */
  void abandonStartTask() {
    if (startTaskRun != null) {
      startTaskRun.abandon();
      startTaskRun = null;
    }
  }

  NavigableMap<String, JsonObject> users() {
    return users;
  }

  NodeLoad load() {
    return load;
  }

  int freeSlots() {
    return pool.slotsPerNode() - load.usedSlots();
  }

  boolean takesTasks() {
    return state().isUsable() && schedulingEnabled && !draining && pool.isActive();
  }

  /** Gives slots to a task. */
  void add(TaskExecution execution) {
    load.add(execution);
    moveTo(NodeState.RUNNING);
  }

  /** Takes the slots of a task back. */
  void remove(TaskExecution execution, boolean succeeded) {
    load.remove(execution, succeeded);
    if (load.isIdle() && state.isIn(NodeState.RUNNING)) {
      moveTo(NodeState.IDLE);
    }
    if (load.isIdle() && drained != null) {
      Runnable action = drained;
      drained = null;
      context.soon(action);
    }
  }

  boolean isDraining() {
    return draining;
  }

  /** Takes no more tasks, and runs the action when the last one has ended. */
  void drain(Runnable action) {
    draining = true;
    if (load.isIdle()) {
      context.soon(action);
    } else {
      drained = action;
    }
  }

  /** It is to leave its pool. */
  void leaving() {
    leaving = true;
  }

  boolean isLeaving() {
    return leaving;
  }

  void undrain() {
    draining = false;
    leaving = false;
    drained = null;
  }

  /** The name of its disk among those of all nodes. */
  String diskName() {
    return "azbatch/" + pool.id() + "/" + id;
  }

  /** Where its disk really is; empty if it exists only in memory. */
  Optional<Path> rootDirectory() {
    return context.settings().taskRunner().directory().map(path -> path.resolve(diskName()));
  }

  /** The disk; made when it is used for the first time. */
  NodeDisk disk() {
    if (disk == null) {
      disk =
          rootDirectory()
              .<NodeDisk>map(DirectoryDisk::new)
              .orElseGet(() -> new MemoryDisk(context));
    }
    return disk;
  }

  /** Deletes everything that tasks have left on it. */
  void wipe() {
    if (disk != null) {
      disk.clear();
    }
  }

  String affinityId() {
    return AFFINITY + id;
  }

  static String idOfAffinity(String affinityId) {
    return affinityId.startsWith(AFFINITY) ? affinityId.substring(AFFINITY.length()) : affinityId;
  }

  @Override
  public JsonObject members() {
    JsonObject members = new JsonObject().put("id", id).put("url", path());
    state.writeState(members);
    members.put("schedulingState", schedulingEnabled ? "enabled" : "disabled");
    Wire.putTime(members, "lastBootTime", lastBootTime);
    Wire.putTime(members, "allocationTime", allocationTime);
    members
        .put("ipAddress", ipAddress())
        .put("affinityId", affinityId())
        .put("vmSize", pool.definition().getString("vmSize"));
    load.write(members);
    Wire.putIfPresent(members, "startTask", pool.startTask());
    Wire.putIfPresent(members, "startTaskInfo", startTaskInfo);
    members.put("isDedicated", dedicated);
    if (lastBootTime != null) {
      members.put(
          "nodeAgentInfo",
          new JsonObject()
              .put("version", AGENT_VERSION)
              .put("lastUpdateTime", Wire.time(lastBootTime)));
    }
    return members.put(
        "virtualMachineInfo", new JsonObject().put("imageReference", pool.imageReference()));
  }

  private String ipAddress() {
    return "10." + (number >> 16 & 0xFF) + "." + (number >> 8 & 0xFF) + "." + (number & 0xFF);
  }

  /** The members of a nodeInfo. */
  JsonObject information(String taskDirectory) {
    return new JsonObject()
        .put("affinityId", affinityId())
        .put("nodeUrl", path())
        .put("poolId", pool.id())
        .put("nodeId", id)
        .put("taskRootDirectory", shownPath(taskDirectory))
        .put("taskRootDirectoryUrl", fileUrl(taskDirectory));
  }

  /** Nodes with Windows have backslashes (facts/azbatch.md §3.1). */
  String shownPath(String file) {
    return pool.isWindows() ? file.replace('/', '\\') : file;
  }

  /** The address of a file; its slashes stay readable here, as in the documentation's sample. */
  String fileUrl(String file) {
    return path() + "/files/" + file;
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public String path() {
    return pool.path() + "/nodes/" + id;
  }

  @Override
  public String eTag() {
    return null;
  }

  @Override
  public Instant lastModified() {
    return null;
  }
}
