package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conditional headers. */
@Timeout(60)
class ConditionsTest {

  private static final String HIGHER = "{\"priority\":100}";

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private BatchClient client;
  private Instant changed;

  @BeforeEach
  void job() {
    client = BatchClient.of(SIMULATORS.get());
    changed = SIMULATORS.get().clock().now();
    client.post("/jobs", "{\"id\":\"j\",\"poolInfo\":{\"poolId\":\"p\"}}");
    SIMULATORS.advanceSeconds(10);
  }

  @Test
  void changeOfWhatHasBeenChangedIsRefused() {
    String tag = client.get("/jobs/j").header("ETag");
    assertThat(tag).startsWith("0x8D").doesNotContain("\"");

    BatchResponse first = client.with("If-Match", tag).patch("/jobs/j", HIGHER);
    BatchResponse second = client.with("If-Match", tag).patch("/jobs/j", HIGHER);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("ETag")).isNotEqualTo(tag);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.code()).isEqualTo("ConditionNotMet");
    assertThat(client.get("/jobs/j").header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(client.with("If-Match", "*").patch("/jobs/j", HIGHER).status()).isEqualTo(200);
  }

  @Test
  void deletionObeysConditions() {
    assertThat(client.with("If-Match", "0x8D0").delete("/jobs/j").status()).isEqualTo(412);
    assertThat(client.get("/jobs/j").status()).isEqualTo(200);
    assertThat(client.with("If-None-Match", "*").delete("/jobs/j").status()).isEqualTo(412);
    assertThat(client.with("If-Match", "0x8D0").delete("/jobs/none").status()).isEqualTo(404);
    assertThat(client.with("If-None-Match", "0x8D0").delete("/jobs/j").status()).isEqualTo(202);
  }

  @Test
  void readingWhatIsKnownIsAnsweredBy304() {
    String tag = client.get("/jobs/j").header("ETag");

    BatchResponse known = client.with("If-None-Match", tag).get("/jobs/j");

    assertThat(known.status()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
    assertThat(known.header("request-id")).isNotBlank();
    assertThat(client.with("If-None-Match", "\"" + tag + "\"").get("/jobs/j").status())
        .isEqualTo(304);
    assertThat(client.with("If-None-Match", "0x8D0").get("/jobs/j").status()).isEqualTo(200);
    assertThat(client.with("If-Match", "0x8D0").get("/jobs/j").status()).isEqualTo(304);
  }

  @Test
  void datesAreConditionsToo() {
    String then = BatchClient.date(changed);
    String before = BatchClient.date(changed.minus(Duration.ofMinutes(1)));

    assertThat(client.with("If-Modified-Since", then).get("/jobs/j").status()).isEqualTo(304);
    assertThat(client.with("If-Modified-Since", before).get("/jobs/j").status()).isEqualTo(200);
    assertThat(client.with("If-Unmodified-Since", before).patch("/jobs/j", HIGHER).status())
        .isEqualTo(412);
    assertThat(client.with("If-Unmodified-Since", then).patch("/jobs/j", HIGHER).status())
        .isEqualTo(200);
    assertThat(client.with("If-Modified-Since", "now").get("/jobs/j").code())
        .isEqualTo("InvalidHeaderValue");
  }

  @Test
  void someConditionsDoNotFitTogether() {
    String then = BatchClient.date(changed);
    BatchClient fitting = client.with("If-Match", "*").with("If-Unmodified-Since", then);
    BatchClient wrong = client.with("If-Match", "*").with("If-None-Match", "0x8D0");

    assertThat(fitting.get("/jobs/j").status()).isEqualTo(200);
    assertThat(wrong.get("/jobs/j").status()).isEqualTo(400);
    assertThat(wrong.get("/jobs/j").code()).isEqualTo("MultipleConditionHeadersNotSupported");
  }
}
