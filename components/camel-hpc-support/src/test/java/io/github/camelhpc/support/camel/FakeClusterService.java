package io.github.camelhpc.support.camel;

import java.util.List;
import java.util.Optional;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.support.cluster.AbstractCamelClusterService;
import org.apache.camel.support.cluster.AbstractCamelClusterView;

/** A cluster with one member, which leads when the test says so. */
final class FakeClusterService extends AbstractCamelClusterService<FakeClusterService.View> {

  volatile boolean leader;
  private volatile View view;

  /** Wins or loses the leadership, and tells who listens. */
  void lead(boolean value) {
    leader = value;
    view.changed();
  }

  @Override
  protected View createView(String namespace) {
    view = new View(this, namespace);
    return view;
  }

  /** What the member sees. */
  static final class View extends AbstractCamelClusterView {

    private final CamelClusterMember member;

    View(FakeClusterService cluster, String namespace) {
      super(cluster, namespace);
      this.member =
          new CamelClusterMember() {
            @Override
            public String getId() {
              return "me";
            }

            @Override
            public boolean isLeader() {
              return cluster.leader;
            }

            @Override
            public boolean isLocal() {
              return true;
            }
          };
    }

    private void changed() {
      fireLeadershipChangedEvent(getLeader().orElse(null));
    }

    @Override
    public Optional<CamelClusterMember> getLeader() {
      return Optional.of(member).filter(CamelClusterMember::isLeader);
    }

    @Override
    public CamelClusterMember getLocalMember() {
      return member;
    }

    @Override
    public List<CamelClusterMember> getMembers() {
      return List.of(member);
    }

    @Override
    protected void doStart() {}

    @Override
    protected void doStop() {}
  }
}
