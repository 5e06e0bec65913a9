package io.github.camelhpc.azbatch;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelhpc.azbatch.model.TaskAddParameter;
import io.vertx.core.json.JsonArray;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms that a body can have. */
class AzBatchBodiesTest extends AzBatchTestSupport {

  private static final String JSON =
      "{\"id\": \"t\", \"commandLine\": \"run\", \"displayName\": \"Größe ☀\"}";

  @TempDir private Path folder;

  static Stream<Object> forms() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", "t");
    map.put("commandLine", new StringBuilder("run"));
    map.put("displayName", "Größe ☀");
    return Stream.of(
        JSON,
        JSON.getBytes(UTF_8),
        ("\uFEFF" + JSON).getBytes(UTF_16LE),
        new ByteArrayInputStream(JSON.getBytes(UTF_8)),
        new StringReader(JSON),
        map,
        new TaskAddParameter("t", "run").with("displayName", "Größe ☀"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aTaskInAnyFormIsAdded(Object body) {
    job("j");

    call("azbatch:addTask?jobId=j", body);

    assertAdded();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theOnlyTaskOfACollectionInAnyFormIsAdded(Object body) {
    job("j");

    call("azbatch:addTaskCollection?jobId=j", body);

    assertAdded();
  }

  private void assertAdded() {
    assertThat(simulator.azBatch().task("j", "t").getMap())
        .contains(entry("commandLine", "run"), entry("displayName", "Größe ☀"));
    assertThat(lastRequest().header("Content-Type"))
        .isEqualTo("application/json; odata=minimalmetadata; charset=utf-8");
  }

  @Test
  void aFileIsRead() throws Exception {
    job("j");
    Path file = Files.writeString(folder.resolve("task.json"), JSON);

    call("azbatch:addTask?jobId=j", file.toFile());

    assertAdded();
  }

  @Test
  void valuesOfAllKindsAreWritten() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", "j");
    body.put("poolInfo", Map.of("poolId", POOL));
    body.put("priority", (short) 5);
    body.put("maxParallelTasks", 3L);
    body.put("usesTaskDependencies", true);
    body.put("metadata", Arrays.asList(Map.of("name", "a", "value", "1")));

    call("azbatch:addJob", body);

    assertThat(simulator.azBatch().job("j").getMap())
        .contains(
            entry("priority", 5), entry("maxParallelTasks", 3), entry("usesTaskDependencies", true))
        .hasEntrySatisfying(
            "metadata",
            pairs ->
                assertThat(pairs).isEqualTo(new JsonArray("[{\"name\":\"a\",\"value\":\"1\"}]")));
  }

  @Test
  void aStreamIsStillThereAfterAFailure() {
    Exchange exchange =
        send("azbatch:addTask?jobId=none", new ByteArrayInputStream(JSON.getBytes(UTF_8)));

    assertThat(refusal(exchange).getServiceCode()).isEqualTo("JobNotFound");
    assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(JSON);
  }

  @Test
  void whatTheServiceAnswersCanBeGivenBack() {
    jobWithCompletedTask("j", "t");
    Map<String, Object> task = object("azbatch:getTask?jobId=j&taskId=t");

    call(
        "azbatch:addTask?jobId=j",
        Map.of(
            "id",
            "again",
            "commandLine",
            task.get("commandLine"),
            "constraints",
            task.get("constraints")));

    assertThat(list("azbatch:listTasks?jobId=j"))
        .extracting(each -> each.get("id"))
        .isEqualTo(List.of("again", "t"));
  }
}
