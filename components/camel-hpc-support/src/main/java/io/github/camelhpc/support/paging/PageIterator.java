package io.github.camelhpc.support.paging;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Iterates over a list that comes in pages. With an executor the next page is read while this one
 * is handed out, so at most two are in memory; without one it is read when it is needed. For one
 * thread at a time; to be closed if it is not read to its end.
 */
public final class PageIterator<T> implements Iterator<T>, Closeable {

  private final PageSource<T> source;
  private final Executor executor;
  private final long limit;
  private Iterator<T> items = List.<T>of().iterator();
  private String continuation;
  private boolean more = true;
  private FutureTask<Page<T>> ahead;
  private long read;
  private long given;

  /**
   * @param executor reads the page ahead, or null to read none ahead
   * @param limit how many entries at most, 0 for all
   */
  public PageIterator(PageSource<T> source, Executor executor, long limit) {
    this.source = source;
    this.executor = executor;
    this.limit = limit <= 0 ? Long.MAX_VALUE : limit;
  }

  /**
   * @throws PageReadException if the next page cannot be read
   */
  @Override
  public boolean hasNext() {
    if (given >= limit) {
      return false;
    }
    while (!items.hasNext() && more) {
      take(ahead == null ? page(continuation) : joined());
    }
    return items.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    given++;
    return items.next();
  }

  private void take(Page<T> page) {
    items = page.items().iterator();
    read += page.items().size();
    continuation = page.next();
    more = continuation != null && read < limit;
    ahead = null;
    if (more && executor != null) {
      String following = continuation;
      ahead = new FutureTask<>(() -> page(following));
      executor.execute(ahead);
    }
  }

  private Page<T> page(String after) {
    try {
      return source.read(after);
    } catch (Exception e) {
      throw new PageReadException(e);
    }
  }

  private Page<T> joined() {
    // if no thread has begun with it this one does: all threads may wait for pages themselves
    ahead.run();
    try {
      return ahead.get();
    } catch (ExecutionException e) {
      // read again by whoever asks again
      ahead = null;
      throw e.getCause() instanceof PageReadException failure
          ? failure
          : new PageReadException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PageReadException(e);
    }
  }

  /** Stops reading; a page that is being read is dropped. */
  @Override
  public void close() {
    more = false;
    if (ahead != null) {
      ahead.cancel(false);
      ahead = null;
    }
    items = List.<T>of().iterator();
  }
}
