package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.model.ClusterNode;
import io.github.camelhpc.simulators.hpcpack.model.NodeState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings nodes from state to state, by the clock, and keeps the log of it (facts/hpcpack.md §1.5,
 * §4). A node that has tasks is drained first, whatever is to be done with it.
 */
public final class NodeOperations {

  private static final Duration TRANSITION = Duration.ofSeconds(1);

  private final SchedulerContext context;
  private final Scheduler scheduler;
  private final List<OperationLog> log = new ArrayList<>();
  private final Map<ClusterNode, Running> draining = new HashMap<>();

  public NodeOperations(Scheduler scheduler) {
    this.scheduler = scheduler;
    context = scheduler.context();
    scheduler.onIdleNode(this::idle);
  }

  /** All operations, oldest first. */
  public List<OperationLog> log() {
    return Collections.unmodifiableList(log);
  }

  /**
   * Starts an operation; the node gets to its end state later.
   *
   * @param operation {@code start}, {@code stop}, {@code reboot}, {@code shutdown}, {@code
   *     bringOnline} or {@code takeOffline}, without regard to case
   * @throws HpcPackFault if there is no such operation
   */
  public void operate(ClusterNode node, String operation, String operator) {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(candidate -> candidate.wireName.equalsIgnoreCase(operation))
            .findFirst()
            .orElseThrow(
                () ->
                    HpcPackFault.notFound(
                        "There is no node operation '"
                            + operation
                            + "'; use start, stop, reboot, shutdown, bringOnline or takeOffline."));
    Running running = new Running(node, kind, log.size());
    log.add(
        new OperationLog(
            guid(log.size()),
            kind.title + " " + node.name(),
            "Executing",
            operator,
            node.name(),
            context.now(),
            List.of(entry("The operation has been started."))));
    draining.remove(node);
    if (node.usedCores() > 0 && kind.endState != NodeState.ONLINE) {
      node.moveTo(NodeState.DRAINING, context.now());
      draining.put(node, running);
    } else {
      transit(running);
    }
  }

  private void idle(ClusterNode node) {
    Running running = draining.remove(node);
    if (running != null) {
      transit(running);
    }
  }

  private void transit(Running running) {
    ClusterNode node = running.node;
    if (running.kind.transition != null) {
      node.moveTo(running.kind.transition, context.now());
    }
    NodeState from = node.state();
    context.after(
        TRANSITION,
        () -> {
          if (node.state() == from) {
            node.moveTo(running.kind.endState, context.now());
            scheduler.nodesChanged();
          }
          commit(running);
        });
  }

  private void commit(Running running) {
    OperationLog old = log.get(running.logIndex);
    List<OperationLog.Entry> entries = new ArrayList<>();
    entries.add(entry("The node is " + running.node.state().wireName() + "."));
    entries.addAll(old.entries());
    log.set(
        running.logIndex,
        new OperationLog(
            old.id(), old.name(), "Committed", old.operator(), old.node(), context.now(), entries));
  }

  private OperationLog.Entry entry(String message) {
    Instant now = context.now();
    return new OperationLog.Entry(message, now);
  }

  private static String guid(int index) {
    return UUID.nameUUIDFromBytes(("operation " + index).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private record Running(ClusterNode node, Kind kind, int logIndex) {}

  /** The end states are those that the web portal waits for (§4). */
  private enum Kind {
    START("start", "Start node", NodeState.STARTING, NodeState.OFFLINE),
    STOP("stop", "Stop node", NodeState.STOPPING, NodeState.NOT_DEPLOYED),
    REBOOT("reboot", "Reboot node", NodeState.STARTING, NodeState.OFFLINE),
    SHUTDOWN("shutdown", "Shut down node", NodeState.STOPPING, NodeState.UNKNOWN),
    BRING_ONLINE("bringOnline", "Bring node online", null, NodeState.ONLINE),
    TAKE_OFFLINE("takeOffline", "Take node offline", NodeState.DRAINING, NodeState.OFFLINE);

    private final String wireName;
    private final String title;
    private final NodeState transition;
    private final NodeState endState;

    Kind(String wireName, String title, NodeState transition, NodeState endState) {
      this.wireName = wireName;
      this.title = title;
      this.transition = transition;
      this.endState = endState;
    }
  }
}
