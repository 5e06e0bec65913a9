package io.github.camelhpc.hpcpack.model;

import java.util.Map;

/**
 * One task of a {@link JobDescription}. The maps cannot be changed.
 *
 * @param properties the task's properties, such as CommandLine; names in any case
 * @param environmentVariables what the command sees beside the job's variables
 * @param customProperties free names and values, not seen by the command
 */
public record TaskDescription(
    Map<String, String> properties,
    Map<String, String> environmentVariables,
    Map<String, String> customProperties) {

  /** Copies the maps. */
  public TaskDescription {
    properties = JobDescription.properties(properties);
    environmentVariables = JobDescription.copy(environmentVariables);
    customProperties = JobDescription.copy(customProperties);
  }

  /** The names of what is set, not the values: they can be secret. */
  @Override
  public String toString() {
    return "TaskDescription[properties=%s, environmentVariables=%s, customProperties=%s]"
        .formatted(properties.keySet(), environmentVariables.keySet(), customProperties.keySet());
  }
}
