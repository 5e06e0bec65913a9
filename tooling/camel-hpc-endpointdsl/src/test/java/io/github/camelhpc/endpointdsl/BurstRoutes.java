package io.github.camelhpc.endpointdsl;

import io.github.camelhpc.azbatch.JobCleanup;
import io.github.camelhpc.hpcpack.JobState;
import io.github.camelhpc.support.camel.StartFrom;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** Runs what failed on a cluster once more, in Azure Batch. */
public class BurstRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  private static final String TASK =
      """
      {"tasks": [{"id": "again-${header.CamelHpcPackJobId}-${body[JobTaskId]}",
                  "commandLine": "${body[CommandLine]}"}]}""";

  @Override
  public void configure() {
    from(hpcpack("listJobs").jobState(JobState.FAILED).startFrom(StartFrom.BEGINNING).delay("15s"))
        .to(hpcpack("listTasks").taskState("Failed").properties("JobTaskId,CommandLine"))
        .split(body())
        .setBody(simple(TASK))
        .to(azbatch("runTasks").poolId("burst").awaitTimeout("2h").jobCleanup(JobCleanup.DELETE))
        .log("job ${header." + hpcpack().hpcPackJobId() + "} ran again: ${body[0].exitCode}")
        .to(direct("done"));
  }
}
