package io.github.camelhpc.app;

import io.github.camelhpc.hpcpack.model.TaskDescription;
import io.github.camelhpc.hpcpack.model.TaskType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes tasks of Azure Batch from one task of a job that is written for HPC Pack. */
final class TaskTranslation {

  private final TaskShell shell;
  private final String jobId;
  private final int number;
  private final TaskDescription task;
  private final String owner;

  /**
   * @param number its number in the job, from 1
   */
  TaskTranslation(TaskShell shell, String jobId, int number, TaskDescription task) {
    this.shell = shell;
    this.jobId = jobId;
    this.number = number;
    this.task = task;
    this.owner = "task " + (property("Name").isEmpty() ? number : property("Name"));
  }

  /**
   * Adds it, or one task for each value of a sweep.
   *
   * @throws UntranslatableJobException if only HPC Pack can run it
   */
  void addTo(List<AzureTask> tasks) {
    PortableProperties.OF_TASKS.require(owner, task.properties());
    String commandLine = property("CommandLine");
    if (commandLine.isEmpty()) {
      throw new UntranslatableJobException("the " + owner + " has no CommandLine");
    }
    if (commandLine.contains("CCP_")) {
      throw new UntranslatableJobException(
          "the command line of the " + owner + " has variables of HPC Pack (CCP_…)");
    }
    TaskType type = TaskType.of(property("Type"));
    if (type == null || type == TaskType.BASIC) {
      tasks.add(instance(0, commandLine));
    } else if (type == TaskType.PARAMETRIC_SWEEP) {
      addSweep(tasks, commandLine);
    } else {
      throw new UntranslatableJobException(
          "the " + owner + " is of the type " + type + ", which has no counterpart there");
    }
  }

  /** An asterisk stands for the value (facts/hpcpack.md §3.2). */
  private void addSweep(List<AzureTask> tasks, String commandLine) {
    long start = number("StartValue", 1);
    long end = number("EndValue", 0);
    long increment = number("IncrementValue", 1);
    if (end == 0 || increment == 0) {
      throw new UntranslatableJobException(
          "the " + owner + " is a sweep without EndValue, or with IncrementValue 0");
    }
    int instance = 0;
    for (long value = start;
        value <= end && tasks.size() <= JobTranslation.MAX_TASKS;
        value += increment) {
      instance++;
      tasks.add(instance(instance, commandLine.replace("*", String.valueOf(value))));
    }
  }

  private long number(String name, long otherwise) {
    Long number = JobTranslation.number(owner, task.properties(), name);
    return number == null ? otherwise : number;
  }

  /**
   * @param instance the number of the instance of a sweep, from 1; 0 for a task that is none
   */
  private AzureTask instance(int instance, String commandLine) {
    String id = instance == 0 ? String.valueOf(number) : number + "-" + instance;
    return new AzureTask(id, description(instance, commandLine), members(id, commandLine));
  }

  private Map<String, Object> members(String id, String commandLine) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", id);
    JobTranslation.putDisplayName(members, task.properties());
    members.put("commandLine", shell.commandLine(commandLine));
    Map<String, String> variables = shell.environment(commandLine, task.environmentVariables());
    if (!variables.isEmpty()) {
      members.put("environmentSettings", JobTranslation.settings(variables));
    }
    Map<String, Object> constraints = JobTranslation.constraints(owner, task.properties());
    if (!constraints.isEmpty()) {
      members.put("constraints", constraints);
    }
    return members;
  }

  /** The id is as HPC Pack makes it: job, task and, in a sweep, instance. */
  private Map<String, String> description(int instance, String commandLine) {
    Map<String, String> description = new LinkedHashMap<>();
    String id = jobId + "." + number;
    TaskType type = instance == 0 ? TaskType.BASIC : TaskType.PARAMETRIC_SWEEP;
    description.put("TaskId", instance == 0 ? id : id + "." + instance);
    description.put("Name", property("Name"));
    description.put("Type", type.toString());
    description.put("CommandLine", commandLine);
    description.put("ParentJobId", jobId);
    description.put("JobTaskId", String.valueOf(number));
    description.put("InstanceId", String.valueOf(instance));
    return description;
  }

  private String property(String name) {
    return task.properties().getOrDefault(name, "");
  }
}
