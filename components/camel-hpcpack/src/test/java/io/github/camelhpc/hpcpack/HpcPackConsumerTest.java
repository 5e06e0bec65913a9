package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.simulators.Fault;
import io.github.camelhpc.test.RecordedFailures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

/** What the consumers emit, with which headers, and what they ask the service for. */
class HpcPackConsumerTest extends HpcPackConsumerTestSupport {

  private static final String JOBS = "/hpc/jobs";

  @Test
  void aChangeOfAJobIsEmittedOnceWithItsHeaders() throws Exception {
    int job = job("Queued");
    watch("hpcpack:listJobs");
    assertThat(poll()).as("what is there at the start counts as seen").isEmpty();

    setState(job, "Running");
    List<Exchange> events = poll();
    assertThat(poll()).as("nothing changed since").isEmpty();

    assertThat(events).hasSize(1);
    Message event = events.get(0).getMessage();
    assertThat(event.getHeaders())
        .containsEntry("CamelHpcPackJobId", job)
        .containsEntry("CamelHpcPackState", "Running")
        .containsKey("CamelHpcPackEventId")
        .doesNotContainKey("CamelHpcPackComplete");
    assertThat(event.getBody(Map.class).get("name")).isEqualTo("test");
  }

  @Test
  void startFromBeginningEmitsWhatIsThere() throws Exception {
    int first = job("Finished");
    int second = job("Running");
    watch("hpcpack:listJobs?startFrom=beginning");

    assertThat(polled()).containsExactly(first + " Finished", second + " Running");
    assertThat(polled()).isEmpty();
  }

  @Test
  void aJobThatIsNewSinceTheStartIsEmitted() throws Exception {
    watch("hpcpack:listJobs");
    poll();

    int job = job("Configuring");

    assertThat(polled()).containsExactly(job + " Configuring");
  }

  @Test
  void emitAllEmitsAllAtEveryPoll() throws Exception {
    int first = job("Finished");
    int second = job("Running");
    watch("hpcpack:listJobs?emit=all");
    advance(Duration.ofHours(1));
    polls.poll();

    assertThat(polled()).containsExactly(first + " Finished", second + " Running");
  }

  @Test
  void filtersGoToTheServer() throws Exception {
    int own = job("Running");
    job("Queued");
    watch("hpcpack:listJobs?startFrom=beginning&jobState=running&owner=hpcuser&rowsPerRead=7");

    assertThat(polled()).containsExactly(own + " Running");
    assertThat(queries(JOBS).get(0))
        .contains("$filter=JobState eq Running", "owner=hpcuser", "rowsPerRead=7");
  }

  @Test
  void betweenFullRoundsOnlyChangesAreAskedFor() throws Exception {
    watch("hpcpack:listJobs?jobState=Running&changeOverlap=90s");
    poll();
    advance(Duration.ofMinutes(10));
    poll();
    advance(Duration.ofMinutes(1));
    poll();

    assertThat(queries(JOBS))
        .satisfiesExactly(
            first -> assertThat(first).doesNotContain("ChangeTimeFrom"),
            second ->
                assertThat(second)
                    .contains(
                        "$filter=JobState eq Running and ChangeTimeFrom eq 1/31/2026"
                            + " 11:58:30 AM"),
            third -> assertThat(third).contains("ChangeTimeFrom eq 1/31/2026 12:08:30 PM"));
  }

  @Test
  void aFullRoundFollowsAfterFullRoundEvery() throws Exception {
    watch("hpcpack:listJobs");
    poll();
    poll();
    endpointOfRoute().getConfiguration().setFullRoundEvery(0);
    poll();

    assertThat(queries(JOBS))
        .satisfiesExactly(
            first -> assertThat(first).doesNotContain("ChangeTimeFrom"),
            second -> assertThat(second).contains("ChangeTimeFrom"),
            third -> assertThat(third).doesNotContain("ChangeTimeFrom"));
  }

  private HpcPackEndpoint endpointOfRoute() {
    return (HpcPackEndpoint) context().getRoute("watch").getEndpoint();
  }

  @Test
  void aFullRoundThatFailedIsMadeUpForAtTheNextPoll() throws Exception {
    watch("hpcpack:listJobs?maxRetries=0&fullRoundEvery=300ms");
    poll();
    await().pollDelay(Duration.ofMillis(300)).until(() -> true);
    simulator.faults().next(Fault.status(503));
    poll();
    poll();

    assertThat(queries(JOBS)).hasSize(3).noneMatch(query -> query.contains("ChangeTimeFrom"));
  }

  @Test
  void whatIsWatchedIsAskedForWhateverThePropertiesOptionSays() throws Exception {
    job("Running");
    watch("hpcpack:listJobs?startFrom=beginning&properties=Name,state");

    Exchange event = poll().get(0);

    assertThat(queries(JOBS).get(0)).contains("properties=Name,state,Id,RequeueCount");
    assertThat(event.getMessage().getHeader("CamelHpcPackState")).isEqualTo("Running");
  }

  @Test
  void tasksAndSubtasksOfAJobAreWatched() throws Exception {
    int job = createdJob(Map.of("Name", "sweep"));
    call("hpcpack:addTask?jobId=" + job, Map.of("CommandLine", "fail"));
    call(
        "hpcpack:addTask?jobId=" + job,
        Map.of(
            "CommandLine", "quick *", "Type", "ParametricSweep", "StartValue", 1, "EndValue", 2));
    watch("hpcpack:listTasks?jobId=" + job);
    poll();
    call("hpcpack:submitJob?jobId=" + job, null);
    advance(Duration.ofMinutes(1));

    List<String> tasks =
        poll().stream()
            .map(Exchange::getMessage)
            .map(
                m ->
                    m.getHeader("CamelHpcPackJobId")
                        + "."
                        + m.getHeader("CamelHpcPackTaskId")
                        + "."
                        + m.getHeader("CamelHpcPackSubtaskId")
                        + " "
                        + m.getHeader("CamelHpcPackState"))
            .toList();

    assertThat(tasks)
        .containsExactlyInAnyOrder(
            job + ".1.0 Failed", job + ".2.1 Finished", job + ".2.2 Finished");
    assertThat(queries(JOBS + "/" + job + "/tasks")).last().asString().contains("ChangeTimeFrom");
  }

  @Test
  void nodesOfThe2016ApiAreWatched() throws Exception {
    watch("hpcpack:listNodes?properties=Name");
    poll();
    call("hpcpack:operateClusterNode?nodeName=CN002&nodeOperation=takeOffline", null);
    advance(Duration.ofMinutes(5));

    assertThat(poll())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getMessage().getHeaders())
                    .containsEntry("CamelHpcPackNodeName", "CN002")
                    .containsEntry("CamelHpcPackState", "Offline"));
  }

  @Test
  void nodesOfThe2019ApiAreWatched() throws Exception {
    watch("hpcpack:listClusterNodes?nodeNames=CN001,CN003");
    poll();
    call("hpcpack:operateClusterNode?nodeName=CN002&nodeOperation=takeOffline", null);
    call("hpcpack:operateClusterNode?nodeName=CN003&nodeOperation=takeOffline", null);
    advance(Duration.ofMinutes(5));

    assertThat(poll())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getMessage().getHeaders())
                    .containsEntry("CamelHpcPackNodeName", "CN003")
                    .containsEntry("CamelHpcPackState", "Offline"));
    assertThat(queries("/hpc/cluster/nodes").get(0)).contains("names=CN001,CN003");
  }

  @Test
  void aJobIsWatchedUntilItHasEnded() throws Exception {
    int job = submittedJob("quick");
    watch("hpcpack:getJob?jobId=" + job);
    List<Exchange> first = poll();
    assertThat(first).hasSize(1);
    assertThat(first.get(0).getMessage().getHeaders()).doesNotContainKey("CamelHpcPackComplete");

    advance(Duration.ofMinutes(1));
    List<Exchange> last = poll();

    assertThat(last).hasSize(1);
    assertThat(last.get(0).getMessage().getHeaders())
        .containsEntry("CamelHpcPackComplete", true)
        .containsEntry("CamelHpcPackState", "Finished")
        .containsEntry("CamelHpcPackJobId", job);
    long asked = simulator.requests().count("GET", JOBS + "/" + job);
    assertThat(poll()).isEmpty();
    assertThat(polls.isScheduled()).isFalse();
    assertThat(simulator.requests().count("GET", JOBS + "/" + job)).isEqualTo(asked);
  }

  @Test
  void aTaskIsWatchedUntilItHasEnded() throws Exception {
    int job = submittedJob("fail");
    watch("hpcpack:getTask?taskId=1&properties=ExitCode&jobId=" + job);
    poll();
    advance(Duration.ofMinutes(1));

    assertThat(poll())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getMessage().getHeaders())
                  .containsEntry("CamelHpcPackComplete", true)
                  .containsEntry("CamelHpcPackTaskId", 1)
                  .containsEntry("CamelHpcPackState", "Failed");
              assertThat(event.getMessage().getBody(Map.class).get("ExitCode")).isEqualTo("3");
            });
    assertThat(polls.isScheduled()).isFalse();
  }

  @Test
  void theSameStateAfterARequeueIsANewEvent() throws Exception {
    int job = submittedJob("fail");
    watch("hpcpack:listJobs");
    poll();
    advance(Duration.ofMinutes(1));
    List<Exchange> first = poll();

    call("hpcpack:requeueJob?jobId=" + job, null);
    advance(Duration.ofMinutes(1));
    List<Exchange> second = poll();

    assertThat(first).singleElement().satisfies(e -> assertThat(summary(e)).endsWith("Failed"));
    assertThat(second).singleElement().satisfies(e -> assertThat(summary(e)).endsWith("Failed"));
    assertThat(eventId(second.get(0))).isNotEqualTo(eventId(first.get(0)));
  }

  @Test
  void maxMessagesPerPollLeavesTheOthersForTheNextPolls() throws Exception {
    simulator.hpcPack().createJobs(5, Map.of("Name", "many"));
    watch("hpcpack:listJobs?startFrom=beginning&maxMessagesPerPoll=2");

    List<Exchange> first = poll();

    assertThat(first).hasSize(2);
    assertThat(first.get(1).getProperty(ExchangePropertyKey.BATCH_SIZE)).isEqualTo(2);
    assertThat(first.get(1).getProperty(ExchangePropertyKey.BATCH_INDEX)).isEqualTo(1);
    assertThat(first.get(1).getProperty(ExchangePropertyKey.BATCH_COMPLETE)).isEqualTo(true);
    assertThat(polled()).containsExactly("3 Configuring", "4 Configuring");
    assertThat(polled()).containsExactly("5 Configuring");
    assertThat(polled()).isEmpty();
  }

  @Test
  void pollsEveryTenSecondsUnlessToldOtherwise() {
    assertThat(endpoint("hpcpack:listJobs").getDelay()).isEqualTo(10_000);
    assertThat(endpoint("hpcpack:listJobs?delay=15s").getDelay()).isEqualTo(15_000);
  }

  private HpcPackEndpoint endpoint(String uri) {
    return context().getEndpoint(uri, HpcPackEndpoint.class);
  }

  @Test
  void whatCannotChangeCannotBeConsumedFrom() {
    assertThatThrownBy(() -> watch("hpcpack:createJob"))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "hpcpack:createJob cannot be consumed from, since nothing of it changes by itself;"
                + " use it with to:, or consume from one of the operations that docs/hpcpack.md"
                + " marks as pollable");
  }

  @Test
  void aConsumerWithoutItsJobIdSaysSo() throws Exception {
    RecordedFailures failures = new RecordedFailures();
    context().getRegistry().bind("failures", failures);
    watch("hpcpack:listTasks?exceptionHandler=#failures");
    poll();

    assertThat(failures.last())
        .hasMessage(
            "hpcpack:listTasks needs jobId: set the option jobId or the header CamelHpcPackJobId");
    assertThat(simulator.requests().count()).isZero();
  }
}
