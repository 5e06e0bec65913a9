package io.github.camelhpc.simulators.hpcsoa;

import io.github.camelhpc.simulators.hpcsoa.service.EchoService;
import io.github.camelhpc.simulators.hpcsoa.service.PricingService;
import java.time.Duration;
import java.util.Objects;

/**
 * The SOA web service that is simulated.
 *
 * @param services the services that sessions can be created for
 * @param brokerNode the host that sessions name as their broker node; null for the one that the
 *     server listens at
 * @param cluster the cluster's name, for paths of the form {@code /WindowsHPC/{cluster}}
 * @param workers how many requests are processed at a time
 * @param requestTime how long each takes by the clock; zero for as long as the service needs
 * @param maxSessions how many sessions can be open at a time
 * @param elementPrefix what the names of elements begin with, {@code HPCServer2008} or {@code
 *     HPCPack2008}
 */
public record HpcSoaSettings(
    SoaServices services,
    String brokerNode,
    String cluster,
    int workers,
    Duration requestTime,
    int maxSessions,
    String elementPrefix) {

  /** As Microsoft's client and broker name their elements (facts/hpcsoa.md §8). */
  public static final String REAL_PREFIX = "HPCServer2008";

  /** As the published pages name them. */
  public static final String PUBLISHED_PREFIX = "HPCPack2008";

  public HpcSoaSettings {
    if (workers < 1 || workers > 1000) {
      throw new IllegalArgumentException("There must be 1 to 1000 SOA workers, not " + workers);
    }
    if (requestTime.isNegative()) {
      throw new IllegalArgumentException("A SOA request cannot take a negative time.");
    }
    if (maxSessions < 0) {
      throw new IllegalArgumentException("There cannot be " + maxSessions + " SOA sessions.");
    }
    if (!elementPrefix.equals(REAL_PREFIX) && !elementPrefix.equals(PUBLISHED_PREFIX)) {
      throw new IllegalArgumentException(
          "SOA element names begin with HPCServer2008 or HPCPack2008, not " + elementPrefix + ".");
    }
    if (!Objects.requireNonNull(cluster).matches("[\\w.-]+")) {
      throw new IllegalArgumentException("The name of the SOA cluster cannot be '" + cluster + "'");
    }
  }

  /** An echo and a pricing service, four workers, and no time that a request takes. */
  public static HpcSoaSettings defaults() {
    SoaServices services =
        SoaServices.none()
            .with(EchoService.NAME, "", new EchoService())
            .with(PricingService.NAME, "", new PricingService());
    return new HpcSoaSettings(services, null, "HPCCluster", 4, Duration.ZERO, 1000, REAL_PREFIX);
  }

  /** The same with one more service. */
  public HpcSoaSettings withService(String name, String version, SoaService service) {
    return new HpcSoaSettings(
        services.with(name, version, service),
        brokerNode,
        cluster,
        workers,
        requestTime,
        maxSessions,
        elementPrefix);
  }

  /** The same with another broker node. */
  public HpcSoaSettings withBrokerNode(String host) {
    return new HpcSoaSettings(
        services, host, cluster, workers, requestTime, maxSessions, elementPrefix);
  }

  /** The same with another cluster name. */
  public HpcSoaSettings withCluster(String name) {
    return new HpcSoaSettings(
        services, brokerNode, name, workers, requestTime, maxSessions, elementPrefix);
  }

  /** The same with other workers. */
  public HpcSoaSettings withWorkers(int count) {
    return new HpcSoaSettings(
        services, brokerNode, cluster, count, requestTime, maxSessions, elementPrefix);
  }

  /** The same with another time that a request takes. */
  public HpcSoaSettings withRequestTime(Duration time) {
    return new HpcSoaSettings(
        services, brokerNode, cluster, workers, time, maxSessions, elementPrefix);
  }

  /** The same with another limit of open sessions. */
  public HpcSoaSettings withMaxSessions(int count) {
    return new HpcSoaSettings(
        services, brokerNode, cluster, workers, requestTime, count, elementPrefix);
  }

  /** The same with other element names. */
  public HpcSoaSettings withElementPrefix(String prefix) {
    return new HpcSoaSettings(
        services, brokerNode, cluster, workers, requestTime, maxSessions, prefix);
  }
}
