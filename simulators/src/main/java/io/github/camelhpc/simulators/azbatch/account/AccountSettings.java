package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The account that is simulated.
 *
 * @param taskRunner what runs command lines
 * @param accountName what tasks find in {@code AZ_BATCH_ACCOUNT_NAME}
 * @param allocationTime how long it takes until a pool has got nodes or has given them back; not
 *     negative
 * @param bootTime how long a node takes to start; not negative
 * @param poolQuota how many pools there may be; at least 0
 * @param activeJobQuota how many active jobs and job schedules there may be together; at least 0
 * @param pools the pools that are there from the beginning and after a reset, by id: how many nodes
 *     each has, which are idle at once and have one task slot; no id twice in whatever case
 */
public record AccountSettings(
    TaskRunner taskRunner,
    String accountName,
    Duration allocationTime,
    Duration bootTime,
    int poolQuota,
    int activeJobQuota,
    Map<String, Integer> pools) {

  private static final String POOL_ID = "[A-Za-z0-9_-]{1,64}";

  public AccountSettings {
    Objects.requireNonNull(taskRunner, "The account needs a task runner.");
    Objects.requireNonNull(accountName, "The account needs a name.");
    if (allocationTime.isNegative() || bootTime.isNegative()) {
      throw new IllegalArgumentException(
          "The times of allocation and boot must not be negative, as "
              + allocationTime
              + " and "
              + bootTime
              + ".");
    }
    if (poolQuota < 0 || activeJobQuota < 0) {
      throw new IllegalArgumentException(
          "The quotas must not be negative, as " + poolQuota + " and " + activeJobQuota + ".");
    }
    pools.forEach(AccountSettings::checkPool);
    if (pools.keySet().stream().map(String::toLowerCase).distinct().count() < pools.size()) {
      throw new IllegalArgumentException(
          "The ids of pools must differ in more than case, unlike " + pools.keySet() + ".");
    }
    pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
  }

  private static void checkPool(String id, int nodes) {
    if (!id.matches(POOL_ID)) {
      throw new IllegalArgumentException(
          "The id of a pool has 1 to 64 letters, digits, hyphens and underscores, unlike "
              + id
              + ".");
    }
    if (nodes < 0) {
      throw new IllegalArgumentException(
          "The pool " + id + " cannot have " + nodes + " nodes: give 0 or more.");
    }
  }

  /**
   * Nodes are allocated in a second and boot in a second, every task takes a second, nothing is
   * limited, and there is no pool.
   */
  public static AccountSettings defaults() {
    return new AccountSettings(
        TaskRunner.simulated(SimulatedTaskRules.standard()),
        "hpcaccount",
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        Map.of());
  }

  /** The same with another runner. */
  public AccountSettings withTaskRunner(TaskRunner runner) {
    return new AccountSettings(
        runner, accountName, allocationTime, bootTime, poolQuota, activeJobQuota, pools);
  }

  /** The same with another name. */
  public AccountSettings withAccountName(String name) {
    return new AccountSettings(
        taskRunner, name, allocationTime, bootTime, poolQuota, activeJobQuota, pools);
  }

  /** The same with other times of the nodes. */
  public AccountSettings withNodeTimes(Duration allocation, Duration boot) {
    return new AccountSettings(
        taskRunner, accountName, allocation, boot, poolQuota, activeJobQuota, pools);
  }

  /** The same with other quotas. */
  public AccountSettings withQuotas(int poolQuota, int activeJobsAndSchedules) {
    return new AccountSettings(
        taskRunner,
        accountName,
        allocationTime,
        bootTime,
        poolQuota,
        activeJobsAndSchedules,
        pools);
  }

  /**
   * The same with one more pool that is there from the beginning and after a reset.
   *
   * @param id 1 to 64 letters, digits, hyphens and underscores
   * @param nodes how many, at least 0; they are idle at once and have one task slot each
   */
  public AccountSettings withPool(String id, int nodes) {
    Map<String, Integer> more = new LinkedHashMap<>(pools);
    more.put(id, nodes);
    return new AccountSettings(
        taskRunner, accountName, allocationTime, bootTime, poolQuota, activeJobQuota, more);
  }
}
