package io.github.camelhpc.test;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** What a piece of work allocates: unlike its time, it is nearly the same on every machine. */
public final class Allocations {

  /** How often it is measured: the least counts, for the compiler comes at any time. */
  public static final int ROUNDS = 8;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocations() {}

  /** What is measured. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /**
   * Bytes that the work allocates on this thread each time, once it is warm.
   *
   * @param times how often it is done in a round
   */
  public static long perRun(int times, Work work) throws Exception {
    return perRun(times, null, work);
  }

  /**
   * The same on other threads, too.
   *
   * @param threads what their names contain
   */
  public static long perRun(int times, String threads, Work work) throws Exception {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = allocated(threads);
      for (int i = 0; i < times; i++) {
        work.run();
      }
      least = Math.min(least, (allocated(threads) - before) / times);
    }
    return least;
  }

  private static long allocated(String threads) {
    long sum = THREADS.getCurrentThreadAllocatedBytes();
    if (threads != null) {
      for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
        if (thread != null && thread.getThreadName().contains(threads)) {
          sum += THREADS.getThreadAllocatedBytes(thread.getThreadId());
        }
      }
    }
    return sum;
  }
}
