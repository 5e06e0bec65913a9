package capacity;

import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import org.apache.camel.Exchange;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * Every hour: how full the storage pools and how busy the hosts were, as CSV, and one line that
 * names those that were above a threshold.
 */
public class CapacityRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  @Override
  public void configure() {
    from(timer("capacity").period("{{interval:1h}}"))
        .routeId("capacity")
        .setProperty("what", constant("pools"))
        // all resources of the type raidPool, with their values of usedCapacity
        .setBody(constant("raidPool[=name rx .*][@usedCapacity rx b .*]"))
        .to(direct("report"))
        .setProperty("what", constant("hosts"))
        .setBody(constant("h[=name rx .*][@cpuUsage rx b .*]"))
        .to(direct("report"));

    from(direct("report"))
        .routeId("report")
        .setProperty("query", body())
        // the history goes from the connection to the file, of whatever length it is; no thread
        // waits for the service to have it
        .to(
            dbapi("runQuery")
                .startTime("now-{{history:24h}}")
                .endTime("now")
                .resultFormat("CSV")
                .outputType("StreamList")
                .awaitTimeout("10m"))
        .to(
            file("{{folder:.}}/results")
                .fileName("${exchangeProperty.what}-${date:now:yyyyMMdd-HHmmss}.csv"))
        .log(
            "The ${exchangeProperty.what} of the last {{history:24h}} are in"
                + " ${header.CamelFileNameProduced}")
        .setBody(exchangeProperty("query"))
        // a row for each value
        .to(
            dbapi("runQuery")
                .startTime("now-{{recent:1h}}")
                .endTime("now")
                .resultFormat("ROWS")
                .outputType("StreamList")
                .awaitTimeout("10m"))
        // gives a list of the bodies that are not null
        .split(body(), new GroupedBodyAggregationStrategy())
        .streaming()
        .setProperty("row", body())
        .setBody(simple("${null}"))
        .filter(simple("${exchangeProperty.row.value} > {{threshold:80}}"))
        // each resource once in each report
        .idempotentConsumer(
            simple(
                "${exchangeProperty."
                    + Exchange.TIMER_FIRED_TIME
                    + "} ${exchangeProperty.row.signature}"),
            new MemoryIdempotentRepository())
        .setBody(
            simple(
                "${exchangeProperty.row.name}"
                    + " (${exchangeProperty.row.value} ${exchangeProperty.row.unit})"))
        .end()
        .end()
        .end()
        .setBody(
            simple(
                "${date:now:yyyy-MM-dd HH:mm} ${exchangeProperty.what} above {{threshold:80}} in"
                    + " the last {{recent:1h}}: ${join(', ')}"))
        .log("${body}")
        .to(
            file("{{folder:.}}/results")
                .fileName("above.txt")
                .fileExist("Append")
                .appendChars("\\n"));
  }
}
