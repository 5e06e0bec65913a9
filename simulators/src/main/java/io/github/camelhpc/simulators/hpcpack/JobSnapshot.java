package io.github.camelhpc.simulators.hpcpack;

import java.util.List;
import java.util.Map;

/**
 * A job as it was at one moment.
 *
 * @param id its id
 * @param name its name
 * @param owner whose it is
 * @param state the state's name, {@code Running} for example
 * @param properties all properties as the service gives them
 * @param tasks its tasks, the subtasks in place of their masters
 */
public record JobSnapshot(
    int id,
    String name,
    String owner,
    String state,
    Map<String, String> properties,
    List<TaskSnapshot> tasks) {

  /**
   * A task as it was at one moment.
   *
   * @param taskId the dotted id, {@code 1.2.3} for example
   * @param state the state's name
   * @param properties all properties as the service gives them
   */
  public record TaskSnapshot(String taskId, String state, Map<String, String> properties) {}
}
