package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions on what a resource must be like for an operation to go on. */
class AzBatchConditionsTest extends AzBatchTestSupport {

  private static final Map<String, Object> IDS =
      Map.of(
          AzBatchConstants.JOB_ID, "j",
          AzBatchConstants.TASK_ID, "t",
          AzBatchConstants.POOL_ID, POOL,
          AzBatchConstants.JOB_SCHEDULE_ID, "s");

  /** For the operations that do not go on without a body of their own. */
  private static final Map<BatchOperation, Map<String, Object>> BODIES =
      Map.of(
          BatchOperation.UPDATE_JOB,
          Map.of("poolInfo", Map.of("poolId", POOL)),
          BatchOperation.DISABLE_JOB,
          Map.of("disableTasks", "wait"),
          BatchOperation.RESIZE_POOL,
          Map.of("targetDedicatedNodes", 3),
          BatchOperation.REMOVE_POOL_NODES,
          Map.of("nodeList", List.of("n")),
          BatchOperation.ENABLE_POOL_AUTO_SCALE,
          Map.of("autoScaleFormula", "$TargetDedicatedNodes=3;"),
          BatchOperation.UPDATE_JOB_SCHEDULE,
          Map.of("schedule", Map.of(), "jobSpecification", Map.of()));

  @BeforeEach
  void makeResources() {
    job("j");
    task("j", "t");
    call(
        "azbatch:addJobSchedule",
        Map.of(
            "id",
            "s",
            "schedule",
            Map.of("recurrenceInterval", "PT1H"),
            "jobSpecification",
            Map.of("poolInfo", Map.of("poolId", POOL))));
  }

  static Stream<BatchOperation> conditional() {
    return Stream.of(BatchOperation.values())
        .filter(operation -> operation.spec().has(AzBatchParameters.IF_MATCH));
  }

  @ParameterizedTest
  @MethodSource("conditional")
  void aConditionThatIsNotMetIsAnError(BatchOperation operation) {
    boolean reads = Stream.of("GET", "HEAD").anyMatch(operation.spec().method()::equals);

    for (Map.Entry<String, Object> condition :
        Map.<String, Object>of(
                AzBatchConstants.IF_MATCH,
                "0x1",
                AzBatchConstants.IF_NONE_MATCH,
                "*",
                AzBatchConstants.IF_MODIFIED_SINCE,
                START.plusSeconds(3600),
                AzBatchConstants.IF_UNMODIFIED_SINCE,
                START.minusSeconds(3600))
            .entrySet()) {
      Map<String, Object> headers = new HashMap<>(IDS);
      headers.put(condition.getKey(), condition.getValue());
      Exchange exchange = send("azbatch:" + operation, body(operation), headers);

      AzBatchException refusal = refusal(exchange);
      assertThat(refusal.getStatusCode()).as("%s", condition).isEqualTo(reads ? 304 : 412);
      assertThat(refusal.hasCode("ConditionNotMet")).as("%s", condition).isTrue();
    }
  }

  private static Object body(BatchOperation operation) {
    boolean needed = operation.spec().body() != null && operation != BatchOperation.TERMINATE_JOB;
    return needed ? BODIES.getOrDefault(operation, Map.of("metadata", List.of())) : null;
  }

  @Test
  void everyConditionalOperationOfTheServiceIsThere() {
    assertThat(conditional()).hasSize(28);
  }

  @Test
  void theETagOfAReadMakesSureThatNobodyHasChangedTheJob() {
    Exchange read = call("azbatch:getJob?jobId=j", null);
    Map<String, Object> unchanged =
        Map.of(AzBatchConstants.IF_MATCH, read.getMessage().getHeader(AzBatchConstants.ETAG));

    call("azbatch:patchJob?jobId=j", Map.of("priority", 1), unchanged);
    Exchange second = send("azbatch:patchJob?jobId=j", Map.of("priority", 2), unchanged);

    assertThat(simulator.azBatch().job("j").getInteger("priority")).isEqualTo(1);
    assertThat(refusal(second))
        .hasMessageContaining(
            "azbatch:patchJob failed with HTTP status 412 (ConditionNotMet): The condition specified")
        .hasMessageContaining("the resource has changed; read its ETag again");
    assertThat(second.getMessage().getBody()).isEqualTo(Map.of("priority", 2));
  }

  @Test
  void aReadWithoutNewsIsToldFromAFailure() {
    Object eTag =
        call("azbatch:getPool?poolId=" + POOL, null).getMessage().getHeader("CamelAzBatchETag");
    Exchange again =
        send("azbatch:getPool?poolId=" + POOL, null, Map.of(AzBatchConstants.IF_NONE_MATCH, eTag));

    assertThat(refusal(again))
        .hasMessageStartingWith("azbatch:getPool failed with HTTP status 304 (ConditionNotMet)");
    assertThat(simulator.requests().count("GET", "/pools/" + POOL)).isEqualTo(2);
  }

  @Test
  void conditionsThatDoNotFitTogetherAreTheServicesMatter() {
    Map<String, Object> both =
        Map.of(AzBatchConstants.IF_MATCH, "0x1", AzBatchConstants.IF_NONE_MATCH, "0x2");

    assertThat(refusal(send("azbatch:getJob?jobId=j", null, both)).getServiceCode())
        .isEqualTo("MultipleConditionHeadersNotSupported");
  }
}
