package csvbatch;

import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.processor.aggregate.StringAggregationStrategy;

/**
 * Prices the rows of CSV files in the folder options, each file as one batch, and writes them with
 * their prices to the folder results. When a file is saved again, it is priced again.
 */
public class CsvbatchRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  @Override
  public void configure() {
    from(file("{{folder:.}}/options")
            .include(".*\\.csv")
            .noop(true)
            .idempotentKey("${file:name}-${file:modified}")
            .delay("{{interval:10s}}"))
        .routeId("csvbatch")
        // row 0 has the names of the columns
        .setProperty("rows", simple("${bodyAs(String).split(\"\\R+\")}"))
        // a request for each other row; its number, from 1, is the user data that its response
        // brings back
        .setBody(expression().tokenize().token("\\R+").regex(true).skipFirst(true).end())
        // goes on when all have been processed; no thread waits
        .to(hpcsoa("runBatch")
            .serviceName("PricingService")
            .genericService(true)
            .awaitTimeout("1h"))
        // responses come in another order than the rows
        .split(body(), new StringAggregationStrategy())
        .streaming()
        .choice()
        .when(simple("${body.failed}"))
        .log(
            LoggingLevel.WARN,
            "Row ${body.userData} of ${file:name} has no price: ${body.fault.reason}")
        .setBody(
            simple(
                "${body.userData},${exchangeProperty.rows[${body.userData}]},,"
                    + "\"${body.fault.reason.replace('\"', '\"\"')}\"\\n"))
        .otherwise()
        .setBody(
            simple(
                "${body.userData},${exchangeProperty.rows[${body.userData}]},${body.output},\\n"))
        .end()
        .end()
        .setBody(simple("row,${exchangeProperty.rows[0]},price,error\\n${body}"))
        .to(file("{{folder:.}}/results"))
        .log("The prices of ${file:name} are in {{folder:.}}/results");
  }
}
