package io.github.camelhpc.simulators;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the services were asked for. Every request is counted, the ones that met a fault or had no
 * credentials too; the details of the last ones are kept. Requests to {@code /simulator} are left
 * out.
 */
public final class RequestLog {

  private final int capacity;
  private final Deque<LoggedRequest> last = new ArrayDeque<>();
  private final Map<String, Long> counts = new HashMap<>();
  private long total;

  RequestLog(int capacity) {
    this.capacity = capacity;
  }

  /** The number of requests. */
  public synchronized long count() {
    return total;
  }

  /**
   * The number of requests of this method and exactly this path, without regard to case.
   *
   * @param method {@code GET} for example
   * @param path {@code /hpc/jobs} for example, without a query
   */
  public synchronized long count(String method, String path) {
    return counts.getOrDefault(key(method, path), 0L);
  }

  /**
   * The last answered requests, oldest first; at most as many as the builder's {@code
   * requestLogSize}.
   */
  public synchronized List<LoggedRequest> all() {
    return List.copyOf(last);
  }

  /** Forgets everything. */
  public synchronized void clear() {
    last.clear();
    counts.clear();
    total = 0;
  }

  /** Counts at arrival, so that a request that stalls is seen while it stalls. */
  synchronized void arrived(String method, String path) {
    total++;
    counts.merge(key(method, path), 1L, Long::sum);
  }

  synchronized void answered(LoggedRequest request) {
    if (last.size() == capacity) {
      last.poll();
    }
    if (capacity > 0) {
      last.add(request);
    }
  }

  private static String key(String method, String path) {
    return (method + " " + path).toLowerCase(Locale.ROOT);
  }
}
