package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.RunningSimulators;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of very many entries. */
@Timeout(60)
class LargeListsTest {

  private static final String STATUS = "/jobs/j/jobpreparationandreleasetaskstatus";

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private BatchClient client;

  @BeforeEach
  void tenThousandNodes() {
    client = BatchClient.of(SIMULATORS.get());
    AzBatchSimulator account = SIMULATORS.get().azBatch();
    account.createPool("p", 1);
    account.createJob("j", "p", Map.of("jobPreparationTask", Map.of("commandLine", "prepare")));
    account.addPreparationStatuses(
        "j",
        10_000,
        i ->
            Map.of(
                "jobPreparationTaskExecutionInfo",
                new JsonObject()
                    .put("state", "completed")
                    .put("startTime", "2026-03-01T09:00:00Z")
                    .put("retryCount", 0)
                    .put("exitCode", i % 1000 == 7 ? 1 : 0)));
  }

  @Test
  void tenThousandEntriesAreTenPages() {
    Set<String> nodes = new HashSet<>();
    int pages = 1;
    BatchResponse page = client.get(STATUS + "?maxresults=1000");
    nodes.addAll(page.column("nodeId"));
    while (page.nextLink() != null) {
      page = client.follow(page.nextLink());
      nodes.addAll(page.column("nodeId"));
      pages++;
    }

    assertThat(nodes).hasSize(10_000);
    assertThat(pages).isEqualTo(10);
    assertThat(page.json().getString("odata.metadata"))
        .endsWith("/$metadata#jobpreparationandreleasestatuslist");
    assertThat(page.json().getJsonArray("value").getJsonObject(0).getString("nodeUrl"))
        .startsWith(SIMULATORS.get().azBatchUrl() + "/pools/p/nodes/");
  }

  @Test
  void fewOfManyAreFound() {
    String filter = BatchClient.encoded("jobPreparationTaskExecutionInfo/exitCode ne 0");

    BatchResponse failed = client.get(STATUS + "?$select=nodeId&$filter=" + filter);

    assertThat(failed.column("nodeId")).hasSize(10);
    assertThat(failed.nextLink()).isNull();
    assertThat(failed.json().getJsonArray("value").getJsonObject(0).fieldNames())
        .containsExactly("nodeId");
  }
}
