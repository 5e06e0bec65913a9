package io.github.camelhpc.app.leader;

import io.github.camelhpc.support.camel.LeaderPollStrategy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/**
 * Lets a consumer poll while this application leads: {@code pollStrategy: "#leaderOnly"}. Unlike
 * camel-hpc-support's LeaderOnlyPollStrategy it waits until what the leader before has left is put
 * in order.
 */
@ApplicationScoped
@Named("leaderOnly")
@RegisterForReflection
public class LeaderOnly extends DefaultPollingConsumerPollStrategy implements LeaderPollStrategy {

  private final Leadership leadership;

  @Inject
  LeaderOnly(Leadership leadership) {
    this.leadership = leadership;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return super.begin(consumer, endpoint) && isLeader();
  }

  @Override
  public boolean isLeader() {
    return leadership.isLeader();
  }

  @Override
  public long term() {
    return leadership.term();
  }
}
