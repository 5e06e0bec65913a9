package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the real service would refuse are refused. */
@Timeout(60)
class RequestChecksTest {

  private static final String GUID = "9c4d50ee-2d56-4cd3-8152-34347dc9f2b0";
  private static final String JOB = "{\"id\":\"Job-1\",\"poolInfo\":{\"poolId\":\"p\"}}";

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private BatchClient client;

  @BeforeEach
  void client() {
    client = BatchClient.of(SIMULATORS.get());
  }

  @Test
  void everyOperationIsNamed() {
    assertThat(AzBatchSimulator.operations())
        .hasSize(72)
        .contains(
            "listPreparationAndReleaseTaskStatus",
            "addTaskCollection",
            "uploadNodeBatchServiceLogs",
            "listPoolNodeCounts");
  }

  @Test
  void versionIsRequired() {
    BatchResponse missing = client.get("/jobs?x-api-version=1");
    BatchResponse malformed = client.get("/jobs?api-version=2024-07-01");

    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.code()).isEqualTo("MissingRequiredQueryParameter");
    assertThat(missing.detail("QueryParameterName")).isEqualTo("api-version");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.code()).isEqualTo("UnsupportedRequestVersion");
    assertThat(client.get("/jobs?api-version=2022-10-01.16.0").status()).isEqualTo(200);
  }

  @Test
  void oneVersionOnlyIfItIsStrict() {
    try (HpcSimulators simulators =
        HpcSimulators.builder()
            .clock(SimulatorClock.manual(RunningSimulators.START))
            .azBatch(AzBatchSettings::withStrictVersion)
            .start()) {
      BatchClient strict = BatchClient.of(simulators);

      assertThat(strict.get("/jobs?api-version=2022-10-01.16.0").code())
          .isEqualTo("UnsupportedRequestVersion");
      assertThat(strict.get("/jobs").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/jobs?top=3",
        "/jobs?%24skipToken=x",
        "/jobs/j?maxresults=3",
        "/jobs/j/taskcounts?$select=id",
        "/applications?$filter=x"
      })
  void unknownParametersAreRefused(String path) {
    BatchResponse refused = client.get(path);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("UnsupportedQueryParameter");
    assertThat(refused.detail("QueryParameterName")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "maxresults, 0",
    "maxresults, -1",
    "maxresults, ten",
    "maxresults, 99999999999",
    "timeout, soon",
    "timeout, 1.5",
    "$expand, everything",
    "$filter, id",
    "$skiptoken, mine",
    "$select, %20"
  })
  void wrongValuesAreRefused(String name, String value) {
    BatchResponse refused = client.get("/jobs?" + name + "=" + value);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("InvalidQueryParameterValue");
    assertThat(refused.detail("QueryParameterName")).isEqualTo(name);
    assertThat(refused.detail("QueryParameterValue")).isEqualTo(value.replace("%20", " "));
    assertThat(refused.detail("Reason")).isNotBlank();
  }

  @Test
  void booleansAndTimesAreChecked() {
    assertThat(client.delete("/jobs/j?force=yes").detail("QueryParameterName")).isEqualTo("force");
    assertThat(client.get("/poolusagemetrics?starttime=today").detail("QueryParameterName"))
        .isEqualTo("starttime");
    String token = SIMULATORS.get().azBatch().issueToken(Duration.ofHours(1));
    assertThat(client.bearing(token).get("/jobs?maxresults=1&maxresults=2").code())
        .isEqualTo("InvalidQueryParameterValue");
    assertThat(client.get("/jobs?maxresults=5000&timeout=600").status()).isEqualTo(200);
  }

  @Test
  void clientRequestIdIsAGuid() {
    BatchResponse refused = client.with("client-request-id", "{" + GUID + "}").get("/jobs");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("InvalidHeaderValue");
    assertThat(refused.detail("HeaderName")).isEqualTo("client-request-id");
    assertThat(client.with("return-client-request-id", "1").get("/jobs").code())
        .isEqualTo("InvalidHeaderValue");
  }

  @Test
  void clientRequestIdComesBackIfThatIsAskedFor() {
    BatchClient named = client.with("client-request-id", GUID);

    assertThat(named.get("/jobs").header("client-request-id")).isNull();
    assertThat(named.with("return-client-request-id", "true").get("/jobs"))
        .extracting(answer -> answer.header("client-request-id"))
        .isEqualTo(GUID);
    assertThat(named.with("return-client-request-id", "True").get("/jobs/none"))
        .extracting(answer -> answer.header("client-request-id"))
        .isEqualTo(GUID);
  }

  @Test
  void headersThatWouldNotBeObeyedAreRefused() {
    BatchResponse refused = client.with("If-Match", "0x1").post("/jobs", JOB);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("UnsupportedHeader");
    assertThat(client.with("ocp-range", "bytes=0-1").get("/jobs").code())
        .isEqualTo("UnsupportedHeader");
    assertThat(client.with("If-Match", "0x1").head("/jobs/j/tasks/t/files/a").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/json; odata=verbose",
        "application/json; charset=iso-8859-1"
      })
  void bodiesAreJson(String type) {
    BatchResponse refused = client.with("Content-Type", type).post("/jobs", JOB);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("InvalidHeaderValue");
    assertThat(refused.detail("HeaderValue")).isEqualTo(type);
  }

  @Test
  void bodiesAreNeededWhereThereIsSomethingToSay() {
    assertThat(client.post("/jobs").code()).isEqualTo("InvalidRequestBody");
    assertThat(client.post("/jobs", "[]").code()).isEqualTo("InvalidRequestBody");
    assertThat(client.post("/jobs", "{\"id\":").code()).isEqualTo("InvalidRequestBody");
    assertThat(client.post("/jobs", "{}").code()).isEqualTo("MissingRequiredProperty");
    assertThat(client.with("Content-Type", "application/json").post("/jobs/none/terminate", "{}"))
        .extracting(BatchResponse::code)
        .isEqualTo("JobNotFound");
  }

  @Test
  void changesHaveALength() {
    BatchResponse refused = client.postChunked("/jobs", JOB);

    assertThat(refused.status()).isEqualTo(411);
    assertThat(refused.code()).isEqualTo("MissingContentLengthHeader");
  }

  @Test
  void collectionsOfTasksAreBelowOneMegabyte() {
    String large = "{\"value\":[\"" + "x".repeat((1 << 20) - 15) + "\"]}";
    BatchResponse refused = client.post("/jobs/j/addtaskcollection", large + " ");

    assertThat(large).hasSize((1 << 20) - 1);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("RequestBodyTooLarge");
    assertThat(client.post("/jobs/j/addtaskcollection", large).status()).isNotEqualTo(413);
  }

  @Test
  void unknownPathsAndVerbsAreRefused() {
    BatchResponse nowhere = client.get("/jobs/j/nowhere");
    BatchResponse wrongVerb = client.delete("/jobs");

    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.code()).isEqualTo("ResourceNotFound");
    assertThat(wrongVerb.status()).isEqualTo(405);
    assertThat(wrongVerb.code()).isEqualTo("UnsupportedHttpVerb");
    assertThat(client.head("/jobs").status()).isEqualTo(405);
    assertThat(client.get("/Jobs").status()).isEqualTo(200);
    assertThat(client.get("/certificates").code()).isEqualTo("ResourceNotFound");
    assertThat(client.get("/certificates(thumbprintAlgorithm=sha1,thumbprint=ff)").status())
        .isEqualTo(404);
    assertThat(client.get("/lifetimejobstats").status()).isEqualTo(404);
  }
}
