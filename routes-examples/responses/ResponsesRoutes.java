package responses;

import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import io.github.camelhpc.hpcsoa.HpcSoaConstants;
import io.github.camelhpc.hpcsoa.model.SoaRequest;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/**
 * Sends the rows of CSV files in the folder options one after the other to a batch, and writes each
 * response when it is there, long before the batch has ended. When a file is saved again, it is
 * processed again.
 */
public class ResponsesRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  private static final String RESULTS =
      "${file:name.noext}-${header." + HpcSoaConstants.SESSION_ID + "}.txt";

  @Override
  public void configure() {
    from(file("{{folder:.}}/options")
            .include(".*\\.csv")
            .noop(true)
            .idempotentKey("${file:name}-${file:modified}")
            .delay("{{interval:10s}}"))
        .routeId("responses")
        .setProperty("rows", simple("${bodyAs(String)}"))
        // a body would be taken as the settings of the session
        .setBody(constant(""))
        .to(hpcsoa("createSession").serviceName("PricingService"))
        .doTry()
        // requests are sent by another thread, while this one reads
        .wireTap(direct("requests"))
        .setProperty("more", constant("true"))
        .loopDoWhile(simple("${exchangeProperty.more}"))
        // one response, or none after the last one; asking for the next tells the service that this
        // one is safe
        .to(hpcsoa("getResponses")
            .batch("prices")
            .genericService(true)
            .count(1)
            // how long to wait for it
            .responseTimeout("{{patience:10m}}"))
        .setProperty("more", simple("${body.hasNext}"))
        .split(body())
        .streaming()
        .stopOnException()
        .choice()
        .when(simple("${body.failed}"))
        .setBody(simple("${body.userData} failed: ${body.fault.reason}"))
        .otherwise()
        .setBody(simple("${body.userData} costs ${body.output}"))
        .end()
        .log("${body}")
        .to(file("{{folder:.}}/results").fileName(RESULTS).fileExist("Append").appendChars("\\n"))
        .end()
        .end()
        .log("The batch has ended. All is in {{folder:.}}/results/" + RESULTS)
        .endDoTry()
        .doFinally()
        .filter(simple("${exception} != null"))
        .log(
            LoggingLevel.ERROR,
            "Not all responses to ${file:name} could be read: ${exception.message}")
        .end()
        .to(hpcsoa("closeSession"))
        .end();

    from(direct("requests"))
        .routeId("requests")
        .doTry()
        .split(simple("${exchangeProperty.rows.split(\"\\R+\")}"))
        .stopOnException()
        // something to watch: the sample service answers at once, others take their time
        .delay(constant("{{pause:1000}}"))
        .end()
        // the row is its own user data, which the response brings back
        .setBody(method(SoaRequest.class, "generic(${body}, ${body})"))
        .log("${body.userData} is sent")
        .to(hpcsoa("sendRequests").batch("prices").genericService(true))
        .end()
        // no more follow; without this the batch would not end
        .to(hpcsoa("commitRequests").batch("prices"))
        .endDoTry()
        .doCatch(Exception.class)
        .log(
            LoggingLevel.ERROR,
            "The rows of ${file:name} could not all be sent: ${exception.message}")
        // the other route need not wait: it fails, too, and the file is tried again
        .to(hpcsoa("purgeBatch").batch("prices"))
        .end();
  }
}
