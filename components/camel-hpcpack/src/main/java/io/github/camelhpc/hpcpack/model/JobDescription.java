package io.github.camelhpc.hpcpack.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole job as runJob takes it: either a job XML, or properties, variables and tasks. The
 * collections cannot be changed.
 *
 * @param properties the job's properties, such as Name; looked up in any case
 * @param environmentVariables what the commands of all tasks see
 * @param customProperties free names and values, not seen by the commands
 * @param tasks the tasks, in their order
 * @param jobXml the job XML, well-formed and without a document type; {@code null} if there is
 *     none, else all others are empty
 */
public record JobDescription(
    Map<String, String> properties,
    Map<String, String> environmentVariables,
    Map<String, String> customProperties,
    List<TaskDescription> tasks,
    String jobXml) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if there is a job XML and something beside it, or if it cannot
   *     be used
   */
  public JobDescription {
    properties = properties(properties);
    environmentVariables = copy(environmentVariables);
    customProperties = copy(customProperties);
    tasks = tasks == null ? List.of() : List.copyOf(tasks);
    if (jobXml != null) {
      boolean alone =
          properties.isEmpty()
              && environmentVariables.isEmpty()
              && customProperties.isEmpty()
              && tasks.isEmpty();
      if (!alone) {
        throw new IllegalArgumentException(
            "a job is described by a job XML or by properties and tasks, not by both");
      }
      JobXml.requireJob(jobXml);
    }
  }

  /** A job made from a job XML. */
  public static JobDescription ofXml(String jobXml) {
    return new JobDescription(null, null, null, null, jobXml);
  }

  /**
   * Reads a job from a message body, which may be
   *
   * <ul>
   *   <li>a Map, or JSON text of an object, with the keys {@code environmentVariables}, {@code
   *       customProperties}, {@code tasks} and {@code properties}, all optional and in any case;
   *       every other key is a property of the job and beats the same one in {@code properties}. A
   *       task is the same without {@code tasks}. Wherever a map is, a list of objects with the
   *       members Name and Value can be;
   *   <li>text of a job XML, or a {@link Job};
   *   <li>a JobDescription.
   * </ul>
   *
   * <p>Truth values become {@code True} and {@code False}, {@code null} the empty text; a list is
   * joined by commas where the property is a list, such as NodeGroups (facts/hpcpack.md §3).
   *
   * @throws IllegalArgumentException if the body is anything else, naming the place in it
   */
  public static JobDescription of(Object body) {
    if (body instanceof JobDescription description) {
      return description;
    }
    if (body instanceof Job job) {
      return ofXml(JobXml.write(job));
    }
    if (body instanceof CharSequence text) {
      return ofText(withoutMark(text.toString()).strip());
    }
    if (body == null) {
      throw empty();
    }
    return JobDescriptionBody.read(body);
  }

  /** The names of what is set, not the values: they can be secret. */
  @Override
  public String toString() {
    return jobXml != null
        ? "JobDescription[jobXml of %d characters]".formatted(jobXml.length())
        : "JobDescription[properties=%s, environmentVariables=%s, customProperties=%s, %d tasks]"
            .formatted(
                properties.keySet(),
                environmentVariables.keySet(),
                customProperties.keySet(),
                tasks.size());
  }

  static Map<String, String> properties(Map<String, String> map) {
    return Collections.unmodifiableMap(map == null ? new PropertyMap() : new PropertyMap(map));
  }

  // Names of variables keep their case: on Linux nodes Path and PATH are two.
  static Map<String, String> copy(Map<String, String> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private static JobDescription ofText(String text) {
    if (text.isEmpty()) {
      throw empty();
    }
    return text.startsWith("<") ? ofXml(text) : JobDescriptionBody.read(MessageBody.fromJson(text));
  }

  private static String withoutMark(String text) {
    String stripped = text.stripLeading();
    return stripped.startsWith("\ufeff") ? stripped.substring(1) : stripped;
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException(
        "the body is empty; it must be a job description: a Map, JSON, job XML or a Job");
  }
}
