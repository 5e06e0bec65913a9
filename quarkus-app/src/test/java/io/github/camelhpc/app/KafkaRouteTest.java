package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;

/** The leader's route of docs/deployment.md in the application, without a broker. */
@QuarkusTest
@TestProfile(KafkaRouteTest.OwnRoute.class)
@QuarkusTestResource(SimulatedCluster.class)
class KafkaRouteTest {

  private static final String ROUTE = "jobs-to-kafka";

  /** A folder with the route of the page. */
  public static final class OwnRoute implements QuarkusTestProfile {

    private static final Pattern BLOCK =
        Pattern.compile(
            "^```yaml\\R(- route:\\R    id: " + ROUTE + ".*?)^```",
            Pattern.DOTALL | Pattern.MULTILINE);

    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Path routes = Files.createDirectory(Files.createTempDirectory("kafka").resolve("routes"));
        Files.writeString(routes.resolve("kafka.yaml"), yaml());
        return Map.of(
            "app.routes", routes.toString(), "camel.component.kafka.brokers", "127.0.0.1:1");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String yaml() throws IOException {
      Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "docs", "deployment.md")));
      assertThat(block.find()).isTrue();
      return block.group(1);
    }
  }

  @Inject CamelContext context;

  @Test
  void theApplicationStartsWithoutABrokerAndItsReadinessNamesTheProducer() {
    assertThat(context.getRouteController().getRouteStatus(ROUTE)).isEqualTo(ServiceStatus.Started);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              Response readiness = RestAssured.get("/q/health/ready");
              assertThat(readiness.statusCode()).isEqualTo(503);
              assertThat(readiness.asString()).contains("kafka");
            });
    assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
  }
}
