package io.github.camelhpc.simulators.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClock;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages, filters and selections. */
@Timeout(60)
class ListsTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private BatchClient client;

  @BeforeEach
  void jobs() {
    client = BatchClient.of(SIMULATORS.get());
    addJobs(client, 7);
  }

  private static void addJobs(BatchClient client, int count) {
    IntStream.rangeClosed(1, count).forEach(i -> addJob(client, "Job-" + i));
  }

  private static void addJob(BatchClient client, String id) {
    String body = "{\"id\":\"" + id + "\",\"poolInfo\":{\"poolId\":\"p\"}}";
    assertThat(client.post("/jobs", body).status()).isEqualTo(201);
  }

  @Test
  void pagesAreLinked() {
    BatchResponse first = client.get("/jobs?maxresults=3&$filter=startswith(id,%27job%27)");
    BatchResponse second = client.follow(first.nextLink());
    BatchResponse third = client.follow(second.nextLink());

    assertThat(first.column("id")).containsExactly("Job-1", "Job-2", "Job-3");
    assertThat(second.column("id")).containsExactly("Job-4", "Job-5", "Job-6");
    assertThat(third.column("id")).containsExactly("Job-7");
    assertThat(third.nextLink()).isNull();
    assertThat(third.body()).doesNotContain("nextLink");
  }

  @Test
  void linkRepeatsTheRequestAndAddsAToken() {
    String url = SIMULATORS.get().azBatchUrl();
    String query = "maxresults=2&$filter=startswith(id,%27job%27)&api-version=2024-07-01.20.0";

    String first = client.get("/jobs?" + query).nextLink();
    String second = client.follow(first).nextLink();

    assertThat(first).matches("\\Q" + url + "/jobs?" + query + "&$skiptoken=\\E[\\w:/=$%]+");
    assertThat(first.substring(first.indexOf("$skiptoken="))).contains(":", "/", "$1=%5E");
    assertThat(second).startsWith(url + "/jobs?" + query + "&$skiptoken=").isNotEqualTo(first);
    assertThat(second.indexOf("skiptoken")).isEqualTo(second.lastIndexOf("skiptoken"));
  }

  @Test
  void pagesFitTogetherAlthoughEntriesComeAndGo() {
    BatchResponse first = client.get("/jobs?maxresults=3");
    assertThat(client.delete("/jobs/job-3").status()).isEqualTo(202);
    SIMULATORS.advanceSeconds(600);
    addJob(client, "Job-35");
    addJob(client, "Job-0");

    BatchResponse second = client.follow(first.nextLink());

    assertThat(second.column("id")).containsExactly("Job-35", "Job-4", "Job-5");
  }

  @Test
  void lastPageMayBeFull() {
    BatchResponse full = client.get("/jobs?maxresults=7");
    BatchResponse none = client.get("/jobs?$filter=id%20eq%20%27none%27");

    assertThat(full.column("id")).hasSize(7);
    assertThat(full.nextLink()).isNull();
    assertThat(none.json().getJsonArray("value")).isEmpty();
  }

  @Test
  void lastPageMayBeEmptyIfThatIsSet() {
    try (HpcSimulators simulators =
        HpcSimulators.builder()
            .clock(SimulatorClock.manual(RunningSimulators.START))
            .azBatch(AzBatchSettings::withEmptyLastPage)
            .start()) {
      BatchClient own = BatchClient.of(simulators);
      addJobs(own, 4);

      BatchResponse second = own.follow(own.get("/jobs?maxresults=2").nextLink());
      BatchResponse third = own.follow(second.nextLink());

      assertThat(second.column("id")).containsExactly("Job-3", "Job-4");
      assertThat(third.json().getJsonArray("value")).isEmpty();
      assertThat(third.nextLink()).isNull();
      assertThat(own.get("/jobs?maxresults=5").nextLink()).isNull();
    }
  }

  @Test
  void filterIsObeyed() {
    String filter = BatchClient.encoded("state eq 'active' and (id ge 'job-6' or id eq 'JOB-1')");

    assertThat(client.get("/jobs?$filter=" + filter).column("id"))
        .containsExactly("Job-1", "Job-6", "Job-7");
    BatchResponse refused =
        client.get("/jobs?$filter=" + BatchClient.encoded("displayName eq 'x'"));
    assertThat(refused.code()).isEqualTo("InvalidQueryParameterValue");
    assertThat(refused.detail("Reason"))
        .startsWith("The filter is invalid: 'displayName' is not one of the properties [");
  }

  @Test
  void onlySelectedMembersAreSent() {
    BatchResponse list = client.get("/jobs?$select=id,state&maxresults=1");
    BatchResponse single = client.get("/jobs/job-1?$select=url,%20id");

    assertThat(list.json().getJsonArray("value").getJsonObject(0))
        .isEqualTo(new JsonObject().put("id", "Job-1").put("state", "active"));
    assertThat(single.json().fieldNames()).containsOnly("odata.metadata", "id", "url");
    assertThat(single.json().getString("url"))
        .isEqualTo(SIMULATORS.get().azBatchUrl() + "/jobs/Job-1");
  }

  @Test
  void statisticsComeOnlyIfTheyAreExpanded() {
    assertThat(client.get("/jobs/job-1").json().containsKey("stats")).isFalse();
    assertThat(client.get("/jobs/job-1?$expand=stats").status()).isEqualTo(200);
  }

  @Test
  void listsOfTheAccountAreServed() {
    AzBatchSimulator account = SIMULATORS.get().azBatch();
    account.addApplication("Pricer", "Prices options", "1.0", "2.0");
    account.addApplication("blender", null, "4");

    assertThat(client.get("/applications?maxresults=1").column("id")).containsExactly("blender");
    assertThat(client.get("/applications/PRICER").json())
        .isEqualTo(
            new JsonObject(
                "{\"odata.metadata\":\"%s/$metadata#listapplicationsummariesresponses/@Element\","
                        .formatted(SIMULATORS.get().azBatchUrl())
                    + "\"id\":\"Pricer\",\"displayName\":\"Prices options\","
                    + "\"versions\":[\"1.0\",\"2.0\"]}"));
    assertThat(client.get("/applications/none").code()).isEqualTo("ApplicationNotFound");
    assertThat(client.get("/supportedimages?$filter=osType%20eq%20%27Windows%27").column("osType"))
        .containsExactly("windows");
  }

  @Test
  void usageIsKnownLate() {
    AzBatchSimulator account = SIMULATORS.get().azBatch();
    Instant now = SIMULATORS.get().clock().now();
    for (int hour = 3; hour <= 5; hour++) {
      account.addPoolUsage(
          "p" + hour,
          now.minusSeconds(hour * 3600),
          now.minusSeconds(hour * 3600 - 1800),
          "STANDARD_D2",
          4.5);
    }

    assertThat(client.get("/poolusagemetrics").column("poolId")).containsExactly("p3");
    BatchResponse two =
        client.get(
            "/poolusagemetrics?starttime=%s&endtime=%s"
                .formatted(now.minusSeconds(5 * 3600), now.minusSeconds(3 * 3600 + 1)));
    assertThat(two.column("poolId")).containsExactly("p5", "p4");
    assertThat(two.column("vmSize")).containsOnly("standard_d2");
    BatchResponse early = client.get("/poolusagemetrics?starttime=" + now.minusSeconds(3600));
    assertThat(early.code()).isEqualTo("InvalidQueryParameterValue");
    assertThat(early.detail("QueryParameterName")).isEqualTo("starttime");
  }

  @Test
  void keysOfAllKindsSurviveInLinks() {
    List<String> ids = List.of("x.~y", "é ü/%", "100%$=&?", "x");
    ids.forEach(id -> SIMULATORS.get().azBatch().addApplication(id, null));

    List<String> read = new ArrayList<>();
    String link =
        SIMULATORS.get().azBatchUrl() + "/applications?maxresults=1&api-version=2024-07-01.20.0";
    while (link != null) {
      BatchResponse page = client.follow(link);
      read.addAll(page.column("id"));
      link = page.nextLink();
    }

    assertThat(read)
        .containsExactlyElementsOf(
            ids.stream().sorted((a, b) -> key(a).compareTo(key(b))).toList());
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
