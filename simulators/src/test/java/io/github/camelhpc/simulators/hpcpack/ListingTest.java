package io.github.camelhpc.simulators.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.RunningSimulators;
import io.github.camelhpc.simulators.SimulatorClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages, filters and orders of lists (facts/hpcpack.md §5). */
class ListingTest {

  @RegisterExtension static final RunningSimulators SIMULATORS = new RunningSimulators();

  private SimulatorClient client;

  @BeforeEach
  void client() {
    client = SIMULATORS.client();
  }

  private static void createJobs(int count) {
    SIMULATORS.get().hpcPack().createJobs(count, Map.of());
  }

  @Test
  void continuationGoesThroughAllRowsAndEndsWithoutAnEmptyPage() {
    createJobs(25);

    List<List<String>> pages = pages("/jobs?properties=Id");

    assertThat(pages).extracting(List::size).containsExactly(10, 10, 5);
    assertThat(pages.stream().flatMap(List::stream))
        .hasSize(25)
        .doesNotHaveDuplicates()
        .startsWith("1");
    SIMULATORS.get().reset();
    createJobs(20);
    assertThat(pages("/jobs?properties=Id&rowsPerRead=10"))
        .extracting(List::size)
        .containsExactly(10, 10);
  }

  private List<List<String>> pages(String path) {
    List<List<String>> pages = new ArrayList<>();
    Optional<String> queryId = Optional.empty();
    do {
      HttpResponse<String> page =
          client.get(path + queryId.map(id -> "&queryId=" + SimulatorClient.encode(id)).orElse(""));
      assertThat(page.statusCode()).isEqualTo(200);
      pages.add(SimulatorClient.rowsOf(page).stream().map(row -> row.get("Id")).toList());
      queryId = page.headers().firstValue("x-ms-continuation-queryId");
    } while (queryId.isPresent());
    return pages;
  }

  @Test
  void atLeastOneRowIsRead() {
    createJobs(3);

    assertThat(client.rows("/jobs?rowsPerRead=0")).hasSize(1);
    assertThat(client.rows("/jobs?rowsPerRead=-5")).hasSize(1);
    assertThat(client.get("/jobs?rowsPerRead=many").statusCode()).isEqualTo(400);
  }

  @Test
  void pageCanBeAskedForAgainAndShowsTheRowsOfTheBeginning() {
    createJobs(12);
    String queryId = firstQueryId();
    createJobs(5);

    HttpResponse<String> once = client.get("/jobs?queryId=" + queryId);
    HttpResponse<String> twice = client.get("/jobs?queryId=" + queryId);

    assertThat(SimulatorClient.rowsOf(once)).hasSize(2);
    assertThat(twice.body()).isEqualTo(once.body());
  }

  @Test
  void continuationExpiresAnHourAfterTheLastPage() {
    createJobs(30);
    String queryId = firstQueryId();

    SIMULATORS.advance(Duration.ofMinutes(60));
    assertThat(client.get("/jobs?queryId=" + queryId).statusCode()).isEqualTo(200);
    SIMULATORS.advance(Duration.ofMinutes(60).plusSeconds(1));
    HttpResponse<String> late = client.get("/jobs?queryId=" + queryId);

    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("read the list from its beginning");
  }

  @Test
  void queryIdIsGoodForItsListOnly() {
    createJobs(30);
    String queryId = firstQueryId();

    assertThat(client.get("/nodes?queryId=" + queryId).statusCode()).isEqualTo(400);
    assertThat(client.get("/jobs?queryId=nonsense").statusCode()).isEqualTo(400);
    assertThat(client.get("/jobs?queryId=" + queryId.replaceAll(":.*", ":99")).statusCode())
        .isEqualTo(400);
  }

  private String firstQueryId() {
    return client.get("/jobs").headers().firstValue("x-ms-continuation-queryId").orElseThrow();
  }

  @Test
  void startRowPagesWithoutState() {
    createJobs(25);

    HttpResponse<String> page = client.get("/jobs?startRow=20&rowsPerRead=10&queryId=ignored");
    assertThat(SimulatorClient.rowsOf(page))
        .extracting(row -> row.get("Id"))
        .containsExactly("21", "22", "23", "24", "25");
    assertThat(page.headers().firstValue("x-ms-row-count")).hasValue("25");
    assertThat(client.get("/jobs?startRow=0").headers().firstValue("x-ms-continuation-queryId"))
        .isEmpty();

    HttpResponse<String> end = client.get("/jobs?startRow=25");
    assertThat(end.body()).isEqualTo("[]");
    assertThat(end.headers().firstValue("x-ms-row-count")).hasValue("25");
    assertThat(client.get("/jobs?startRow=-1").statusCode()).isEqualTo(400);
  }

  @Test
  void olderVersionKnowsNeitherStartRowNorTheTypesOf2019() {
    try (HpcSimulators old =
        HpcSimulators.builder().httpsPort(-1).hpcPackVersion("5.3.6435.0").start()) {
      SimulatorClient oldClient = SimulatorClient.of(old);
      old.hpcPack().createJobs(12, Map.of());

      HttpResponse<String> page = oldClient.get("/jobs?startRow=5&asc=false");

      assertThat(SimulatorClient.rowsOf(page).get(0)).containsEntry("Id", "1");
      assertThat(page.headers().firstValue("x-ms-row-count")).isEmpty();
      assertThat(page.headers().firstValue("x-ms-continuation-queryId")).isPresent();
      assertThat(oldClient.get("/cluster/nodes").statusCode()).isEqualTo(404);
      assertThat(oldClient.get("/nodes").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void filtersByStateWithoutRegardToCase() {
    createJobs(3);
    SIMULATORS.get().hpcPack().setJobState(2, "Running");
    SIMULATORS.get().hpcPack().setJobState(3, "Failed");

    assertThat(ids("JobState eq running")).containsExactly("2");
    assertThat(ids("jobstate EQ Running,Failed")).containsExactly("2", "3");
    assertThat(ids("JobState eq All")).hasSize(3);
    assertThat(ids("JobState eq ")).hasSize(3);
    assertThat(ids("JobState eq Running and NodeGroup eq Big")).isEmpty();
    assertThat(get("JobState eq Sleeping").statusCode()).isEqualTo(400);
    assertThat(get("Weather eq fine").statusCode()).isEqualTo(400);
    assertThat(get("JobState20eq Running").statusCode()).isEqualTo(400);
  }

  @Test
  void filtersByNodeGroup() {
    client.createJob("NodeGroups", "ComputeNodes,Big");
    client.createJob();

    assertThat(ids("NodeGroup eq big")).containsExactly("1");
  }

  @Test
  void filtersByChangeTimeToTheSecond() {
    createJobs(2);
    SIMULATORS.advance(Duration.ofMillis(90_500));
    client.put("/jobs/2", SimulatorClient.properties("Name", "changed"));
    String shown = client.property(2, "ChangeTime");

    assertThat(ids("ChangeTimeFrom eq " + shown)).containsExactly("2");
    Instant now = SIMULATORS.get().clock().now().truncatedTo(ChronoUnit.SECONDS);
    assertThat(ids("ChangeTimeFrom eq " + now.plusMillis(999))).containsExactly("2");
    assertThat(ids("ChangeTimeFrom eq " + now.plusSeconds(1))).isEmpty();
  }

  @Test
  void takesTheTimesThatClientsSend() {
    createJobs(1);

    for (String early :
        List.of(
            "2015-10-16",
            "2015-10-16T10:00:00Z",
            "2015-10-16T10:00:00.123+00:00",
            "2015-10-16T10:00:00",
            "10/16/2015",
            "10/16/2015 10:00:00",
            "10/16/2015 10:00",
            "10/16/2015 1:00:00 PM",
            "2015/10/16 23:18:20")) {
      assertThat(ids("ChangeTimeFrom eq " + early)).as(early).hasSize(1);
      assertThat(ids("ChangeTimeFrom eq " + early.replace("2015", "2099"))).as(early).isEmpty();
    }
    assertThat(get("ChangeTimeFrom eq yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void filtersTasks() {
    int job = client.createJob();
    client.addTask(job, "CommandLine", "a *", "Type", "ParametricSweep", "EndValue", "3");
    client.addTask(job, "CommandLine", "b");
    client.submit(job);
    SIMULATORS.advanceSeconds(5);

    assertThat(tasks(job, "TaskIds eq 2")).containsExactly("1.2");
    assertThat(tasks(job, "TaskIds eq 1.1.2,1.2")).containsExactly("1.1.2", "1.2");
    assertThat(tasks(job, "TaskInstanceIds eq 1|3")).containsExactly("1.1.1", "1.1.3");
    assertThat(tasks(job, "TaskState eq finished")).hasSize(4);
    assertThat(tasks(job, "TaskStates eq Queued;Running")).isEmpty();
    assertThat(tasks(job, "ChangeTimeFrom eq 2099-01-01")).isEmpty();
  }

  private List<String> tasks(int job, String filter) {
    return client.rows("/jobs/" + job + "/tasks?$filter=" + SimulatorClient.encode(filter)).stream()
        .map(row -> row.get("TaskId"))
        .toList();
  }

  @Test
  void filtersNodesByState() {
    client.post("/cluster/nodes/CN002/operations/takeOffline");
    SIMULATORS.advanceSeconds(2);

    assertThat(client.rows("/nodes?$filter=NodeState%20eq%20offline&properties=Name"))
        .containsExactly(Map.of("Name", "CN002"));
    SIMULATORS.get().reset();
    assertThat(client.rows("/nodes?$filter=NodeState+eq+Offline")).isEmpty();
  }

  @Test
  void listsTheJobsOfAnOwner() {
    client.createJob();
    client.with("x-ms-as-user", "other").createJob();

    assertThat(client.rows("/jobs?owner=OTHER")).hasSize(1);
    assertThat(client.rows("/jobs?owner=HPC%5Cother")).hasSize(1);
    assertThat(client.rows("/jobs?owner=nobody")).isEmpty();
  }

  @Test
  void sortsNumbersAsNumbersAndDescendingIsTheExactReverse() {
    client.createJob("Name", "b", "MinCores", "10");
    client.createJob("Name", "A", "MinCores", "9");
    client.createJob("Name", "c", "MinCores", "10", "Priority", "Lowest");

    assertThat(sorted("sortJobsBy=MinCores")).containsExactly("2", "1", "3");
    assertThat(sorted("sortJobsBy=mincores&asc=false")).containsExactly("3", "1", "2");
    assertThat(sorted("sortJobsBy=Name")).containsExactly("2", "1", "3");
    assertThat(sorted("sortJobsBy=Priority")).containsExactly("3", "1", "2");
    assertThat(sorted("sortJobsBy=Unheard")).containsExactly("1", "2", "3");
    assertThat(sorted("asc=False")).containsExactly("3", "2", "1");
  }

  @Test
  void sortsTasksByTheNumbersOfTheirIds() {
    int job = client.createJob();
    for (int i = 0; i < 11; i++) {
      client.addTask(job, "CommandLine", "a");
    }

    assertThat(client.rows("/jobs/1/tasks?sortTasksBy=TaskId&rowsPerRead=100&asc=false"))
        .extracting(row -> row.get("JobTaskId"))
        .startsWith("11", "10", "9")
        .endsWith("1");
  }

  @Test
  void propertiesComeInCanonicalSpellingAndUnknownOnesAreLeftOut() {
    client.createJob("name", "x");

    assertThat(client.rows("/jobs?properties=NAME,unheard,STATE,name"))
        .containsExactly(Map.of("Name", "x", "State", "Configuring"));
  }

  private List<String> sorted(String parameters) {
    return client.rows("/jobs?" + parameters).stream().map(row -> row.get("Id")).toList();
  }

  private List<String> ids(String filter) {
    return SimulatorClient.rowsOf(get(filter)).stream().map(row -> row.get("Id")).toList();
  }

  private HttpResponse<String> get(String filter) {
    return client.get("/jobs?$filter=" + SimulatorClient.encode(filter));
  }
}
