package io.github.camelhpc.support.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RuntimeCamelException;
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
    implements CamelContextAware {

  private CamelContext camelContext;
  private CamelClusterService clusterService;
  private String namespace = "camel-hpc";
  private CamelClusterView view;

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return super.begin(consumer, endpoint) && isLeader();
  }

  private synchronized boolean isLeader() {
    try {
      if (view == null) {
        view = service().getView(namespace);
        view.start();
      }
    } catch (Exception e) {
      view = null;
      throw RuntimeCamelException.wrapRuntimeCamelException(e);
    }
    CamelClusterMember local = view.getLocalMember();
    return local != null && local.isLeader();
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
