package burst;

import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import io.github.camelhpc.hpcpack.HpcPackConstants;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/**
 * Runs the jobs of the folder jobs: on HPC Pack while its queue is short, else on Azure Batch. The
 * results of both are in the folder results. When a file is saved again, it is run again.
 */
public class BurstRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        // the file as it was
        .useOriginalMessage()
        .log(
            LoggingLevel.ERROR,
            "${file:name} could not be run, and is in {{folder:.}}/failed: ${exception.message}")
        .to(file("{{folder:.}}/failed"));

    from(file("{{folder:.}}/jobs")
            .noop(true)
            .idempotentKey("${file:name}-${file:modified}")
            .sortBy("file:name")
            // one at a time, so that the queue shows where the one before went
            .maxMessagesPerPoll(1)
            .eagerMaxMessagesPerPoll(false)
            .delay("{{interval:1s}}"))
        .routeId("burst")
        // the body stays
        .toV(
            hpcpack("listJobs")
                .jobState("Queued")
                .properties("Id")
                .maxResults("{{queue:1}}")
                .getRawUri(),
            null,
            "queued")
        .choice()
        .when(simple("${variable.queued.size} < {{queue:1}}"))
        .to(direct("cluster"))
        .otherwise()
        .to(direct("azure"));

    from(direct("cluster"))
        .routeId("cluster")
        .log("${file:name} goes to HPC Pack")
        .to(hpcpack("runJob").awaitTimeout("1h"))
        .split(simple("${body.tasks}"))
        .setBody(simple("${body[Name]},${body[ExitCode]},${body[Output].trim()}"))
        .to(file("{{folder:.}}/results")
            .fileName("${file:name.noext}-hpcpack-${header." + HpcPackConstants.JOB_ID + "}.csv")
            .fileExist("Append")
            .appendChars("\\n"))
        .end()
        .log("${file:name} has run on HPC Pack as job ${header.CamelHpcPackJobId}");

    from(direct("azure"))
        .routeId("azure")
        .log("The queue is long: ${file:name} goes to Azure Batch")
        .unmarshal()
        .json()
        // the same tasks, with the names that Azure Batch has for what they are
        .split(simple("${body[tasks]}"), new GroupedBodyAggregationStrategy())
        .setBody(simple("${map(id,${body[Name]},commandLine,${body[CommandLine]})}"))
        .end()
        .setHeader(
            AzBatchConstants.JOB_ID, simple("${file:name.noext}-${date:now:yyyyMMdd-HHmmss}"))
        .to(azbatch("runTasks").poolId("{{pool:burst}}").awaitTimeout("1h"))
        .split(body())
        .setVariable("task", simple("${body.taskId},${body.exitCode}"))
        .setBody(simple("${body.stdout}"))
        .setBody(simple("${variable.task},${bodyOneLine}"))
        .to(file("{{folder:.}}/results")
            .fileName("${file:name.noext}-azbatch-${header." + AzBatchConstants.JOB_ID + "}.csv")
            .fileExist("Append")
            .appendChars("\\n"))
        .end()
        .log("${file:name} has run on Azure Batch as job ${header.CamelAzBatchJobId}");
  }
}
