package io.github.camelhpc.simulators.hpcpack;

import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.TaskRunner;

/**
 * The cluster that is simulated.
 *
 * @param version the version of HPC Pack
 * @param dateTimeFormat the .NET pattern of times in answers
 * @param activeHeadNode the head node's name
 * @param nodes how many compute nodes
 * @param cores the cores of each compute node
 * @param taskRunner what runs the tasks
 */
public record HpcPackSettings(
    HpcPackVersion version,
    String dateTimeFormat,
    String activeHeadNode,
    int nodes,
    int cores,
    TaskRunner taskRunner) {

  public HpcPackSettings {
    if (nodes < 1 || nodes > 999 || cores < 1 || cores > 1024) {
      throw new IllegalArgumentException(
          "The cluster needs 1 to 999 nodes with 1 to 1024 cores each, not "
              + nodes
              + " nodes with "
              + cores
              + " cores.");
    }
    if (activeHeadNode == null || activeHeadNode.isBlank()) {
      throw new IllegalArgumentException("The head node needs a name.");
    }
    HpcPackTimes.ofPattern(dateTimeFormat);
  }

  /** HPC Pack 2019 with 4 nodes of 8 cores; every task takes a second. */
  public static HpcPackSettings defaults() {
    return new HpcPackSettings(
        new HpcPackVersion("6.0.7128.0"),
        "M/d/yyyy h:mm:ss tt",
        "HN01",
        4,
        8,
        TaskRunner.simulated(SimulatedTaskRules.standard()));
  }

  /** The same with another version. */
  public HpcPackSettings withVersion(String text) {
    return new HpcPackSettings(
        new HpcPackVersion(text), dateTimeFormat, activeHeadNode, nodes, cores, taskRunner);
  }

  /** The same with another pattern. */
  public HpcPackSettings withDateTimeFormat(String pattern) {
    return new HpcPackSettings(version, pattern, activeHeadNode, nodes, cores, taskRunner);
  }

  /** The same with another head node. */
  public HpcPackSettings withActiveHeadNode(String name) {
    return new HpcPackSettings(version, dateTimeFormat, name, nodes, cores, taskRunner);
  }

  /** The same with other compute nodes. */
  public HpcPackSettings withNodes(int count, int coresOfEach) {
    return new HpcPackSettings(
        version, dateTimeFormat, activeHeadNode, count, coresOfEach, taskRunner);
  }

  /** The same with another runner. */
  public HpcPackSettings withTaskRunner(TaskRunner runner) {
    return new HpcPackSettings(version, dateTimeFormat, activeHeadNode, nodes, cores, runner);
  }
}
