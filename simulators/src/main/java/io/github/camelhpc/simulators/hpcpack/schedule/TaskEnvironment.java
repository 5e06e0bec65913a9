package io.github.camelhpc.simulators.hpcpack.schedule;

import io.github.camelhpc.simulators.hpcpack.model.Allocation;
import io.github.camelhpc.simulators.hpcpack.model.Job;
import io.github.camelhpc.simulators.hpcpack.model.JobProperty;
import io.github.camelhpc.simulators.hpcpack.model.Task;
import io.github.camelhpc.simulators.hpcpack.model.TaskProperty;
import io.github.camelhpc.simulators.task.TaskRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a command line gets to see of its task. */
final class TaskEnvironment {

  private TaskEnvironment() {}

  static TaskRun run(Task task) {
    return new TaskRun(
        "job-" + task.job().id(),
        task.dottedId() + "-" + task.requeueCount(),
        task.commandLine(),
        variables(task),
        task.expanded(TaskProperty.WORK_DIRECTORY),
        task.expanded(TaskProperty.STD_IN_FILE_PATH),
        task.expanded(TaskProperty.STD_OUT_FILE_PATH),
        task.expanded(TaskProperty.STD_ERR_FILE_PATH));
  }

  /**
   * The job's variables, over them the task's. Custom properties are not visible (facts/hpcpack.md
   * §3.4).
   */
  private static Map<String, String> variables(Task task) {
    Job job = task.job();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CCP_JOBID", String.valueOf(job.id()));
    variables.put("CCP_JOBNAME", job.setting(JobProperty.NAME));
    variables.put("CCP_OWNER", job.owner());
    variables.put("CCP_TASKID", String.valueOf(task.taskId()));
    variables.put("CCP_TASKINSTANCEID", String.valueOf(task.instanceId()));
    variables.put("CCP_NODES", nodes(task.allocations()));
    variables.put("CCP_NUMCPUS", String.valueOf(cores(task.allocations())));
    variables.putAll(job.environment());
    variables.putAll(task.environment());
    return variables;
  }

  /** The number of nodes, then each with the number of its cores. */
  private static String nodes(List<Allocation> allocations) {
    return allocations.size()
        + allocations.stream()
            .map(one -> " " + one.node().name() + " " + one.cores().cardinality())
            .collect(Collectors.joining());
  }

  private static int cores(List<Allocation> allocations) {
    return allocations.stream().mapToInt(one -> one.cores().cardinality()).sum();
  }
}
