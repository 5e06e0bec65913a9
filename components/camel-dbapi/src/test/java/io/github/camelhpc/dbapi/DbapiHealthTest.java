package io.github.camelhpc.dbapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.Test;

/** What health endpoints show of servers. */
class DbapiHealthTest extends DbapiTestSupport {

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    HealthCheckRegistry registry = new DefaultHealthCheckRegistry();
    registry.setCamelContext(context);
    registry.setExposureLevel("full");
    HealthCheckRepository producers = (HealthCheckRepository) registry.resolveById("producers");
    producers.setEnabled(true);
    registry.register(producers);
    context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
    return context;
  }

  private HealthCheck.Result onlyResult() {
    List<HealthCheck.Result> results = List.copyOf(HealthCheckHelper.invokeReadiness(context()));
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  @Test
  void aServerInUseIsAskedForItsDataset() {
    call("dbapi:retrieveDataSubset", null);

    HealthCheck.Result result = onlyResult();

    assertThat(result.getCheck().getId()).startsWith("dbapi-");
    assertThat(result.getState()).isEqualTo(State.UP);
    assertThat(lastRequest().query()).contains("action=retrieveDataset", "dataset=defaultDs");
  }

  @Test
  void aServerThatDoesNotKnowTheDatasetIsThereAllTheSame() {
    configuration().setDataset("other");
    send("dbapi:retrieveDataset", null);

    assertThat(onlyResult().getState()).isEqualTo(State.UP);
  }

  @Test
  void aWrongPasswordIsDownWithTheStatusAndWithoutThePassword() {
    String password = "hidden-and-wrong";
    send("dbapi:retrieveDataset?password=" + password, null);

    HealthCheck.Result result = onlyResult();

    assertThat(result.getState()).isEqualTo(State.DOWN);
    assertThat(result.getDetails()).containsEntry("http.response.code", 401);
    assertThat(result.getMessage().orElseThrow()).contains("check the options credentialType");
    assertThat(result.getDetails() + " " + result.getMessage()).doesNotContain(password);
  }
}
