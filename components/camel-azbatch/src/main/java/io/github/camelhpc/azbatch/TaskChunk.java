package io.github.camelhpc.azbatch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tasks that are added with one request: 100 and less than a megabyte (facts/azbatch.md §1.1). */
final class TaskChunk {

  /**
   * A task to be added.
   *
   * @param position where its result belongs
   * @param id its id
   * @param json the task
   */
  record Task(int position, String id, byte[] json) {}

  private static final int MAX_TASKS = 100;
  private static final int MAX_BYTES = 1_000_000;
  private static final byte[] BEGIN = "{\"value\":[".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

  private final List<Task> tasks;
  private int size = BEGIN.length + END.length;

  TaskChunk() {
    this.tasks = new ArrayList<>(MAX_TASKS);
  }

  TaskChunk(List<Task> tasks) {
    this.tasks = tasks;
  }

  /** Whether one more can go with the same request; one alone always can. */
  boolean hasRoomFor(Task task) {
    return tasks.isEmpty() || tasks.size() < MAX_TASKS && size + 1 + task.json().length < MAX_BYTES;
  }

  void add(Task task) {
    tasks.add(task);
    size += 1 + task.json().length;
  }

  List<Task> tasks() {
    return tasks;
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  /** The two halves of one that the service found too large. */
  List<TaskChunk> halves() {
    int middle = tasks.size() / 2;
    return List.of(
        new TaskChunk(tasks.subList(0, middle)),
        new TaskChunk(tasks.subList(middle, tasks.size())));
  }

  byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(BEGIN);
    for (int i = 0; i < tasks.size(); i++) {
      if (i > 0) {
        body.write(',');
      }
      body.writeBytes(tasks.get(i).json());
    }
    body.writeBytes(END);
    return body.toByteArray();
  }
}
