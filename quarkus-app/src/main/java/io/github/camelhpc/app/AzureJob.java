package io.github.camelhpc.app;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * A job that was written for HPC Pack and runs on Azure Batch.
 *
 * @param id its id, which this application chose
 * @param name its name in the file; can be empty
 * @param members the members of JobAddParameter
 * @param tasks its tasks in their order
 */
@RegisterForReflection
public record AzureJob(String id, String name, Map<String, Object> members, List<AzureTask> tasks) {

  /** The tasks as {@code azbatch:addTaskCollection} takes them. */
  List<Map<String, Object>> taskParameters() {
    return tasks.stream().map(AzureTask::members).toList();
  }

  /** Without the variables of the tasks, which can be secret. */
  @Override
  public String toString() {
    return "AzureJob[" + id + ", " + name + ", " + tasks.size() + " tasks]";
  }
}
