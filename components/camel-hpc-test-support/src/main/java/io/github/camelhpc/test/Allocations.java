package io.github.camelhpc.test;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a piece of work allocates: unlike its time, it is nearly the same on every machine. */
public final class Allocations {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;

  private Allocations() {}

  /**
   * Bytes that the work allocates on this thread each time, once it is warm.
   *
   * @param times how often it is done to get warm, and again to be measured
   */
  public static long perRun(int times, Runnable work) {
    long least = Long.MAX_VALUE;
    // the compiler allocates less once it has seen enough, and may come at any time
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < times; i++) {
        work.run();
      }
      least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / times);
    }
    return least;
  }
}
