package io.github.camelhpc.support.camel;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.cluster.CamelClusterEventListener;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.cluster.CamelClusterView;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.cluster.ClusterServiceHelper;

/**
 * Lets only the leader of a cluster poll; a follower skips its ticks and stays healthy. Works over
 * any {@link CamelClusterService}: {@code pollStrategy=#leaderOnly}.
 */
public class LeaderOnlyPollStrategy extends DefaultPollingConsumerPollStrategy
    implements LeaderPollStrategy, CamelContextAware {

  private CamelContext camelContext;
  private CamelClusterService clusterService;
  private String namespace = "camel-hpc";
  private CamelClusterView view;
  private boolean led;
  private final AtomicLong changes = new AtomicLong();

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return super.begin(consumer, endpoint) && isLeader();
  }

  @Override
  public synchronized boolean isLeader() {
    CamelClusterMember local = view().getLocalMember();
    boolean leads = local != null && local.isLeader();
    if (leads && !led) {
      changes.incrementAndGet();
    }
    led = leads;
    return leads;
  }

  private CamelClusterView view() {
    if (view == null) {
      try {
        CamelClusterView started = service().getView(namespace);
        started.start();
        // a leadership can be lost and won again between two polls
        started.addEventListener(
            (CamelClusterEventListener.Leadership) (v, leader) -> changes.incrementAndGet());
        view = started;
      } catch (Exception e) {
        throw RuntimeCamelException.wrapRuntimeCamelException(e);
      }
    }
    return view;
  }

  @Override
  public long term() {
    return changes.get();
  }

  private CamelClusterService service() {
    return clusterService == null
        ? ClusterServiceHelper.mandatoryLookupService(camelContext)
        : clusterService;
  }

  @Override
  public CamelContext getCamelContext() {
    return camelContext;
  }

  @Override
  public void setCamelContext(CamelContext camelContext) {
    this.camelContext = camelContext;
  }

  public CamelClusterService getClusterService() {
    return clusterService;
  }

  /** The cluster; by default the one that the context has. */
  public void setClusterService(CamelClusterService clusterService) {
    this.clusterService = clusterService;
  }

  public String getNamespace() {
    return namespace;
  }

  /** Consumers of the same name have one leader together; {@code camel-hpc} by default. */
  public void setNamespace(String namespace) {
    this.namespace = namespace;
  }
}
