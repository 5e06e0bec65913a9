package io.github.camelhpc.hpcpack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.simulators.Fault;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** {@code pollEnrich} and the {@code poll} EIP ask when the message comes. */
class HpcPackPollingConsumerTest extends HpcPackConsumerTestSupport {

  @Override
  protected RoutesBuilder createRouteBuilder() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:enrichJob").pollEnrich().simple("hpcpack:getJob?jobId=${body}").timeout(0);
        from("direct:pollJob").poll("hpcpack:getJob?jobId=1", 0);
        // a property, since some Camel lines keep no header of the message that is enriched
        from("direct:enrichJobs")
            .setProperty("fails", header("fails"))
            .pollEnrich("hpcpack:listJobs?maxRetries=0&startFrom=beginning", 0)
            .choice()
            .when(exchangeProperty("fails").isEqualTo(true))
            .throwException(new IllegalStateException("the route fails"));
        from("direct:pollJobs").poll("hpcpack:listJobs", 0);
        from("direct:waitForJob").poll("hpcpack:listJobs?delay=20&jobState=Failed", 10_000);
      }
    };
  }

  @Test
  void getJobGivesTheJobAsItIsEachTime() {
    int job = job("Running");

    Exchange first = call("direct:enrichJob", job);
    Exchange again = call("direct:enrichJob", job);
    setState(job, "Finished");
    Exchange last = call("direct:enrichJob", job);

    assertThat(first.getMessage().getBody(Map.class).get("state")).isEqualTo("Running");
    assertThat(again.getMessage().getBody(Map.class).get("state")).isEqualTo("Running");
    assertThat(last.getMessage().getHeaders())
        .containsEntry("CamelHpcPackState", "Finished")
        .containsEntry("CamelHpcPackComplete", true);
    assertThat(simulator.requests().count("GET", "/hpc/jobs/" + job)).isEqualTo(3);
  }

  @Test
  void thePollEipGivesTheJob() {
    job("Running");

    assertThat(summary(call("direct:pollJob", null))).isEqualTo("1 Running");
  }

  @Test
  void listJobsGivesTheNextChangeEachTime() {
    int first = job("Running");
    int second = job("Queued");

    assertThat(summary(call("direct:enrichJobs", null))).isEqualTo(first + " Running");
    assertThat(summary(call("direct:enrichJobs", null))).isEqualTo(second + " Queued");
    assertThat(summary(call("direct:enrichJobs", null))).as("nothing new").isEqualTo("null null");
    setState(first, "Finished");
    assertThat(summary(call("direct:enrichJobs", null))).isEqualTo(first + " Finished");
  }

  @Test
  void aChangeWhoseExchangeFailedIsGivenAgain() {
    int job = job("Running");

    Exchange failed = send("direct:enrichJobs", null, Map.of("fails", true));
    assertThat(failed.getException()).hasMessage("the route fails");
    Exchange again = call("direct:enrichJobs", null);

    assertThat(summary(again)).isEqualTo(job + " Running");
    assertThat(eventId(again)).isEqualTo(eventId(failed));
  }

  @Test
  void thePollEipGivesTheChangesOfAList() {
    int first = job("Running");
    int second = job("Queued");

    assertThat(summary(call("direct:pollJobs", null))).isEqualTo(first + " Running");
    assertThat(summary(call("direct:pollJobs", null))).isEqualTo(second + " Queued");
    assertThat(call("direct:pollJobs", null).getMessage().getBody()).isNull();
  }

  @Test
  void aTimeoutWaitsForAChange() {
    int job = job("Running");
    // the first answer has no failed job, the second one has
    simulator.faults().next(Fault.redirect("/hpc/jobs?$filter=JobState%20eq%20Queued"));
    setState(job, "Failed");

    assertThat(summary(call("direct:waitForJob", null))).isEqualTo(job + " Failed");
    assertThat(simulator.requests().count("GET", "/hpc/jobs")).isGreaterThan(2);
  }

  @Test
  void errorsAreRaised() {
    Exchange unknown = send("direct:enrichJob", 4711, Map.of());
    assertThat(unknown.getException())
        .rootCause()
        .isInstanceOf(HpcPackException.class)
        .hasMessageStartingWith("hpcpack:getJob failed with HTTP status 404");

    job("Running");
    simulator.faults().next(Fault.status(503));
    assertThat(send("direct:enrichJobs", null, Map.of()).getException())
        .rootCause()
        .hasMessageContaining("HTTP status 503");
    assertThat(summary(call("direct:enrichJobs", null)))
        .as("nothing is lost")
        .isEqualTo("1 Running");
  }
}
