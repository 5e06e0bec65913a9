package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.simulators.RunningSimulators;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The forms of answers, the oddities of the real service included. */
@Timeout(60)
class WireFormTest {

  private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private BatchClient client;
  private String url;

  @BeforeEach
  void client() {
    client = BatchClient.of(SIMULATORS.get());
    url = SIMULATORS.get().azBatchUrl();
  }

  /** With two digits for the day, unlike the formatter of the JDK. */
  private static String now() {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
        .format(SIMULATORS.get().clock().now().atZone(ZoneOffset.UTC));
  }

  private BatchResponse addJob() {
    return client.post("/jobs", "{\"id\":\"Job-1\",\"poolInfo\":{\"poolId\":\"p\"}}");
  }

  @Test
  void allAnswersHaveTheServicesHeaders() {
    for (BatchResponse answer :
        new BatchResponse[] {
          client.get("/jobs"), client.get("/jobs/none"), client.head("/pools/none"), addJob()
        }) {
      assertThat(answer.header("request-id")).matches(GUID);
      assertThat(answer.header("DataServiceVersion")).isEqualTo("3.0");
      assertThat(answer.header("Server")).isNotBlank();
      assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Date")).isEqualTo(now());
    }
  }

  @Test
  void creationNamesTheEntityInHeadersOnly() {
    BatchResponse created = addJob();

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body()).isEmpty();
    assertThat(created.header("Location")).isEqualTo(url + "/jobs/Job-1");
    assertThat(created.header("DataServiceId")).isEqualTo(url + "/jobs/Job-1");
    assertThat(created.header("ETag")).startsWith("0x8D");
    assertThat(created.header("Last-Modified")).isEqualTo(now());
    assertThat(created.header("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(created.header("Content-Type")).isNull();
    assertThat(created.header("Content-Length")).isNull();
  }

  @Test
  void jsonIsChunkedAndSaysWhatItIs() {
    addJob();

    BatchResponse job = client.get("/jobs/JOB-1");
    BatchResponse jobs = client.get("/jobs");

    assertThat(job.header("Content-Type")).isEqualTo("application/json;odata=minimalmetadata");
    assertThat(job.header("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(job.json().getString("odata.metadata")).isEqualTo(url + "/$metadata#jobs/@Element");
    assertThat(job.json().getString("eTag")).isEqualTo(job.header("ETag"));
    assertThat(job.json().getString("id")).isEqualTo("Job-1");
    assertThat(job.header("Last-Modified")).isEqualTo(now());
    assertThat(jobs.json().getString("odata.metadata")).isEqualTo(url + "/$metadata#jobs");
    assertThat(jobs.header("ETag")).isNull();
  }

  @Test
  void noContentHasNoBody() {
    client.post(
        "/jobschedules",
        "{\"id\":\"s\",\"schedule\":{\"recurrenceInterval\":\"PT1H\"},"
            + "\"jobSpecification\":{\"poolInfo\":{\"poolId\":\"p\"}}}");

    BatchResponse disabled = client.post("/jobschedules/s/disable");

    assertThat(disabled.status()).isEqualTo(204);
    assertThat(disabled.body()).isEmpty();
    assertThat(disabled.header("Content-Type")).isNull();
    assertThat(disabled.header("Transfer-Encoding")).isNull();
  }

  @Test
  void errorsSayWhatIsWrong() {
    BatchResponse missing = client.get("/jobs/none");
    String requestId = missing.header("request-id");

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("Content-Type")).isEqualTo("application/json;odata=minimalmetadata");
    assertThat(missing.header("Content-Length")).isEqualTo("" + missing.body().length());
    assertThat(missing.json().getString("odata.metadata"))
        .isEqualTo(
            url + "/$metadata#Microsoft.Azure.Batch.Protocol.Entities.Container.errors/@Element");
    assertThat(missing.code()).isEqualTo("JobNotFound");
    assertThat(missing.json().getJsonObject("message").getString("lang")).isEqualTo("en-US");
    assertThat(missing.json().getJsonObject("message").getString("value"))
        .isEqualTo(
            missing.reason()
                + "\nRequestId:"
                + requestId
                + "\nTime:"
                + SIMULATORS.get().clock().now().toString().replace("Z", ".0000000Z"));
    assertThat(missing.json().containsKey("values")).isFalse();
  }

  @Test
  void headHasNoBody() {
    BatchResponse absent = client.head("/pools/none");

    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.body()).isEmpty();
    assertThat(absent.reason()).isEqualTo(client.get("/pools/none").reason());
  }

  @Test
  void tooManyRequestsHaveToWait() {
    SIMULATORS.get().azBatch().limitRequests(2);

    assertThat(client.get("/jobs").status()).isEqualTo(200);
    assertThat(client.get("/jobs").status()).isEqualTo(200);
    BatchResponse refused = client.get("/jobs");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TooManyRequests");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    SIMULATORS.advance(Duration.ofSeconds(1));
    assertThat(client.get("/jobs").status()).isEqualTo(200);
    SIMULATORS.get().reset();
    for (int i = 0; i < 5; i++) {
      assertThat(client.get("/jobs").status()).isEqualTo(200);
    }
  }

  @Test
  void faultsMeetTheServiceToo() {
    addJob();
    SIMULATORS.get().faults().next(Fault.status(503).header("Retry-After", "7"));
    assertThat(client.get("/jobs").header("Retry-After")).isEqualTo("7");

    SIMULATORS.get().faults().next(Fault.malformedBody());
    assertThat(client.get("/jobs").body()).startsWith("{<[");
    SIMULATORS.get().faults().next(Fault.truncatedBody());
    assertThat(client.get("/jobs").body()).startsWith("{").doesNotEndWith("}");
    assertThat(client.get("/jobs").column("id")).containsExactly("Job-1");
  }
}
