package io.github.camelhpc.simulators.task;

/**
 * How a run ended.
 *
 * @param exitCode the exit code; meaningless if there is an error
 * @param output what was written to standard output and standard error, unless it went to files
 * @param error why the command line could not be run, a sentence; null if it was run
 */
public record TaskResult(int exitCode, String output, String error) {

  /** HPC Pack keeps the first 4 KB of the output (facts/hpcpack.md §3.2). */
  public static final int MAX_OUTPUT = 4096;

  /** The part of the output that HPC Pack keeps, at most {@value #MAX_OUTPUT} characters. */
  public String shortOutput() {
    return output.length() > MAX_OUTPUT ? output.substring(0, MAX_OUTPUT) : output;
  }

  /** The command line was run. */
  public static TaskResult exited(int exitCode, String output) {
    return new TaskResult(exitCode, output, null);
  }

  /** The command line could not be run. */
  public static TaskResult notRun(String error) {
    return new TaskResult(-1, "", error);
  }
}
