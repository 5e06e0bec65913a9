package retries;

import io.github.camelhpc.endpointdsl.HpcEndpointBuilders;
import io.github.camelhpc.hpcpack.HpcPackException;
import java.io.IOException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;

/**
 * Submits the job files of the folder jobs. While the cluster is busy or cannot be reached, a file
 * is tried again; what the cluster refuses is put aside, with the reason. No file is lost.
 */
public class RetriesRoutes extends EndpointRouteBuilder implements HpcEndpointBuilders {

  @Override
  public void configure() {
    getContext().getRegistry().bind("patience", patience());

    // The cluster is busy (429, 503) or fails. After the last attempt the file stays in the folder,
    // where it is found again. A job that was made, but not submitted, is another exception, and
    // not tried again: it might run twice.
    onException(HpcPackException.class)
        .onWhen(
            simple(
                "${exception} is 'io.github.camelhpc.hpcpack.HpcPackException'"
                    + " && ${exception.statusCode} regex '408|429|5..'"))
        .handled(false)
        .redeliveryPolicyRef("patience");
    // the cluster cannot be reached
    onException(IOException.class)
        .onWhen(simple("${exception} is 'java.io.IOException'"))
        .handled(false)
        .redeliveryPolicyRef("patience");
    // All else does not get better by itself: the dead letters.
    onException(Exception.class)
        .handled(true)
        .logExhausted(false)
        .setProperty("outcome", constant("refused"))
        .log(LoggingLevel.WARN, "${file:name} is put aside: ${exception.message}")
        .setBody(simple("${exception.message}"))
        .to(
            file("{{folder:.}}/results/refused")
                .fileName("${file:name}.reason.txt")
                .fileExist("Append")
                .appendChars("\\n"));

    from(file("{{folder:.}}/jobs")
            .delay("{{interval:1000}}")
            // beside the folder; after an exception that is not handled it is not moved
            .move("../results/${exchangeProperty.outcome}/${file:name}"))
        .routeId("submit")
        // the policy above alone says how often it is tried, and each attempt is seen
        .to(hpcpack("runJob").await(false).maxRetries(0))
        .setProperty("outcome", constant("submitted"))
        .log("${file:name} is job ${header.CamelHpcPackJobId}");

    // Something to submit: a job that is good, and one that HPC Pack refuses.
    from(file("{{folder:.}}/samples").noop(true))
        .routeId("samples")
        .autoStartup("{{sample:true}}")
        // a file that is not complete is not found
        .to(file("{{folder:.}}/jobs").tempPrefix("."));
  }

  private RedeliveryPolicy patience() {
    RedeliveryPolicy patience = new RedeliveryPolicy();
    patience.setMaximumRedeliveries(number("{{attempts:10}}"));
    patience.setRedeliveryDelay(number("{{pause:1000}}"));
    patience.setUseExponentialBackOff(true);
    patience.setBackOffMultiplier(2);
    patience.setMaximumRedeliveryDelay(300_000);
    // a stop does not wait for the next attempt: the file stays in the folder
    patience.setAllowRedeliveryWhileStopping(false);
    patience.setRetryAttemptedLogLevel(LoggingLevel.WARN);
    patience.setLogStackTrace(false);
    return patience;
  }

  private int number(String setting) {
    return Integer.parseInt(getContext().resolvePropertyPlaceholders(setting));
  }
}
