package preparation;

import io.github.camelhpc.azbatch.AzBatchConstants;
import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/**
 * Reports the nodes on which the preparation tasks of jobs have failed, and which therefore run no
 * tasks of these jobs: how many failed on each node, and what was the newest.
 */
public class PreparationRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  @Override
  public void configure() {
    // of all jobs that are active
    from(azbatch("listPreparationAndReleaseTaskStatus")
            .filter("jobPreparationTaskExecutionInfo/result eq 'failure'")
            // each report has all that failed, not only what is new
            .emit("ALL")
            .delay("{{interval:5s}}"))
        .routeId("preparation")
        .setBody(
            simple(
                "${body.jobPreparationTaskExecutionInfo.endTime} job ${header.CamelAzBatchJobId}"
                    + " exit code ${body.jobPreparationTaskExecutionInfo.exitCode}:"
                    + " ${body.jobPreparationTaskExecutionInfo.failureInfo.message}"))
        .aggregate(header(AzBatchConstants.NODE_ID), new GroupedBodyAggregationStrategy())
        // all that one poll has found
        .completionFromBatchConsumer()
        // the time is in front: the newest becomes the last
        .sort(body())
        .setBody(
            simple(
                "${header.CamelAzBatchNodeId}: ${body.size} failed, the newest at ${body[last]}"))
        .to(direct("nodes"));

    // the lines of all nodes are one report
    from(direct("nodes"))
        .routeId("report")
        .aggregate(constant("report"), new GroupedBodyAggregationStrategy())
        // when no more nodes follow
        .completionTimeout(500)
        .completionTimeoutCheckerInterval(100)
        .setBody(
            simple(
                "Nodes that cannot be prepared, as of ${date:now:yyyy-MM-dd HH:mm:ss}:\n${join('\\n')}"))
        .log(LoggingLevel.WARN, "${body}")
        .to(file("{{folder:.}}/results").fileName("preparation.txt"));

    // Two jobs that cannot be prepared, so that there is something to report. They end after five
    // minutes. For an account of your own: java -Dsample=false
    from(timer("sample").repeatCount(1))
        .routeId("sample")
        .autoStartup("{{sample:true}}")
        .split(constant("licences,data"))
        .setHeader(
            AzBatchConstants.JOB_ID, simple("needs-${body}-${date:now:yyyyMMdd-HHmmss}"))
        .setBody(
            simple(
                """
                {"poolInfo": {"poolId": "{{pool:burst}}"},
                "jobPreparationTask": {"commandLine": "/bin/sh -c 'test -d /mnt/${body}'"},
                "constraints": {"maxWallClockTime": "PT5M"},
                "id": "${header.CamelAzBatchJobId}"}"""))
        .to(azbatch("addJob"))
        .setBody(
            constant(
                "[{\"id\": \"1\", \"commandLine\": \"hostname\"},"
                    + " {\"id\": \"2\", \"commandLine\": \"hostname\"}]"))
        .to(azbatch("addTaskCollection"));
  }
}
