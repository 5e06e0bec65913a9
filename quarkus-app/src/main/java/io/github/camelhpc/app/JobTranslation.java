package io.github.camelhpc.app;

import io.github.camelhpc.hpcpack.model.JobDescription;
import io.github.camelhpc.hpcpack.model.TaskDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a job of Azure Batch from one that is written for HPC Pack. What Azure Batch would do
 * otherwise is not translated: then the job has to stay where it is.
 */
final class JobTranslation {

  /** More are a matter for a job that is made for Azure Batch. */
  static final int MAX_TASKS = 10_000;

  /** Azure Batch takes no longer ones (facts/azbatch.md §0). */
  private static final int MAX_DISPLAY_NAME = 1024;

  private final String pool;
  private final TaskShell shell;

  /**
   * @param pool the id of the pool whose nodes run the tasks
   * @param shell what runs their command lines
   */
  JobTranslation(String pool, TaskShell shell) {
    this.pool = pool;
    this.shell = shell;
  }

  /**
   * Translates a job; the same text always gives the same tasks.
   *
   * @param id the id that the job gets
   * @param text job XML, or JSON as {@code hpcpack:runJob} takes it
   * @throws UntranslatableJobException if only HPC Pack can run it
   * @throws IllegalArgumentException if it is no job
   */
  AzureJob translate(String id, String text) {
    JobDescription job = ClusterJob.read(text);
    PortableProperties.OF_JOBS.require("job", job.properties());
    List<AzureTask> tasks = new ArrayList<>();
    int number = 0;
    for (TaskDescription task : job.tasks()) {
      number++;
      new TaskTranslation(shell, id, number, task).addTo(tasks);
      if (tasks.size() > MAX_TASKS) {
        throw new UntranslatableJobException("the job has more than " + MAX_TASKS + " tasks");
      }
    }
    if (tasks.isEmpty()) {
      throw new UntranslatableJobException("the job has no tasks");
    }
    return new AzureJob(id, job.properties().getOrDefault("Name", ""), members(id, job), tasks);
  }

  private Map<String, Object> members(String id, JobDescription job) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", id);
    putDisplayName(members, job.properties());
    members.put("poolInfo", Map.of("poolId", pool));
    Map<String, Object> constraints = constraints("job", job.properties());
    Long retries = number("job", job.properties(), "TaskExecutionFailureRetryLimit");
    if (retries != null) {
      constraints.put("maxTaskRetryCount", retries);
    }
    if (!constraints.isEmpty()) {
      members.put("constraints", constraints);
    }
    if (!job.environmentVariables().isEmpty()) {
      members.put("commonEnvironmentSettings", settings(job.environmentVariables()));
    }
    return members;
  }

  static void putDisplayName(Map<String, Object> members, Map<String, String> properties) {
    String name = properties.getOrDefault("Name", "");
    if (!name.isEmpty()) {
      members.put("displayName", name.substring(0, Math.min(name.length(), MAX_DISPLAY_NAME)));
    }
  }

  /** The longest run; HPC Pack counts seconds, of which 0 are no limit. */
  static Map<String, Object> constraints(String owner, Map<String, String> properties) {
    Map<String, Object> constraints = new LinkedHashMap<>();
    Long seconds = number(owner, properties, "RuntimeSeconds");
    if (seconds != null && seconds > 0) {
      constraints.put("maxWallClockTime", Duration.ofSeconds(seconds).toString());
    }
    return constraints;
  }

  static List<Map<String, String>> settings(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> Map.of("name", variable.getKey(), "value", variable.getValue()))
        .toList();
  }

  /**
   * @return null if the property is not set
   */
  static Long number(String owner, Map<String, String> properties, String name) {
    String text = properties.getOrDefault(name, "");
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new UntranslatableJobException(
          "the property " + name + " of the " + owner + " is no whole number");
    }
    return Long.valueOf(text);
  }
}
