package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.paging.PageIterator;
import java.io.Closeable;
import java.util.Iterator;
import java.util.function.Function;

/**
 * The outputs of a job's tasks, page by page. When it is closed, which the exchange does in the
 * end, the job is cleaned up: only then nobody reads a file any more.
 */
final class TaskOutputs implements Iterator<TaskOutput>, Closeable {

  private final PageIterator<Object> tasks;
  private final Function<Object, TaskOutput> output;
  private final Runnable afterwards;
  private boolean closed;

  TaskOutputs(
      PageIterator<Object> tasks, Function<Object, TaskOutput> output, Runnable afterwards) {
    this.tasks = tasks;
    this.output = output;
    this.afterwards = afterwards;
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
    if (!closed) {
      closed = true;
      tasks.close();
      afterwards.run();
    }
  }
}
