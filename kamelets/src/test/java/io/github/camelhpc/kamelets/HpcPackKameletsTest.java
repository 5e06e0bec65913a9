package io.github.camelhpc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelhpc.hpcpack.HpcPackConstants;
import io.github.camelhpc.hpcpack.HpcPackException;
import io.github.camelhpc.hpcpack.HpcPackJobFailedException;
import io.github.camelhpc.hpcpack.JobResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class HpcPackKameletsTest extends KameletTestSupport {

  private static final String JOB =
      """
      {"Name": "pricing", "tasks": [{"CommandLine": "price.exe"}]}
      """;

  private static final String BAD_JOB =
      """
      {"Name": "pricing", "tasks": [{"CommandLine": "fail"}]}
      """;

  private static Map<String, Object> cluster(Map<String, ?> properties) {
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put("serviceUrl", simulator.hpcPackUrl());
    all.put("username", USER);
    all.put("password", PASSWORD);
    return all;
  }

  private static String source(Map<String, ?> properties) {
    Map<String, Object> all = cluster(properties);
    all.put("delay", "50ms");
    return kamelet("hpcpack-job-source", all);
  }

  private static String action(Map<String, ?> properties) {
    return kamelet("hpcpack-run-job-action", cluster(properties));
  }

  private static List<String> states(MockEndpoint events) {
    return events.getReceivedExchanges().stream()
        .map(event -> event.getMessage().getHeader(HpcPackConstants.STATE, String.class))
        .toList();
  }

  @Test
  void aJobIsEmittedWheneverItsStateChanges() throws Exception {
    simulator.hpcPack().createJobs(1, Map.of("Name", "night"));
    MockEndpoint events = events(source(Map.of("startFrom", "BEGINNING")));
    await().until(() -> events.getReceivedCounter() == 1);

    simulator.hpcPack().setJobState(1, "Running");
    await().until(() -> events.getReceivedCounter() == 2);
    simulator.hpcPack().setJobState(1, "Failed");
    await().until(() -> events.getReceivedCounter() == 3);

    assertThat(states(events)).containsExactly("Configuring", "Running", "Failed");
  }

  @Test
  void jobsAreChosenAndTheirPropertiesToo() throws Exception {
    simulator.hpcPack().createJobs(3, Map.of("Name", "night"));
    simulator.hpcPack().setJobState(1, "Failed");
    simulator.hpcPack().setJobState(2, "Running");
    MockEndpoint events =
        events(
            source(
                Map.of(
                    "startFrom",
                    "BEGINNING",
                    "jobState",
                    "Failed",
                    "owner",
                    USER,
                    "properties",
                    "Id,State")));
    await().until(() -> events.getReceivedCounter() == 1);
    simulator.hpcPack().setJobState(2, "Failed");
    await().until(() -> events.getReceivedCounter() == 2);

    assertThat(events.getReceivedExchanges())
        .extracting(event -> event.getMessage().getBody(Map.class))
        .allSatisfy(job -> assertThat(job).containsKey("Id").doesNotContainKey("Name"))
        .extracting(job -> job.get("Id"))
        .containsExactly("1", "2");
  }

  @Test
  void aFilterIsSentAsItIs() throws Exception {
    events(source(Map.of("filter", "JobName eq a&b+c%20d")));

    await()
        .until(
            () ->
                simulator.requests().all().stream()
                    .anyMatch(
                        request ->
                            String.valueOf(request.query())
                                .contains("JobName%20eq%20a%26b%2Bc%2520d")));
  }

  @Test
  void aJobWhoseExchangeFailedIsEmittedAgain() throws Exception {
    simulator.hpcPack().createJobs(1, Map.of("Name", "night"));
    List<Object> ids = new ArrayList<>();
    getMockEndpoint("mock:events")
        .whenAnyExchangeReceived(
            event -> {
              ids.add(event.getMessage().getHeader(HpcPackConstants.EVENT_ID));
              if (ids.size() == 1) {
                throw new IllegalStateException("not now");
              }
            });

    events(source(Map.of("startFrom", "BEGINNING")));

    await().until(() -> ids.size() == 2);
    assertThat(ids.get(0)).isNotNull().isEqualTo(ids.get(1));
  }

  @Test
  void aJobIsRun() throws Exception {
    run(action(Map.of("awaitTimeout", "1m")));

    Exchange result = call("direct:run", JOB, Map.of("mine", "kept"));

    JobResult job = result.getMessage().getBody(JobResult.class);
    assertThat(job.state()).isEqualTo("Finished");
    assertThat(job.tasks()).extracting(task -> task.get("Output")).containsExactly("done");
    assertThat(result.getMessage().getHeaders())
        .containsEntry("mine", "kept")
        .containsEntry(HpcPackConstants.JOB_ID, job.id());
  }

  @Test
  void aJobThatFailsIsAResultUnlessItShallNotBe() throws Exception {
    run(action(Map.of()));
    load(
        """
        - from:
            uri: direct:strict
            steps:
              - to:
                  uri: kamelet:hpcpack-run-job-action
                  parameters: {serviceUrl: '%s', username: 'RAW(%s)', password: 'RAW(%s)', failOnUnsuccessful: true}
        """
            .formatted(simulator.hpcPackUrl(), USER, PASSWORD));

    assertThat(call("direct:run", BAD_JOB).getMessage().getBody(JobResult.class).state())
        .isEqualTo("Failed");
    assertThat(failure("direct:strict", BAD_JOB)).isInstanceOf(HpcPackJobFailedException.class);
  }

  @Test
  void whatIsRefusedKeepsBodyAndHeaders() throws Exception {
    Map<String, Object> wrong = cluster(Map.of());
    wrong.put("password", "wrong");
    run(kamelet("hpcpack-run-job-action", wrong));

    Exchange result = send("direct:run", JOB, Map.of("mine", "kept"));

    assertThat(result.getException(HpcPackException.class).getStatusCode()).isEqualTo(401);
    assertThat(result.getException()).hasMessageNotContaining("wrong");
    assertThat(result.getMessage().getBody()).isEqualTo(JOB);
    assertThat(result.getMessage().getHeaders()).containsEntry("mine", "kept");
  }
}
