package alerts;

import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.processor.aggregate.StringAggregationStrategy;

/**
 * Watches all jobs of the cluster and writes an alert for each one that fails, with what its failed
 * tasks say.
 */
public class AlertsRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  @Override
  public void configure() {
    // an exchange for each job whose state changes; what has failed before the first look counts as
    // seen
    from(hpcpack("listJobs")
            .properties("Id,Name,Owner,State,ErrorMessage")
            .initialDelay(0)
            .delay("{{interval:10s}}"))
        .routeId("watch")
        .filter(simple("${body[State]} == 'Failed'"))
        .to(direct("alert"));

    from(direct("alert"))
        .routeId("alert")
        .setProperty("job")
        .simple("Job ${body[Id]} (${body[Name]}) of ${body[Owner]} failed. ${body[ErrorMessage]}")
        // the tasks of this job: its id came as header; where thousands have failed, the first ones
        // say enough
        .to(hpcpack("listTasks")
            .taskState("Failed")
            .properties("TaskId,Name,ErrorMessage,Output")
            .maxResults("{{tasks:20}}"))
        .choice()
        // a job can fail without them, for example if it could not be started
        .when(simple("${body.isEmpty}"))
        .setBody(constant(""))
        .otherwise()
        .split(body(), new StringAggregationStrategy())
        .setBody(
            simple(
                "- task ${body[TaskId]} (${body[Name]}): ${body[ErrorMessage]} ${body[Output].trim()}\\n"))
        .end()
        .end()
        .setBody(simple("${exchangeProperty.job}\\n${body}"))
        // a mail or a ticket could stand here; if it fails, the alert is tried again at the next
        // poll
        .to(file("{{folder:.}}/results").fileName("alerts.txt").fileExist("Append"))
        .log(LoggingLevel.WARN, "${body}");

    // something to see: a job that fails; sample=false switches it off
    from(file("{{folder:.}}/sample")
            .include(".*\\.json")
            .noop(true)
            .idempotentKey("${file:name}-${file:modified}")
            // what has failed before the first look at the jobs would count as seen
            .initialDelay("{{sample-after:3s}}")
            .delay("{{interval:10s}}"))
        .routeId("sample")
        .autoStartup("{{sample:true}}")
        // goes on as soon as the job is submitted
        .to(hpcpack("runJob").await(false))
        .log("Job ${header.CamelHpcPackJobId} is submitted, and is going to fail");
  }
}
