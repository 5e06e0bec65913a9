package io.github.camelhpc.reliability.soak;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks into another JVM of the same user, which needs no option for it. */
final class Vitals implements AutoCloseable {

  /** What is waiting to be finalised or enqueued goes with the next collection. */
  private static final int COLLECTIONS = 3;

  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final ThreadMXBean threads;
  private final OperatingSystemMXBean system;

  private Vitals(JMXConnector connector) throws IOException {
    this.connector = connector;
    MBeanServerConnection server = connector.getMBeanServerConnection();
    memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
    threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
    system =
        ManagementFactory.getPlatformMXBean(
            server, com.sun.management.UnixOperatingSystemMXBean.class);
  }

  static Vitals of(long pid) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
    try {
      return new Vitals(
          JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
    } finally {
      machine.detach();
    }
  }

  Sample sample() {
    long heap = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      memory.gc();
      heap = Math.min(heap, memory.getHeapMemoryUsage().getUsed());
    }
    return new Sample(heap, threads.getThreadCount(), descriptors());
  }

  private long descriptors() {
    return system instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : -1;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
