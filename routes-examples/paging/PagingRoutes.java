package paging;

import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/**
 * Reads a list of any length, page after page, and writes a line for each of its entries. No more
 * than two pages are in memory at any time.
 */
public class PagingRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  @Override
  public void configure() {
    from(timer("paging").repeatCount(1))
        .routeId("paging")
        .to(direct("fill"))
        // StreamList: the body is an iterator, which asks for the next page while this one is split
        .to(
            hpcpack("listJobs")
                .properties("Id,Name,Owner,State")
                .outputType("StreamList")
                .rowsPerRead("{{page:100}}"))
        .split(body())
        // or all entries would be collected before the first one is split
        .streaming()
        .setBody(simple("${body[Id]},${body[State]},${body[Owner]},${body[Name]}"))
        .to(
            file("{{folder:.}}/results")
                .fileName("jobs-${date:exchangeCreated:yyyyMMdd-HHmmss}.csv")
                .fileExist("Append")
                .appendChars("\\n"))
        .filter(exchangeProperty(Exchange.SPLIT_COMPLETE))
        .log("${exchangeProperty.CamelSplitSize} jobs are in ${header.CamelFileNameProduced}");

    // For a cluster without jobs, as the simulator is at first: makes some, so that there is
    // something to read. They are not submitted. With sample=0 it makes none.
    from(direct("fill"))
        .routeId("fill")
        .to(hpcpack("listJobs").properties("Id").maxResults(1))
        .filter(simple("${body.size} == 0"))
        .log("The cluster is empty: {{sample:300}} jobs are made")
        .loop(simple("{{sample:300}}"))
        .setBody(simple("{\"Name\": \"sample ${exchangeProperty.CamelLoopIndex}\"}"))
        .to(hpcpack("createJob"));
  }
}
