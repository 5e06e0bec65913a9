package io.github.camelhpc.azbatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A task that {@code runTasks} ran, and what it wrote. */
public final class TaskOutput {

  /** Opens a file of the task by its name. */
  @FunctionalInterface
  interface Files {
    InputStream open(String name) throws IOException;
  }

  private final Map<String, Object> task;
  private final Files files;

  TaskOutput(Map<String, Object> task, Files files) {
    this.task = task;
    this.files = files;
  }

  /** The task's id. */
  public String getTaskId() {
    return (String) task.get("id");
  }

  /** {@code success} or {@code failure}; null if the service does not say. */
  public String getResult() {
    return (String) execution().get("result");
  }

  /** Whether the result is success. */
  public boolean isSuccess() {
    return "success".equalsIgnoreCase(getResult());
  }

  /** The exit code of the command line, or null if it was not run. */
  public Integer getExitCode() {
    return execution().get("exitCode") instanceof Number code ? code.intValue() : null;
  }

  /** How the task was run, as the service tells it: startTime, endTime, failureInfo and others. */
  public Map<String, Object> getExecutionInfo() {
    return execution();
  }

  /**
   * What the task wrote to its standard output: {@code stdout.txt}. Each call opens it anew; empty
   * if the task did not get so far that there is one.
   *
   * @throws IOException if it cannot be read
   */
  public InputStream getStdout() throws IOException {
    return files.open("stdout.txt");
  }

  /** What the task wrote to its standard error: {@code stderr.txt}; as {@link #getStdout}. */
  public InputStream getStderr() throws IOException {
    return files.open("stderr.txt");
  }

  /** Id, result, exit code and how it was run. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("taskId", getTaskId());
    map.put("result", getResult());
    map.put("exitCode", getExitCode());
    map.put("executionInfo", getExecutionInfo());
    return map;
  }

  private Map<String, Object> execution() {
    Map<String, Object> execution = BatchRequestBody.members(task.get("executionInfo"));
    return execution == null ? Map.of() : execution;
  }

  @Override
  public String toString() {
    return "TaskOutput[" + getTaskId() + ", " + getResult() + ", exit code " + getExitCode() + "]";
  }
}
