package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.paging.PageIterator;
import java.io.Closeable;
import java.util.Iterator;
import java.util.function.Function;

/** The outputs of a job's tasks, page by page. */
final class TaskOutputs implements Iterator<TaskOutput>, Closeable {

  private final PageIterator<Object> tasks;
  private final Function<Object, TaskOutput> output;

  TaskOutputs(PageIterator<Object> tasks, Function<Object, TaskOutput> output) {
    this.tasks = tasks;
    this.output = output;
  }

  @Override
  public boolean hasNext() {
    return tasks.hasNext();
  }

  @Override
  public TaskOutput next() {
    return output.apply(tasks.next());
  }

  @Override
  public void close() {
    tasks.close();
  }
}
