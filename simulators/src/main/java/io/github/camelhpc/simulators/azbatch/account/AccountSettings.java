package io.github.camelhpc.simulators.azbatch.account;

import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.TaskRunner;
import java.time.Duration;
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
 */
public record AccountSettings(
    TaskRunner taskRunner,
    String accountName,
    Duration allocationTime,
    Duration bootTime,
    int poolQuota,
    int activeJobQuota) {

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
  }

  /**
   * Nodes are allocated in a second and boot in a second, every task takes a second, and nothing is
   * limited.
   */
  public static AccountSettings defaults() {
    return new AccountSettings(
        TaskRunner.simulated(SimulatedTaskRules.standard()),
        "hpcaccount",
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Integer.MAX_VALUE,
        Integer.MAX_VALUE);
  }

  /** The same with another runner. */
  public AccountSettings withTaskRunner(TaskRunner runner) {
    return new AccountSettings(
        runner, accountName, allocationTime, bootTime, poolQuota, activeJobQuota);
  }

  /** The same with another name. */
  public AccountSettings withAccountName(String name) {
    return new AccountSettings(
        taskRunner, name, allocationTime, bootTime, poolQuota, activeJobQuota);
  }

  /** The same with other times of the nodes. */
  public AccountSettings withNodeTimes(Duration allocation, Duration boot) {
    return new AccountSettings(
        taskRunner, accountName, allocation, boot, poolQuota, activeJobQuota);
  }

  /** The same with other quotas. */
  public AccountSettings withQuotas(int pools, int activeJobsAndSchedules) {
    return new AccountSettings(
        taskRunner, accountName, allocationTime, bootTime, pools, activeJobsAndSchedules);
  }
}
