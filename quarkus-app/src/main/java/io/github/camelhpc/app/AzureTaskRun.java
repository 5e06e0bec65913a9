package io.github.camelhpc.app;

import java.util.Map;

/**
 * How a task went on Azure Batch.
 *
 * @param members the members of CloudTask
 * @param output the beginning of what it wrote; empty if that is not there any more
 */
public record AzureTaskRun(Map<String, Object> members, String output) {

  /** The task's id in its job. */
  String id() {
    return String.valueOf(members.get("id"));
  }

  /** The members of executionInfo; empty if it has not run. */
  Map<?, ?> execution() {
    return object(members.get("executionInfo"));
  }

  /** The node that it ran on; empty if it has not run. */
  String node() {
    return text(object(members.get("nodeInfo")).get("nodeId"));
  }

  static Map<?, ?> object(Object member) {
    return member instanceof Map<?, ?> map ? map : Map.of();
  }

  static String text(Object member) {
    return member == null ? "" : member.toString();
  }
}
