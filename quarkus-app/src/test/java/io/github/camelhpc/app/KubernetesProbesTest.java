package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SimulatedCluster.class)
class KubernetesProbesTest {

  @Test
  void theProbesOfTheDeploymentAreAnswered() throws IOException {
    JsonNode container =
        KubernetesManifests.base("Deployment").at("/spec/template/spec/containers/0");
    for (String probe : List.of("startup", "liveness", "readiness")) {
      String path = container.at("/" + probe + "Probe/httpGet/path").asText();
      assertThat(path).startsWith("/q/health/");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(RestAssured.get(path).statusCode()).as(path).isEqualTo(200));
    }
  }
}
