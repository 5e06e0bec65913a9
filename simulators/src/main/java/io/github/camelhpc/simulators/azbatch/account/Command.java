package io.github.camelhpc.simulators.azbatch.account;

import java.time.Duration;
import java.util.Map;

/**
 * A command line that a node is to run.
 *
 * @param directory the task's directory on the disk of the node
 * @param commandLine what to run
 * @param environment the variables that it sees
 * @param limit how long it may run; null for any time
 */
record Command(
    ComputeNode node,
    String directory,
    String commandLine,
    Map<String, String> environment,
    Duration limit) {}
