package io.github.camelhpc.simulators.task;

import java.util.Map;

/**
 * One run of a task.
 *
 * @param label a file name that no other run has, {@code 12.1.3-0} for example
 * @param commandLine what to execute
 * @param environment the variables that the command line sees, beside those of the operating system
 * @param workDirectory the directory that the task asks for; empty if none
 * @param standardInput the file for the standard input; empty if none
 * @param standardOutput the file for the standard output; empty if none
 * @param standardError the file for the standard error; empty if none
 */
public record TaskRun(
    String label,
    String commandLine,
    Map<String, String> environment,
    String workDirectory,
    String standardInput,
    String standardOutput,
    String standardError) {

  public TaskRun {
    environment = Map.copyOf(environment);
  }

  @Override
  public String toString() {
    return "TaskRun[" + label + "]";
  }
}
