package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.LoggedRequest;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.junit.jupiter.api.Test;

/** What health endpoints show of accounts. */
class AzBatchHealthTest extends AzBatchTestSupport {

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
  void anAccountInUseIsAskedForOnePool() {
    call("azbatch:listJobs", null);
    call("azbatch:listApplications", null);

    HealthCheck.Result result = onlyResult();

    assertThat(result.getCheck().getId()).startsWith("azbatch-");
    assertThat(result.getState()).isEqualTo(State.UP);
    assertThat(requests("GET", "/pools"))
        .singleElement()
        .extracting(LoggedRequest::query)
        .asString()
        .contains("api-version=2024-07-01.20.0", "maxresults=1", "%24select=id");
  }

  @Test
  void aWrongKeyIsDownWithTheStatusAndWithoutTheKey() {
    String key = "aGlkZGVuIGtleQ==";
    send("azbatch:listJobs?accountKey=RAW(" + key + ")", null);

    HealthCheck.Result result = onlyResult();

    assertThat(result.getState()).isEqualTo(State.DOWN);
    assertThat(result.getDetails()).containsEntry("http.response.code", 403);
    assertThat(result.getMessage().orElseThrow()).contains("check the options accountName");
    assertThat(result.getDetails() + " " + result.getMessage())
        .doesNotContain(key, AccountCredentials.DEFAULT_KEY);
  }
}
