package io.github.camelhpc.simulators.hpcpack.model;

import java.util.BitSet;
import java.util.stream.Collectors;

/**
 * Cores of one node that a task has.
 *
 * @param node the node
 * @param cores the numbers of the cores, from 0 on
 */
public record Allocation(ClusterNode node, BitSet cores) {

  /** The node's name and the numbers of the cores. */
  @Override
  public String toString() {
    return node.name()
        + " "
        + cores.stream().mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }
}
