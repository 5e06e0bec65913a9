package io.github.camelhpc.simulators.task;

import java.util.Map;

/**
 * One run of a task.
 *
 * @param group a directory name that the runs of one job share, {@code job-12} for example
 * @param label a file name that no other run has, {@code 12.1.3-0} for example
 * @param commandLine what to execute
 * @param environment the variables that the command line sees, beside those of the operating system
 * @param workDirectory the directory that the task asks for; empty for one that the job has for
 *     itself
 * @param standardInput the file for the standard input; empty if none
 * @param standardOutput the file for the standard output; empty if none
 * @param standardError the file for the standard error; empty if none
 */
public record TaskRun(
    String group,
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
