package io.github.camelhpc.benchmarks.work;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this process since the object was made, in all threads. */
final class ProcessorTime {

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final long begin = system.getProcessCpuTime();

  double milliseconds() {
    return (system.getProcessCpuTime() - begin) / 1e6;
  }
}
