package io.github.camelhpc.support.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Shared connections, health, and leadership. */
@Timeout(30)
class ServiceComponentTest extends TinyTestSupport {

  @Test
  void endpointsOfTheSameSettingsShareAConnectionThatTheLastCloses() throws Exception {
    Endpoint first = context.getEndpoint("tiny:getThing?thingId=1");
    Endpoint second = context.getEndpoint("tiny:listThings");
    assertThat(component.connections).hasValue(1);

    context.removeEndpoint(first);
    assertThat(service.closed).hasValue(0);
    context.removeEndpoint(second);
    assertThat(service.closed).hasValue(1);
  }

  @Test
  void endpointOfOtherSettingsHasItsOwnConnection() {
    context.getEndpoint("tiny:listThings");
    context.getEndpoint("tiny:listThings?serviceUrl=https://other");

    assertThat(component.connections).hasValue(2);
  }

  @Test
  void settingsDoNotShowThemselves() {
    assertThat(new ConnectionSettings("ann", "s3cret").toString()).doesNotContain("s3cret");
  }

  @Test
  void readinessAsksTheService() {
    context.getEndpoint("tiny:listThings");

    assertThat(check().getState()).isEqualTo(State.UP);
    assertThat(service.pings).hasValue(1);

    service.failure = TinyService.fault(401, null);
    assertThat(check().getState()).isEqualTo(State.DOWN);
    assertThat(check().getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
    assertThat(check().getMessage()).hasValueSatisfying(m -> assertThat(m).contains("401"));
  }

  @Test
  void readinessOfAConnectionThatIsClosedIsNotAskedFor() throws Exception {
    Endpoint endpoint = context.getEndpoint("tiny:listThings");
    assertThat(readiness()).isNotEmpty();

    context.removeEndpoint(endpoint);

    assertThat(readiness()).isEmpty();
  }

  @Test
  void onlyTheLeaderPolls() throws Exception {
    FakeClusterService cluster = new FakeClusterService();
    context.addService(cluster);
    LeaderOnlyPollStrategy strategy = new LeaderOnlyPollStrategy();
    strategy.setCamelContext(context);
    context.getRegistry().bind("leaderOnly", strategy);
    service.set(1, "Queued");
    route("r", "tiny:getThing?thingId=1&delay=20&initialDelay=0&pollStrategy=#leaderOnly");

    await().until(() -> readiness().stream().allMatch(r -> r.getState() == State.UP));
    await()
        .during(Duration.ofMillis(200))
        .until(
            () ->
                service.reads.isEmpty()
                    && readiness().stream().allMatch(r -> r.getState() == State.UP));

    cluster.leader = true;
    getMockEndpoint("mock:end").expectedMessageCount(1);
    getMockEndpoint("mock:end").assertIsSatisfied(5_000);
  }

  @Test
  void leadershipWithoutAClusterIsAPollError() throws Exception {
    LeaderOnlyPollStrategy strategy = new LeaderOnlyPollStrategy();
    strategy.setCamelContext(context);
    context.getRegistry().bind("leaderOnly", strategy);
    route("r", "tiny:listThings?delay=20&initialDelay=0&pollStrategy=#leaderOnly");

    await().until(() -> readiness().stream().anyMatch(r -> r.getState() == State.DOWN));
    assertThat(service.reads).isEmpty();
  }

  private HealthCheck.Result check() {
    return readiness().stream()
        .filter(r -> r.getCheck().getId().equals("tiny-tiny1"))
        .findFirst()
        .orElseThrow();
  }
}
