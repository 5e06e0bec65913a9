package io.github.camelhpc.simulators.hpcpack.schedule;

import java.time.Instant;
import java.util.List;

/**
 * One operation on the cluster (facts/hpcpack.md §9).
 *
 * @param id a GUID
 * @param name what was done
 * @param state {@code Executing} or {@code Committed}
 * @param operator who did it
 * @param node to which node
 * @param updateTime when it last changed
 * @param entries what happened, newest first
 */
public record OperationLog(
    String id,
    String name,
    String state,
    String operator,
    String node,
    Instant updateTime,
    List<Entry> entries) {

  public OperationLog {
    entries = List.copyOf(entries);
  }

  /**
   * One line of the log.
   *
   * @param message the text
   * @param createTime when it was written
   */
  public record Entry(String message, Instant createTime) {}
}
