package io.github.camelhpc.support.paging;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

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
  private CompletableFuture<Page<T>> ahead;
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
    String following = continuation;
    ahead =
        more && executor != null
            ? CompletableFuture.supplyAsync(() -> page(following), executor)
            : null;
  }

  private Page<T> page(String after) {
    try {
      return source.read(after);
    } catch (Exception e) {
      throw new PageReadException(e);
    }
  }

  private Page<T> joined() {
    try {
      return ahead.join();
    } catch (CompletionException e) {
      // read again by whoever asks again
      ahead = null;
      throw e.getCause() instanceof PageReadException failure
          ? failure
          : new PageReadException(e.getCause());
    }
  }

  /** Stops reading; a page that is being read is dropped. */
  @Override
  public void close() {
    more = false;
    ahead = null;
    items = List.<T>of().iterator();
  }
}
