package io.github.camelhpc.hpcpack.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of a job or a task in a body that is made of maps and lists. */
final class JobDescriptionBody {

  private static final String PROPERTIES = "properties";
  private static final String VARIABLES = "environmentVariables";
  private static final String CUSTOM = "customProperties";
  private static final String TASKS = "tasks";

  private final String path;
  private final Set<String> partNames;
  private final Map<String, Object> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final PropertyMap ownProperties = new PropertyMap();

  private JobDescriptionBody(String path, Object value, String... partNames) {
    this.path = path;
    this.partNames = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    this.partNames.addAll(List.of(partNames));
    MessageBody.members(path, value).forEach(this::add);
  }

  static JobDescription read(Object body) {
    if (!(body instanceof Map || body instanceof Collection)) {
      throw new IllegalArgumentException(
          "the body must be a job description (a Map, JSON of an object, job XML or a Job), not "
              + MessageBody.kind(body));
    }
    JobDescriptionBody job = new JobDescriptionBody("", body, PROPERTIES, VARIABLES, CUSTOM, TASKS);
    return new JobDescription(
        job.properties(), job.texts(VARIABLES), job.texts(CUSTOM), job.tasks(), null);
  }

  private void add(String name, Object value) {
    if (!partNames.contains(name)) {
      ownProperties.put(name, MessageBody.text(MessageBody.member(path, name), name, value));
    } else if (spelling.putIfAbsent(name, name) != null) {
      throw new IllegalArgumentException(
          "%s has %s twice, in two spellings".formatted(MessageBody.place(path), name));
    } else {
      parts.put(name, value);
    }
  }

  private PropertyMap properties() {
    PropertyMap all = new PropertyMap(texts(PROPERTIES));
    all.putAll(ownProperties);
    return all;
  }

  private Map<String, String> texts(String part) {
    return MessageBody.texts(partPath(part), parts.get(part));
  }

  private List<TaskDescription> tasks() {
    Object value = parts.get(TASKS);
    if (value != null && !(value instanceof Collection)) {
      throw new IllegalArgumentException(
          "%s must be a list of tasks, not %s"
              .formatted(MessageBody.place(partPath(TASKS)), MessageBody.kind(value)));
    }
    List<TaskDescription> tasks = new ArrayList<>();
    if (value instanceof Collection<?> list) {
      for (Object item : list) {
        tasks.add(task(partPath(TASKS) + "[" + tasks.size() + "]", item));
      }
    }
    return tasks;
  }

  private static TaskDescription task(String path, Object item) {
    if (!(item instanceof Map || item instanceof Collection)) {
      throw new IllegalArgumentException(
          "%s must be an object, not %s"
              .formatted(MessageBody.place(path), MessageBody.kind(item)));
    }
    JobDescriptionBody task = new JobDescriptionBody(path, item, PROPERTIES, VARIABLES, CUSTOM);
    return new TaskDescription(task.properties(), task.texts(VARIABLES), task.texts(CUSTOM));
  }

  private String partPath(String part) {
    return MessageBody.member(path, spelling.getOrDefault(part, part));
  }
}
