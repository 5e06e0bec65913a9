package io.github.camelhpc.simulators.azbatch.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that a command line sees. */
final class TaskEnvironment {

  private TaskEnvironment() {}

  /** Those of a task. */
  static Map<String, String> of(TaskExecution execution, String accountName) {
    BatchTask task = execution.task();
    Map<String, String> variables =
        ofJob(task.job(), execution.node(), task.directory(), accountName);
    variables.put("AZ_BATCH_TASK_ID", task.id());
    putAll(variables, task.definition());
    return variables;
  }

  /** Those of the preparation or release task of a job. */
  static Map<String, String> of(
      BatchJob job, JsonObject task, ComputeNode node, String directory, String accountName) {
    Map<String, String> variables = ofJob(job, node, directory, accountName);
    variables.put("AZ_BATCH_TASK_ID", task.getString("id"));
    putAll(variables, task);
    return variables;
  }

  private static Map<String, String> ofJob(
      BatchJob job, ComputeNode node, String directory, String accountName) {
    Map<String, String> variables = ofNode(node, directory, accountName);
    variables.put("AZ_BATCH_JOB_ID", job.id());
    if (job.preparationTask() != null) {
      String preparation = job.directory() + "/" + job.preparationTask().getString("id");
      variables.put("AZ_BATCH_JOB_PREP_DIR", path(node, preparation));
      variables.put("AZ_BATCH_JOB_PREP_WORKING_DIR", path(node, preparation + "/wd"));
    }
    putList(variables, job.definition().getJsonArray("commonEnvironmentSettings"));
    return variables;
  }

  /** Those of the start task of a node, without its own settings. */
  static Map<String, String> ofNode(ComputeNode node, String directory, String accountName) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AZ_BATCH_ACCOUNT_NAME", accountName);
    variables.put("AZ_BATCH_POOL_ID", node.pool().id());
    variables.put("AZ_BATCH_NODE_ID", node.id());
    variables.put("AZ_BATCH_NODE_IS_DEDICATED", Boolean.toString(node.isDedicated()));
    variables.put("AZ_BATCH_NODE_ROOT_DIR", path(node, ""));
    variables.put("AZ_BATCH_NODE_SHARED_DIR", path(node, "shared"));
    variables.put("AZ_BATCH_NODE_STARTUP_DIR", path(node, "startup"));
    variables.put("AZ_BATCH_TASK_DIR", path(node, directory));
    variables.put("AZ_BATCH_TASK_WORKING_DIR", path(node, directory + "/wd"));
    return variables;
  }

  private static String path(ComputeNode node, String file) {
    return node.rootDirectory().map(root -> root.resolve(file).toString()).orElse("/" + file);
  }

  static void putAll(Map<String, String> variables, JsonObject task) {
    putList(variables, task.getJsonArray("environmentSettings"));
  }

  private static void putList(Map<String, String> variables, JsonArray settings) {
    if (settings != null) {
      settings.stream()
          .map(JsonObject.class::cast)
          .forEach(pair -> variables.put(pair.getString("name"), pair.getString("value", "")));
    }
  }
}
