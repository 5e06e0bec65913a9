package io.github.camelhpc.simulators.azbatch.account;

import static io.github.camelhpc.simulators.azbatch.account.TestAccount.json;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.pool;
import static io.github.camelhpc.simulators.azbatch.account.TestAccount.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoScalingTest {

  private final TestAccount account = TestAccount.create();
  private final AutoScaling scaling = account.batch().autoScaling();

  @BeforeEach
  void createPool() {
    account.batch().createPool("p", 1);
  }

  @AfterEach
  void close() {
    account.close();
  }

  private static JsonObject formula(String text) {
    return new JsonObject().put("autoScaleFormula", text);
  }

  @Test
  void formulaSetsTheNumberOfNodes() {
    scaling.enable("p", formula("$TargetDedicatedNodes = 3; $TargetLowPriorityNodes=1;"));
    account.seconds(2);

    JsonObject members = account.batch().pool("p");
    assertThat(members.getBoolean("enableAutoScale")).isTrue();
    assertThat(members.getString("autoScaleEvaluationInterval")).isEqualTo("PT15M");
    assertThat(members.getJsonObject("autoScaleRun"))
        .isEqualTo(
            new JsonObject()
                .put("timestamp", "2026-03-01T09:00:00Z")
                .put(
                    "results",
                    "$TargetDedicatedNodes=3;$TargetLowPriorityNodes=1;"
                        + "$NodeDeallocationOption=requeue"));
    assertThat(account.nodeStates("p")).hasSize(4).containsOnly("idle");
    assertThat(refused(() -> account.pools().resize("p", json("{'targetDedicatedNodes': 1}"))))
        .isEqualTo("409 OperationNotValidOnPool");

    account.advance(Duration.ofMinutes(15));
    assertThat(account.batch().pool("p").getJsonObject("autoScaleRun").getString("timestamp"))
        .isEqualTo("2026-03-01T09:15:00Z");
    scaling.disable("p");
    assertThat(account.batch().pool("p").containsKey("autoScaleFormula")).isFalse();
    account.pools().resize("p", json("{'targetDedicatedNodes': 1}"));
    account.seconds(2);
    assertThat(account.nodeStates("p")).hasSize(2);
  }

  @Test
  void newPoolCanHaveAFormula() {
    JsonObject body = pool("q", 0).put("enableAutoScale", true);
    body.remove("targetDedicatedNodes");
    account.pools().add(body.mergeIn(formula("$TargetDedicatedNodes=2")));
    account.seconds(2);

    assertThat(account.nodeStates("q")).containsExactly("idle", "idle");
  }

  @Test
  void changesMustBeHalfAMinuteApart() {
    scaling.enable("p", formula("$TargetDedicatedNodes=1"));
    account.seconds(29);
    assertThat(refused(() -> scaling.enable("p", formula("$TargetDedicatedNodes=2"))))
        .isEqualTo("503 TooManyEnableAutoScaleRequests");
    account.seconds(1);
    scaling.enable("p", json("{'autoScaleEvaluationInterval': 'PT5M'}"));

    assertThat(account.batch().pool("p").getString("autoScaleEvaluationInterval"))
        .isEqualTo("PT5M");
    assertThat(account.batch().pool("p").getString("autoScaleFormula"))
        .isEqualTo("$TargetDedicatedNodes=1");
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThat(refused(() -> scaling.enable("p", new JsonObject())))
        .isEqualTo("400 MissingRequiredProperty autoScaleFormula");
    assertThat(refused(() -> scaling.enable("p", formula("$TargetDedicatedNodes=many"))))
        .isEqualTo("400 AutoScalingFormulaSyntaxError");
    assertThat(
            refused(
                () ->
                    scaling.enable(
                        "p",
                        formula("$TargetDedicatedNodes=1")
                            .put("autoScaleEvaluationInterval", "PT4M"))))
        .isEqualTo("400 InvalidPropertyValue autoScaleEvaluationInterval");
    assertThat(refused(() -> scaling.evaluate("p", formula("$TargetDedicatedNodes=1"))))
        .isEqualTo("409 OperationNotValidOnPool");
    account.pools().resize("p", json("{'targetDedicatedNodes': 2}"));
    assertThat(refused(() -> scaling.enable("p", formula("$TargetDedicatedNodes=1"))))
        .isEqualTo("409 PoolBeingResized");
  }

  @Test
  void triedFormulaChangesNothing() {
    scaling.enable("p", formula("$TargetDedicatedNodes=1"));

    assertThat(scaling.evaluate("p", formula("$TargetDedicatedNodes=9")).getString("results"))
        .startsWith("$TargetDedicatedNodes=9;");
    assertThat(account.batch().pool("p").getInteger("targetDedicatedNodes")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jib",
        "$TargetDedicatedNodes=-1",
        "$TargetDedicatedNodes=$PendingTasks",
        "$NodeDeallocationOption=retaineddata",
        "$Jib=1",
        ";",
      })
  void badFormulaIsAnsweredWithAnError(String text) {
    scaling.enable("p", formula("$TargetDedicatedNodes=1"));

    JsonObject run = scaling.evaluate("p", formula(text));

    assertThat(run.containsKey("results")).isFalse();
    assertThat(run.getJsonObject("error").getString("code")).isNotEmpty();
    assertThat(run.getJsonObject("error").getJsonArray("values").getJsonObject(0).fieldNames())
        .containsExactly("name", "value");
  }
}
