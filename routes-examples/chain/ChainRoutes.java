package chain;

import io.github.camelhpc.dbapi.DbapiConstants;
import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import io.github.camelhpc.hpcpack.HpcPackConstants;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/**
 * A night in risk, on all four services: HPC Pack makes scenarios, a SOA service prices an option
 * in each, Azure Batch computes the reserves, and dbapi tells how busy the machines were meanwhile.
 * The report is in the folder results. When the file in jobs is saved again, all is run again.
 */
public class ChainRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  private static final AggregationStrategy TO_LIST = new GroupedBodyAggregationStrategy();

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(LoggingLevel.ERROR, "There is no report: ${exception.message}");

    from(file("{{folder:.}}/jobs")
            .noop(true)
            .idempotentKey("${file:name}-${file:modified}"))
        .routeId("chain")
        // 1. HPC Pack: goes on when the job has ended
        .to(hpcpack("runJob").awaitTimeout("1h").failOnUnsuccessful(true))
        .split(simple("${body.tasks}"), TO_LIST)
        .setBody(simple("${body[Output].trim()}"))
        .end()
        .setVariable("scenarios", body())

        // 2. SOA: the price of each scenario; the user data is its number
        .to(hpcsoa("runBatch")
            .serviceName("PricingService")
            .genericService(true)
            .awaitTimeout("1h"))
        .split(body(), TO_LIST)
        .stopOnException()
        .filter(simple("${body.failed}"))
        .throwException(
            IllegalStateException.class,
            "scenario ${body.userData} has no price: ${body.fault.reason}")
        .end()
        // 3. Azure Batch: a task for each price
        .setVariable(
            "command",
            simple(
                "/bin/sh -c 'echo price ${body.output}"
                    + " reserve $(awk \"BEGIN { print 0.3 * ${body.output} }\")'"))
        .setBody(simple("${map(id,scenario-${body.userData},commandLine,${variable.command})}"))
        .end()
        .to(azbatch("runTasks")
            .poolId("{{pool:burst}}")
            .awaitTimeout("1h")
            .failOnUnsuccessful(true)
            .jobCleanup("DELETE"))
        .split(body(), TO_LIST)
        .setVariable("task", simple("${body.taskId}"))
        .setBody(simple("${body.stdout}"))
        .setBody(simple("${variable.task} ${bodyOneLine}"))
        .end()
        .setVariable("prices", body())

        // 4. dbapi: CPU usage while the job ran, and a while before, since samples are a minute
        // apart
        .setHeader(
            DbapiConstants.START_TIME,
            simple("${header.CamelHpcPackStartTime.minusSeconds({{before:180}})}"))
        .setHeader(DbapiConstants.END_TIME, header(HpcPackConstants.END_TIME))
        .setBody(constant("vm[=name rx {{machines:vm00[12]}}][@cpuUsage rx b .*]"))
        .to(dbapi("runQuery").resultFormat("ROWS").awaitTimeout("10m"))
        .split(body(), TO_LIST)
        .setBody(simple("${body.name} ${body.time} ${body.value} ${body.unit}"))
        .end()
        .setBody(
            simple(
                """
                Job ${header.CamelHpcPackJobId} was ${header.CamelHpcPackState}, \
                from ${header.CamelHpcPackStartTime} to ${header.CamelHpcPackEndTime}.

                Scenarios of HPC Pack:
                ${join('\\n','',${variable.scenarios})}

                Prices of the SOA service, reserves of Azure Batch:
                ${join('\\n','',${variable.prices})}

                CPU usage from dbapi:
                ${join('\\n')}
                """))
        .to(file("{{folder:.}}/results").fileName("night-${header.CamelHpcPackJobId}.txt"))
        .log("${body}");

    // what happens to jobs, as it happens
    from(hpcpack("listJobs").properties("Id,Name,State").delay("{{interval:1s}}"))
        .routeId("watch")
        .log("Job ${body[Id]} ${body[Name]} is ${body[State]}");
  }
}
