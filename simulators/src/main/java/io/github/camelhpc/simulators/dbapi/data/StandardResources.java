package io.github.camelhpc.simulators.dbapi.data;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a standard data set begins with. */
final class StandardResources {

  private static final String SERIAL = "410001";
  private static final int HOSTS = 4;
  private static final int POOLS = 2;

  private StandardResources() {}

  static List<ResourceType> types(int machines, Duration interval) {
    return List.of(
        hosts(interval),
        machines(machines, interval),
        storage(),
        pools(interval),
        volumes(machines, interval));
  }

  private static ResourceType hosts(Duration interval) {
    return ResourceType.of("h")
        .resources(HOSTS, "host%d")
        .attribute(ScalarAttribute.of("memory", "Memory", "MB", "262144"))
        .attribute(ScalarAttribute.of("cpuCores", "Cores", "", "32"))
        .attribute(load("cpuUsage", "cpu usage", "%", 100, interval))
        .attribute(load("memUsage", "memory usage", "%", 100, interval));
  }

  /** The network series has gaps, so that results have several blocks. */
  private static ResourceType machines(int count, Duration interval) {
    return ResourceType.of("vm")
        .resources(
            numbered(
                count,
                i ->
                    new ResourceName(
                        "vm%03d".formatted(i),
                        "vm%03d".formatted(i),
                        Set.of("h#host" + (1 + (i - 1) % HOSTS)))))
        .attribute(ScalarAttribute.of("memory", "Memory", "MB", "8192"))
        .attribute(ScalarAttribute.of("cpuCount", "CPUs", "", "4"))
        .attribute(load("cpuUsage", "cpu usage", "%", 100, interval).withKey("cpu Usage"))
        .attribute(load("memUsage", "memory usage", "%", 100, interval))
        .attribute(load("netUsage", "network usage", "KB/s", 50_000, interval).withGaps(20, 5));
  }

  private static ResourceType storage() {
    return ResourceType.of("raidStorage")
        .resource(SERIAL, "VSP " + SERIAL)
        .attribute(ScalarAttribute.of("model", "Model", "", "VSP 5600"));
  }

  private static ResourceType pools(Duration interval) {
    return ResourceType.of("raidPool")
        .resources(
            numbered(
                POOLS,
                i -> new ResourceName(pool(i), "Pool " + (i - 1), Set.of(storageSignature()))))
        .attribute(ScalarAttribute.of("capacity", "Capacity", "GB", "102400"))
        .attribute(load("usedCapacity", "used capacity", "%", 100, interval));
  }

  private static ResourceType volumes(int count, Duration interval) {
    return ResourceType.of("raidLdev")
        .resources(
            numbered(
                count,
                i ->
                    new ResourceName(
                        SERIAL + "-" + volume(i),
                        volume(i).replace('^', ':'),
                        Set.of(storageSignature(), "raidPool#" + pool(1 + i % POOLS)))))
        .attribute(ScalarAttribute.of("capacity", "Capacity", "GB", "100"))
        .attribute(load("readIOPS", "read IOPS", "IOPS", 5_000, interval))
        .attribute(load("writeIOPS", "write IOPS", "IOPS", 5_000, interval));
  }

  private static List<ResourceName> numbered(int count, IntFunction<ResourceName> resource) {
    return IntStream.rangeClosed(1, count).mapToObj(resource).toList();
  }

  private static String storageSignature() {
    return "raidStorage#" + SERIAL;
  }

  private static String pool(int number) {
    return SERIAL + "-" + (number - 1);
  }

  /** Signatures have ^ for the colons of a volume's number (facts/dbapi.md §5.2). */
  private static String volume(int number) {
    return "%02X^%02X^%02X".formatted(number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF);
  }

  private static SeriesAttribute load(
      String id, String label, String unit, double high, Duration interval) {
    return SeriesAttribute.of(id, label, unit, Metric.daily(id, 0, high)).withInterval(interval);
  }
}
