package sweep;

import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import io.github.camelhpc.hpcpack.HpcPackConstants;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/**
 * Runs the job of primes.json, a parametric sweep, and collects what its tasks printed in one file.
 * When primes.json is saved again, it is run again.
 */
public class SweepRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  @Override
  public void configure() {
    onException(Exception.class)
        // or the file would be run again at once, and fail again
        .handled(true)
        .log(LoggingLevel.ERROR, "There are no results: ${exception.message}");

    from(file("{{folder:.}}/jobs")
            .fileName("primes.json")
            .noop(true)
            .idempotentKey("${file:name}-${file:modified}"))
        .routeId("sweep")
        // goes on when the job has ended; no thread waits
        .to(hpcpack("runJob").awaitTimeout("1h").failOnUnsuccessful(true))
        .log("Job ${body.id} is ${body.state}")
        .to(hpcpack("listTasks").properties("InstanceId,State,Output").outputType("StreamList"))
        .split(body())
        .streaming()
        .setBody(simple("${body[InstanceId]},${body[State]},${body[Output].trim()}"))
        .to(file("{{folder:.}}/results")
            .fileName("primes-${header." + HpcPackConstants.JOB_ID + "}.csv")
            .fileExist("Append")
            .appendChars("\\n"))
        .end()
        .log("Its results are in {{folder:.}}/results/primes-${header.CamelHpcPackJobId}.csv");
  }
}
