package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.Fault;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.Test;

/** What health endpoints show of clusters and consumers. */
class HpcPackHealthTest extends HpcPackConsumerTestSupport {

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    HealthCheckRegistry registry = new DefaultHealthCheckRegistry();
    registry.setCamelContext(context);
    registry.setExposureLevel("full");
    for (String id : List.of("producers", "consumers")) {
      HealthCheckRepository repository = (HealthCheckRepository) registry.resolveById(id);
      repository.setEnabled(true);
      registry.register(repository);
    }
    context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
    return context;
  }

  private List<HealthCheck.Result> results() {
    return List.copyOf(HealthCheckHelper.invokeReadiness(context()));
  }

  private HealthCheck.Result onlyResult() {
    List<HealthCheck.Result> results = results();
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  @Test
  void aClusterInUseIsChecked() {
    assertThat(results()).isEmpty();
    call("hpcpack:listJobTemplates", null);
    call("hpcpack:getUserRoles", null);

    HealthCheck.Result result = onlyResult();

    assertThat(result.getCheck().getId()).startsWith("hpcpack-");
    assertThat(result.getState()).isEqualTo(State.UP);
    assertThat(simulator.requests().count("GET", "/hpc/cluster/version")).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsDownWithTheStatusAndWithoutThePassword() {
    send("hpcpack:getUserRoles?password=RAW(s3cr3t)", null, Map.of());

    HealthCheck.Result result = onlyResult();

    assertThat(result.getState()).isEqualTo(State.DOWN);
    assertThat(result.getDetails()).containsEntry("http.response.code", 401);
    assertThat(result.getMessage().orElseThrow()).contains("check the options username");
    assertThat(result.getDetails() + " " + result.getMessage()).doesNotContain("s3cr3t");
  }

  @Test
  void aBusyClusterIsAskedOnce() {
    call("hpcpack:getUserRoles", null);
    simulator.faults().matching("GET", "/hpc/cluster/version", Fault.status(503), 99);

    assertThat(onlyResult().getState()).isEqualTo(State.DOWN);
    assertThat(simulator.requests().count("GET", "/hpc/cluster/version")).isEqualTo(1);
  }

  @Test
  void theCheckIsGoneWithTheLastEndpoint() throws Exception {
    call("hpcpack:getUserRoles", null);
    assertThat(results()).hasSize(1);

    context().removeEndpoints("hpcpack:*");

    assertThat(results()).isEmpty();
  }

  @Test
  void aConsumerIsDownWhileItsPollsFailAndUpAgainAfterwards() throws Exception {
    watch("hpcpack:listJobs?maxRetries=0&username=hpcuser&password=RAW(secret)");
    simulator.faults().matching("GET", "/hpc/jobs", Fault.status(503), 1);
    poll();

    HealthCheck.Result down = ofConsumer();
    assertThat(down.getState()).isEqualTo(State.DOWN);
    assertThat(down.getDetails()).containsEntry("http.response.code", 503);
    assertThat(down.getDetails().toString()).doesNotContain("RAW(secret)");

    poll();
    assertThat(ofConsumer().getState()).isEqualTo(State.UP);
  }

  private HealthCheck.Result ofConsumer() {
    return results().stream()
        .filter(result -> result.getCheck().getId().equals("consumer:watch"))
        .findFirst()
        .orElseThrow();
  }
}
