package io.github.camelhpc.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.camelhpc.simulators.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.RestRegistry.RestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SimulatedCluster.class)
class JobsApiTest {

  private static final String JSON_JOB =
      """
      {"Name": "by-http", "environmentVariables": {"WHO": "world"},
       "tasks": [{"Name": "greet", "CommandLine": "echo hello $WHO"}]}
      """;

  @Inject CamelContext context;
  @Inject ProducerTemplate template;

  @AfterEach
  void noFaults() {
    SimulatedCluster.simulators().faults().clear();
  }

  @Test
  void aJobInJsonIsSubmittedAndItsResultsAreWritten() {
    int id = post(ContentType.JSON, JSON_JOB);

    when().get("/jobs/" + id).then().statusCode(200).body("Name", equalTo("by-http"));
    when().get("/jobs").then().statusCode(200).body("Id", hasItem(String.valueOf(id)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Files.exists(SimulatedCluster.outbox().resolve(id + "/job.json")));
    when().get("/jobs/" + id).then().body("State", equalTo("Finished"));
    when()
        .get("/jobs/" + id + "/tasks")
        .then()
        .statusCode(200)
        .body("[0].CommandLine", equalTo("echo hello $WHO"))
        .body("[0].ExitCode", equalTo("0"));
  }

  @Test
  void aJobXmlIsSubmitted() {
    int id =
        post(
            ContentType.XML, "<Job Name='xml-job'><Tasks><Task CommandLine='true'/></Tasks></Job>");

    when().get("/jobs/" + id).then().body("Name", equalTo("xml-job"));
  }

  private static int post(ContentType type, String body) {
    return given()
        .contentType(type)
        .body(body)
        .post("/jobs")
        .then()
        .statusCode(202)
        .header("Location", matchesRegex("/jobs/[0-9]+"))
        .extract()
        .path("id");
  }

  @Test
  void badBodiesAreRefusedWithASentence() {
    refused(ContentType.JSON, "{\"Name\":", "not valid JSON at line 1, column");
    refused(ContentType.XML, "<Job><Tasks>", "the job XML is not usable at line 1");
    refused(ContentType.JSON, "", "the body is empty");
    refused(ContentType.JSON, "[1]", "must be an object");
    refused(
        ContentType.JSON,
        "{\"MinCores\": \"abc\", \"tasks\": [{\"CommandLine\": \"true\"}]}",
        "the cluster refused it (HTTP status 400)");
  }

  private static void refused(ContentType type, String body, String reason) {
    given()
        .contentType(type)
        .body(body)
        .post("/jobs")
        .then()
        .statusCode(400)
        .contentType(ContentType.JSON)
        .body("error", containsString(reason))
        .body("error", not(containsString("Exception")));
  }

  @Test
  void aBodyOfMoreThanAMegabyteIsRefused() {
    given()
        .contentType(ContentType.JSON)
        .body("x".repeat(1_100_000))
        .post("/jobs")
        .then()
        .statusCode(413);
  }

  @Test
  void otherFormatsAreRefused() {
    given().contentType(ContentType.TEXT).body(JSON_JOB).post("/jobs").then().statusCode(415);
  }

  @Test
  void anUnknownJobIsNotFoundAndAWrongIdIsRefused() {
    when().get("/jobs/4711").then().statusCode(404).body("error", containsString("4711"));
    when().get("/jobs/4711/tasks").then().statusCode(404);
    when().get("/jobs/abc").then().statusCode(400).body("error", containsString("whole number"));
  }

  @Test
  void theClustersFailureIsToldWithoutItsAddress() {
    SimulatedCluster.simulators().faults().matching("POST", ".*/jobs", Fault.status(500), 1);

    given()
        .contentType(ContentType.JSON)
        .body(JSON_JOB)
        .post("/jobs")
        .then()
        .statusCode(502)
        .body("error", containsString("the cluster failed (HTTP status 500)"))
        .body("error", not(containsString("127.0.0.1")));
  }

  @Test
  void headersOfTheClientNeitherReachTheClusterNorComeBack() {
    int before = SimulatedCluster.simulators().requests().all().size();

    given()
        .header("CamelHpcPackAsUser", "somebody")
        .header("X-Secret", "secret")
        .get("/jobs")
        .then()
        .statusCode(200)
        .header("X-Secret", nullValue());

    assertThat(SimulatedCluster.simulators().requests().all().stream().skip(before))
        .allSatisfy(
            request ->
                assertThat(request.headers().toString()).doesNotContain("somebody", "secret"));
  }

  @Test
  void readinessShowsTheConsumersAndTheCluster() {
    when()
        .get("/q/health")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.find { it.name == 'camel' }.data.'consumer:status-log'", equalTo("UP"));
  }

  @Test
  void readinessGoesDownWithTheHttpCodeAndUpAgain() {
    SimulatedCluster.simulators()
        .faults()
        .matching("GET", ".*/(jobs|version)", Fault.status(401), Integer.MAX_VALUE);

    String data = "checks.find { it.name == 'camel' }.data";
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                when()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body(data + ".'consumer:status-log.http.response.code'", equalTo(401))
                    .body(not(containsString("\\tat "))));

    SimulatedCluster.simulators().faults().clear();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> when().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void metricsCountTheExchangesOfEachRoute() {
    when().get("/jobs").then().statusCode(200);

    when()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("camel_exchanges_total"))
        .body(containsString("routeId=\"list-jobs\""));
  }

  @Test
  void theOpenApiDocumentNamesExactlyTheOperationsThatAreServed() {
    JsonPath document = given().accept(ContentType.JSON).get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Object>> paths = document.getMap("paths");
    Set<String> described = new HashSet<>();
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(List.of("get", "post", "put", "delete", "patch")::contains)
                .forEach(method -> described.add(method + " " + path)));

    Set<String> served = new HashSet<>();
    for (RestService service : context.getRestRegistry().listAllRestServices()) {
      String path =
          service.getBasePath()
              + (service.getUriTemplate() == null ? "" : service.getUriTemplate());
      served.add(service.getMethod() + " " + path);
    }
    assertThat(described).isNotEmpty().isEqualTo(served);
  }

  @Test
  void theUsersOwnRoutesAreLoaded() {
    assertThat(template.requestBody("direct:own", null, String.class)).startsWith("6.");
  }
}
