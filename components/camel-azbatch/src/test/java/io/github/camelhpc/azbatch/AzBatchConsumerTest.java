package io.github.camelhpc.azbatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.azbatch.model.JobPreparationAndReleaseTaskExecutionInformation;
import io.github.camelhpc.simulators.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the consumers emit, with which headers, and what they ask the service for. */
class AzBatchConsumerTest extends AzBatchTestSupport {

  private static final Map<String, Object> PREPARED =
      Map.of(
          "jobPreparationTask", Map.of("commandLine", "prepare"),
          "jobReleaseTask", Map.of("commandLine", "release"));

  @TempDir private Path folder;

  /** Polls once, and gives the values of these headers of what was emitted by that. */
  private List<String> polled(String... headers) {
    return poll().stream().map(event -> text(event.getMessage(), headers)).toList();
  }

  private static String text(Message message, String... headers) {
    return String.join(
        " ", List.of(headers).stream().map(h -> message.getHeader(h, "-", String.class)).toList());
  }

  private List<String> polledJobs() {
    return polled(AzBatchConstants.JOB_ID, AzBatchConstants.STATE);
  }

  private static String eventId(Exchange event) {
    return event.getMessage().getHeader(AzBatchConstants.EVENT_ID, String.class);
  }

  /** The decoded queries of all requests whose path ends like this, in their order. */
  private List<String> queries(String pathEnd) {
    return requests("GET", pathEnd).stream()
        .map(request -> URLDecoder.decode(request.query(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void aChangeOfAJobIsEmittedOnceWithItsHeaders() throws Exception {
    job("j1");
    job("j2");
    watch("azbatch:listJobs");
    assertThat(poll()).as("what is there at the start counts as seen").isEmpty();

    advance(Duration.ofMinutes(5));
    call("azbatch:disableJob?jobId=j1", Map.of("disableTasks", "requeue"));
    advance(Duration.ofMinutes(1));
    List<Exchange> events = poll();
    assertThat(poll()).as("nothing changed since").isEmpty();

    assertThat(events).hasSize(1);
    assertThat(events.get(0).getMessage().getHeaders())
        .containsEntry("CamelAzBatchJobId", "j1")
        .containsEntry("CamelAzBatchState", "disabled")
        .containsKey("CamelAzBatchEventId")
        .doesNotContainKey("CamelAzBatchComplete");
    assertThat(events.get(0).getMessage().getBody(Map.class))
        .containsEntry("id", "j1")
        .containsKey("poolInfo");
  }

  @Test
  void betweenFullRoundsTheServerGivesOnlyWhatChanged() throws Exception {
    watch("azbatch:listJobs?changeOverlap=90s");
    poll();
    advance(Duration.ofMinutes(10));
    poll();
    poll();

    assertThat(queries("/jobs"))
        .satisfiesExactly(
            first -> assertThat(first).doesNotContain("$filter"),
            second ->
                assertThat(second)
                    .contains("$filter=stateTransitionTime ge DateTime'2026-01-31T11:58:30Z'"),
            third -> assertThat(third).contains("DateTime'2026-01-31T12:08:30Z'"));
  }

  @Test
  void filterAndSelectionOfTheUserAreJoinedWithWhatIsWatched() throws Exception {
    job("a1");
    job("b1");
    job("c1");
    watch(
        "azbatch:listJobs?startFrom=beginning&select=displayName,state"
            + "&filter=startswith(id,'a') or id eq 'b1'");

    List<Exchange> events = poll();
    poll();

    assertThat(events)
        .extracting(event -> text(event.getMessage(), "CamelAzBatchJobId", "CamelAzBatchState"))
        .containsExactly("a1 active", "b1 active");
    assertThat(events.get(0).getMessage().getBody(Map.class)).doesNotContainKey("poolInfo");
    assertThat(queries("/jobs"))
        .allMatch(q -> q.contains("$select=displayName,state,id,stateTransitionTime"))
        .satisfiesExactly(
            first -> assertThat(first).contains("$filter=startswith(id,'a') or id eq 'b1'"),
            second ->
                assertThat(second)
                    .contains(
                        "$filter=(startswith(id,'a') or id eq 'b1') and stateTransitionTime ge"
                            + " DateTime'"));
  }

  @Test
  void theSameStateAtAnotherTimeIsANewEvent() throws Exception {
    job("j1");
    watch("azbatch:listJobs?startFrom=beginning");
    List<Exchange> first = poll();

    call("azbatch:disableJob?jobId=j1", Map.of("disableTasks", "requeue"));
    advance(Duration.ofMinutes(1));
    call("azbatch:enableJob?jobId=j1", null);
    advance(Duration.ofMinutes(1));
    List<Exchange> second = poll();

    assertThat(first).hasSize(1);
    assertThat(second)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getMessage().getHeader("CamelAzBatchState")).isEqualTo("active");
              assertThat(eventId(event)).isNotEqualTo(eventId(first.get(0)));
            });
  }

  @Test
  void tasksOfAJobAreWatched() throws Exception {
    job("j1");
    task("j1", "t1");
    watch("azbatch:listTasks?jobId=j1");
    poll();
    advance(Duration.ofMinutes(5));

    assertThat(polled(AzBatchConstants.JOB_ID, AzBatchConstants.TASK_ID, AzBatchConstants.STATE))
        .containsExactly("j1 t1 completed");
    assertThat(queries("/jobs/j1/tasks")).last().asString().contains("stateTransitionTime ge");
  }

  @Test
  void aPoolThatIsResizedIsWatched() throws Exception {
    watch("azbatch:listPools");
    poll();
    advance(Duration.ofMinutes(5));
    call("azbatch:resizePool?poolId=pool1", Map.of("targetDedicatedNodes", 3));

    List<Exchange> resizing = poll();
    advance(Duration.ofMinutes(30));
    List<Exchange> steady = poll();

    assertThat(resizing)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(text(e.getMessage(), "CamelAzBatchPoolId", "CamelAzBatchState"))
                  .isEqualTo("pool1 active");
              assertThat(e.getMessage().getBody(Map.class))
                  .containsEntry("allocationState", "resizing");
            });
    assertThat(steady)
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.getMessage().getBody(Map.class))
                    .containsEntry("allocationState", "steady"));
    assertThat(queries("/pools").get(1))
        .contains(
            "$filter=(stateTransitionTime ge DateTime'2026-01-31T11:59:00Z' or"
                + " allocationStateTransitionTime ge DateTime'2026-01-31T11:59:00Z')");
  }

  @Test
  void nodesOfAPoolAreWatched() throws Exception {
    String node = simulator.azBatch().nodesOf(POOL).get(0).getString("id");
    watch("azbatch:listNodes?poolId=pool1");
    poll();
    advance(Duration.ofMinutes(5));
    call("azbatch:rebootNode?poolId=pool1&nodeId=" + node, null);
    advance(Duration.ofMinutes(5));

    assertThat(polled(AzBatchConstants.POOL_ID, AzBatchConstants.NODE_ID, AzBatchConstants.STATE))
        .containsExactly("pool1 " + node + " idle");
    assertThat(queries("/pools/pool1/nodes")).last().asString().contains("stateTransitionTime ge");
  }

  @Test
  void aNodeWhoseSchedulingChangesIsSeenAtAFullRound() throws Exception {
    String node = simulator.azBatch().nodesOf(POOL).get(1).getString("id");
    watch("azbatch:listNodes?poolId=pool1&fullRoundEvery=0");
    poll();
    call("azbatch:disableNodeScheduling?poolId=pool1&nodeId=" + node, null);

    List<Exchange> events = poll();

    assertThat(events).hasSize(1);
    assertThat(events.get(0).getMessage().getBody(Map.class))
        .containsEntry("schedulingState", "disabled")
        .containsEntry("state", "idle");
  }

  @Test
  void jobSchedulesAreWatched() throws Exception {
    call(
        "azbatch:addJobSchedule",
        Map.of(
            "id", "s1",
            "schedule", Map.of("recurrenceInterval", "PT1H"),
            "jobSpecification", Map.of("poolInfo", Map.of("poolId", POOL))));
    watch("azbatch:listJobSchedules");
    poll();
    advance(Duration.ofMinutes(5));
    call("azbatch:disableJobSchedule?jobScheduleId=s1", null);

    assertThat(polled(AzBatchConstants.JOB_SCHEDULE_ID, AzBatchConstants.STATE))
        .containsExactly("s1 disabled");
  }

  @Test
  void jobsOfAScheduleAreWatched() throws Exception {
    call(
        "azbatch:addJobSchedule",
        Map.of(
            "id", "s1",
            "schedule", Map.of("recurrenceInterval", "PT1H"),
            "jobSpecification", Map.of("poolInfo", Map.of("poolId", POOL))));
    advance(Duration.ofMinutes(1));
    watch("azbatch:listJobsFromSchedule?jobScheduleId=s1&startFrom=beginning");

    assertThat(polledJobs()).singleElement().asString().startsWith("s1").endsWith("active");
  }

  @Test
  void preparationAndReleaseTasksOfAJobAreWatched() throws Exception {
    job("j1", PREPARED);
    task("j1", "t1");
    watch("azbatch:listPreparationAndReleaseTaskStatus?jobId=j1");
    poll();
    advance(Duration.ofMinutes(5));

    List<Exchange> prepared = poll();
    call("azbatch:terminateJob?jobId=j1", null);
    advance(Duration.ofMinutes(5));
    List<Exchange> released = poll();

    assertThat(prepared).hasSize(1);
    Message event = prepared.get(0).getMessage();
    String node = event.getHeader(AzBatchConstants.NODE_ID, String.class);
    assertThat(text(event, AzBatchConstants.JOB_ID, AzBatchConstants.POOL_ID))
        .isEqualTo("j1 pool1");
    assertThat(event.getBody())
        .isInstanceOfSatisfying(
            JobPreparationAndReleaseTaskExecutionInformation.class,
            status -> {
              assertThat(status.nodeId()).isEqualTo(node);
              assertThat(status.jobPreparationTaskExecutionInfo().exitCode()).isZero();
              assertThat(status.jobReleaseTaskExecutionInfo()).isNull();
            });
    assertThat(released)
        .singleElement()
        .satisfies(
            e ->
                assertThat(
                        e.getMessage()
                            .getBody(JobPreparationAndReleaseTaskExecutionInformation.class)
                            .jobReleaseTaskExecutionInfo()
                            .state()
                            .text())
                    .isEqualTo("completed"));
    assertThat(poll()).isEmpty();
  }

  @Test
  void withoutJobAllThatHavePreparationTasksAreWatched() throws Exception {
    job("j1", PREPARED);
    job("j2", PREPARED);
    job("plain");
    task("j1", "t1");
    task("plain", "t1");
    task("j2", "t1");
    advance(Duration.ofMinutes(5));
    watch("azbatch:listPreparationAndReleaseTaskStatus?startFrom=beginning");

    assertThat(polled(AzBatchConstants.JOB_ID, AzBatchConstants.POOL_ID))
        .containsExactlyInAnyOrder("j1 pool1", "j2 pool1");
    assertThat(requests("GET", "/jobs/plain/jobpreparationandreleasetaskstatus")).isEmpty();
    assertThat(queries("/jobs"))
        .singleElement()
        .satisfies(
            query ->
                assertThat(query)
                    .contains(
                        "$filter=state eq 'active' or state eq 'terminating'",
                        "$select=id,jobPreparationTask,jobReleaseTask"));
  }

  @Test
  void aJobThatIsGoneWhenItsStatusIsReadIsSkipped() throws Exception {
    job("j1", PREPARED);
    job("j2", PREPARED);
    task("j1", "t1");
    task("j2", "t1");
    advance(Duration.ofMinutes(5));
    simulator
        .faults()
        .matching(
            "GET", "/jobs/j1/jobprep.*", Fault.status(404).body("{\"code\":\"JobNotFound\"}"), 1);
    watch("azbatch:listPreparationAndReleaseTaskStatus?startFrom=beginning");

    assertThat(polled(AzBatchConstants.JOB_ID)).containsExactly("j2");
    assertThat(polled(AzBatchConstants.JOB_ID)).containsExactly("j1");
  }

  @Test
  void failedPreparationTasksAreFilteredByTheServer() throws Exception {
    job("j1", Map.of("jobPreparationTask", Map.of("commandLine", "fail")));
    task("j1", "t1");
    job("j2", PREPARED);
    task("j2", "t1");
    advance(Duration.ofMinutes(5));
    watch(
        "azbatch:listPreparationAndReleaseTaskStatus?startFrom=beginning&select=nodeId"
            + "&filter=jobPreparationTaskExecutionInfo/exitCode ne 0");

    List<Exchange> events = poll();

    assertThat(events).isNotEmpty();
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.getMessage().getHeader("CamelAzBatchJobId")).isEqualTo("j1");
              assertThat(
                      event
                          .getMessage()
                          .getBody(JobPreparationAndReleaseTaskExecutionInformation.class)
                          .jobPreparationTaskExecutionInfo()
                          .exitCode())
                  .isEqualTo(3);
            });
    assertThat(queries("/jobs/j1/jobpreparationandreleasetaskstatus").get(0))
        .contains("$filter=jobPreparationTaskExecutionInfo/exitCode ne 0")
        .contains(
            "$select=nodeId,poolId,jobPreparationTaskExecutionInfo,jobReleaseTaskExecutionInfo");
  }

  @Test
  void aJobIsWatchedUntilItIsCompleted() throws Exception {
    job("j1");
    watch("azbatch:getJob?jobId=j1");
    List<Exchange> first = poll();
    call("azbatch:terminateJob?jobId=j1", null);
    advance(Duration.ofMinutes(5));
    List<Exchange> last = poll();
    simulator.requests().clear();

    assertThat(first).hasSize(1);
    assertThat(first.get(0).getMessage().getHeaders()).doesNotContainKey("CamelAzBatchComplete");
    assertThat(last).hasSize(1);
    assertThat(last.get(0).getMessage().getHeaders())
        .containsEntry("CamelAzBatchComplete", true)
        .containsEntry("CamelAzBatchState", "completed")
        .containsEntry("CamelAzBatchJobId", "j1");
    assertThat(poll()).isEmpty();
    assertThat(polls.isScheduled()).isFalse();
    assertThat(simulator.requests().count()).isZero();
  }

  @Test
  void aTaskIsWatchedUntilItIsCompleted() throws Exception {
    job("j1");
    task("j1", "t1");
    watch("azbatch:getTask?jobId=j1&taskId=t1&select=commandLine");
    poll();
    advance(Duration.ofMinutes(5));

    assertThat(poll())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getMessage().getHeaders())
                  .containsEntry("CamelAzBatchComplete", true)
                  .containsEntry("CamelAzBatchTaskId", "t1")
                  .containsEntry("CamelAzBatchState", "completed");
              assertThat(event.getMessage().getBody(Map.class))
                  .containsEntry("commandLine", "run t1");
            });
    assertThat(polls.isScheduled()).isFalse();
  }

  @Test
  void aFailedExchangeIsOfferedAgainWithTheSameEventId() throws Exception {
    job("j1");
    boolean[] failing = {true};
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(onDemand("azbatch:listJobs?startFrom=beginning"))
                .to("mock:events")
                .process(
                    exchange -> {
                      if (failing[0]) {
                        throw new IllegalStateException("the route fails");
                      }
                    });
          }
        });
    List<Exchange> failed = poll();
    failing[0] = false;
    List<Exchange> again = poll();

    assertThat(failed).hasSize(1);
    assertThat(again).hasSize(1);
    assertThat(eventId(again.get(0))).isEqualTo(eventId(failed.get(0)));
    assertThat(poll()).isEmpty();
  }

  @Test
  void aRestartWithARepositoryLosesAndRepeatsNothing() throws Exception {
    job("j1");
    job("j2");
    assertThat(afterStart()).isEmpty();
    call("azbatch:terminateJob?jobId=j1", null);
    advance(Duration.ofMinutes(5));

    assertThat(afterStart()).containsExactly("j1 completed");
    assertThat(afterStart()).isEmpty();
    call("azbatch:terminateJob?jobId=j2", null);
    advance(Duration.ofMinutes(5));
    assertThat(afterStart()).containsExactly("j2 completed");
  }

  /** What the first poll of a context of its own emits, which has the file of the one before. */
  private List<String> afterStart() throws Exception {
    try (CamelContext other = new DefaultCamelContext()) {
      other.addComponent("azbatch", component(simulator.azBatchUrl()));
      other.getRegistry().bind("polls", polls);
      other
          .getRegistry()
          .bind(
              "seen",
              FileIdempotentRepository.fileIdempotentRepository(folder.resolve("seen").toFile()));
      List<String> events = new ArrayList<>();
      other.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(onDemand("azbatch:listJobs?idempotentRepository=#seen"))
                  .process(
                      exchange ->
                          events.add(
                              text(
                                  exchange.getMessage(),
                                  AzBatchConstants.JOB_ID,
                                  AzBatchConstants.STATE)));
            }
          });
      other.start();
      polls.poll();
      return events;
    }
  }

  @Test
  void pollEnrichAsksWhenTheMessageComes() throws Exception {
    job("j1");
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:job").pollEnrich().simple("azbatch:getJob?jobId=${body}").timeout(0);
            from("direct:next").pollEnrich("azbatch:listJobs", 0);
          }
        });

    Message job = call("direct:job", "j1").getMessage();
    assertThat(text(job, "CamelAzBatchJobId", "CamelAzBatchState")).isEqualTo("j1 active");
    assertThat(send("direct:job", "none").getException())
        .rootCause()
        .isInstanceOf(AzBatchException.class)
        .hasMessageContaining("JobNotFound");
    assertThat(text(call("direct:next", null).getMessage(), "CamelAzBatchJobId")).isEqualTo("j1");
    assertThat(text(call("direct:next", null).getMessage(), "CamelAzBatchJobId")).isEqualTo("-");
  }
}
