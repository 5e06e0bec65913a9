package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is let in: signatures and tokens. */
@Timeout(60)
class AccountAccessTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private BatchClient client;

  @BeforeEach
  void client() {
    client = BatchClient.of(SIMULATORS.get());
  }

  @Test
  void signedRequestsAreLetIn() {
    assertThat(client.get("/supportedimages").status()).isEqualTo(200);
    assertThat(client.get("/supportedimages?timeout=30&maxresults=2").status()).isEqualTo(200);
    assertThat(client.get("/supportedimages?$filter=osType%20eq%20'linux'").status())
        .isEqualTo(200);
    assertThat(client.get("/applications/a%20b%2Fc").status()).isEqualTo(404);
    assertThat(
            client.with("ocp-custom", "x").with("Content-Type", "application/json; charset=utf-8"))
        .extracting(signed -> signed.get("/jobs").status())
        .isEqualTo(200);
    assertThat(client.post("/jobs/none/terminate").status()).isEqualTo(404);
    assertThat(client.post("/jobs/none/terminate", "{}").status()).isEqualTo(404);
    assertThat(client.delete("/jobs/none").status()).isEqualTo(404);
    assertThat(client.head("/pools/none").status()).isEqualTo(404);
    assertThat(SIMULATORS.get().requests().all())
        .allSatisfy(request -> assertThat(request.user()).isEqualTo("hpcaccount"));
  }

  @Test
  void theDateHeaderIsEnough() {
    BatchClient dated = client.with("Date", BatchClient.date(RunningSimulators.START));

    assertThat(dated.undated().get("/jobs").status()).isEqualTo(200);
    assertThat(client.undated().get("/jobs").status()).isEqualTo(403);
    assertThat(client.with("ocp-date", "yesterday").get("/jobs").status()).isEqualTo(403);
  }

  @Test
  void theAnswerSaysWhatHadToBeSigned() {
    BatchClient raw = client.unsigned().with("ocp-date", BatchClient.date(RunningSimulators.START));

    BatchResponse refused = raw.with("Authorization", "SharedKey HPCACCOUNT:AAAA").get("/jobs");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.detail("AuthenticationErrorDetail"))
        .contains("GET\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\nocp-date:Sun, 1 Mar 2026 09:00:00 GMT\\n")
        .contains("/hpcaccount/jobs\\napi-version:2024-07-01.20.0");
  }

  @Test
  void wrongSignaturesAreForbidden() {
    String otherKey = Base64.getEncoder().encodeToString("other".getBytes());

    BatchResponse wrongKey = client.signedBy("hpcaccount", otherKey).get("/jobs");
    BatchResponse wrongAccount =
        client.signedBy("other", AccountCredentials.DEFAULT_KEY).get("/jobs");

    assertThat(wrongKey.status()).isEqualTo(403);
    assertThat(wrongKey.code()).isEqualTo("AuthenticationFailed");
    assertThat(wrongAccount.status()).isEqualTo(403);
    assertThat(wrongAccount.code()).isEqualTo("AuthenticationFailed");
    assertThat(SIMULATORS.get().requests().all())
        .allSatisfy(request -> assertThat(request.user()).isNull());
  }

  @Test
  void signaturesAreGoodForAQuarterOfAnHour() {
    Duration window = Duration.ofMinutes(15);

    assertThat(client.at(RunningSimulators.START.minus(window)).get("/jobs").status())
        .isEqualTo(200);
    assertThat(client.at(RunningSimulators.START.plus(window)).get("/jobs").status())
        .isEqualTo(200);
    BatchResponse late =
        client.at(RunningSimulators.START.minus(window).minusSeconds(1)).get("/jobs");
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.detail("AuthenticationErrorDetail")).contains("PT15M");
    assertThat(client.at(RunningSimulators.START.plus(window).plusSeconds(1)).get("/jobs").status())
        .isEqualTo(403);
  }

  @Test
  void malformedCredentialsAreSaidToBe() {
    BatchClient plain = client.unsigned();

    for (String malformed :
        new String[] {"SharedKey", "SharedKey hpcaccount", "SharedKey a:???", "Basic YTpi", "x"}) {
      BatchResponse refused = plain.with("Authorization", malformed).get("/jobs");
      assertThat(refused.status()).as(malformed).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("InvalidAuthenticationInfo");
    }
  }

  @Test
  void withoutCredentialsThereIsAChallenge() {
    BatchResponse refused = client.unsigned().get("/jobs");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("AuthenticationFailed");
    assertThat(refused.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer authorization_uri=\"%s/%s\", resource_id=\"https://batch.core.windows.net/\""
                .formatted(SIMULATORS.get().azBatchUrl(), AccountCredentials.DEFAULT_TENANT));
  }

  @Test
  void tokensLetInUntilTheyExpire() {
    String token = SIMULATORS.get().azBatch().issueToken(Duration.ofMinutes(10));
    BatchClient bearer = client.bearing(token);

    assertThat(bearer.get("/jobs").status()).isEqualTo(200);
    assertThat(client.bearing("x").get("/jobs").status()).isEqualTo(401);
    SIMULATORS.advance(Duration.ofMinutes(10));
    BatchResponse expired = bearer.get("/jobs");
    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.code()).isEqualTo("AuthenticationFailed");
    assertThat(expired.header("WWW-Authenticate")).startsWith("Bearer ");
  }

  @Test
  void tokensCanBeRevoked() {
    String first = SIMULATORS.get().azBatch().issueToken(Duration.ofHours(1));
    SIMULATORS.get().azBatch().revokeTokens();
    String second = SIMULATORS.get().azBatch().issueToken(Duration.ofHours(1));

    assertThat(client.bearing(first).get("/jobs").status()).isEqualTo(401);
    assertThat(client.bearing(second).get("/jobs").status()).isEqualTo(200);
    SIMULATORS.get().reset();
    assertThat(client.bearing(second).get("/jobs").status()).isEqualTo(401);
  }

  @Test
  void accountCanHaveAnotherNameAndKey() {
    String key = Base64.getEncoder().encodeToString("another key".getBytes());
    try (HpcSimulators simulators =
        HpcSimulators.builder()
            .azBatch(
                settings ->
                    settings.withAccount("burst", key).withSignatureWindow(Duration.ofDays(10_000)))
            .start()) {
      BatchClient own = BatchClient.of(simulators);

      assertThat(own.at(RunningSimulators.START).get("/jobs").status()).isEqualTo(200);
      assertThat(own.signedBy("hpcaccount", AccountCredentials.DEFAULT_KEY).get("/jobs").status())
          .isEqualTo(403);
      assertThat(simulators.azBatch().credentials().toString()).doesNotContain(key);
    }
  }

  @Test
  void wrongSettingsAreSaidInASentence() {
    AzBatchSettings settings = AzBatchSettings.defaults();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.withAccount("Not A Name", AccountCredentials.DEFAULT_KEY))
        .withMessageContaining("3 to 24 lower-case letters and digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.withAccount("burst", "???"))
        .withMessage("The key of the Azure Batch account must be Base64.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.withTokenLifetime(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.withSignatureWindow(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.withRequestsPerSecond(-1));
  }
}
