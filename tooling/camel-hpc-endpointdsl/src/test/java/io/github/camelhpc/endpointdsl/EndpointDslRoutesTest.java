package io.github.camelhpc.endpointdsl;

import static io.github.camelhpc.endpointdsl.StaticHpcEndpointBuilders.dbapi;
import static io.github.camelhpc.endpointdsl.StaticHpcEndpointBuilders.hpcpack;
import static io.github.camelhpc.endpointdsl.StaticHpcEndpointBuilders.hpcsoa;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.mock;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.dbapi.ResultFormat;
import io.github.camelhpc.dbapi.model.MetricRow;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.azbatch.AccountCredentials;
import io.github.camelhpc.simulators.task.SimulatedTaskRules;
import io.github.camelhpc.simulators.task.SimulatedTaskRules.Outcome;
import io.github.camelhpc.simulators.task.TaskRunner;
import io.github.camelhpc.support.paging.OutputType;
import io.github.camelhpc.test.ComponentTestSupport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Routes that are written with the Endpoint DSL run, against the simulators. */
class EndpointDslRoutesTest extends ComponentTestSupport {

  private static final String USER = "hpcuser";
  private static final String PASSWORD = "only-for-tests";

  private HpcSimulators simulator;

  @AfterEach
  void stopSimulator() {
    simulator.close();
  }

  @Override
  protected CamelContext createCamelContext() throws Exception {
    simulator =
        HpcSimulators.builder()
            .httpsPort(-1)
            .user(USER, PASSWORD)
            .taskRunner(
                TaskRunner.simulated(
                    SimulatedTaskRules.standard()
                        .when("fail", Outcome.after(Duration.ofMillis(10)).exitCode(3))
                        .otherwise(Outcome.after(Duration.ofMillis(10)))))
            .soaService("Shout", request -> request.body().toUpperCase())
            .start();
    simulator.azBatch().createPool("burst", 2);
    CamelContext context = super.createCamelContext();
    connect(context, "hpcpack", simulator.hpcPackUrl());
    connect(context, "hpcsoa", simulator.hpcSoaUrl());
    connect(context, "dbapi", simulator.dbapiUrl());
    configure(
        context,
        "azbatch",
        Map.of(
            "serviceUrl",
            simulator.azBatchUrl(),
            "accountName",
            AccountCredentials.DEFAULT_ACCOUNT,
            "accountKey",
            AccountCredentials.DEFAULT_KEY,
            "awaitInterval",
            "50"));
    return context;
  }

  private static void connect(CamelContext context, String scheme, String url) {
    configure(context, scheme, Map.of("serviceUrl", url, "username", USER, "password", PASSWORD));
  }

  private static void configure(CamelContext context, String scheme, Map<String, Object> options) {
    PropertyBindingSupport.build()
        .withConfigurer(context.getComponent(scheme).getComponentPropertyConfigurer())
        .bind(context, context.getComponent(scheme), new HashMap<>(options));
  }

  @Test
  void aConsumerAndProducersOfTwoComponents() throws Exception {
    int job = ranJob("fail");
    MockEndpoint done = getMockEndpoint("mock:done");
    done.expectedMessageCount(1);

    start(new BurstRoutes());
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(direct("done")).to(mock("done"));
          }
        });

    done.assertIsSatisfied(20_000);
    Exchange exchange = done.getExchanges().get(0);
    assertThat(exchange.getMessage().getHeader("CamelHpcPackJobId")).hasToString("" + job);
    assertThat(exchange.getMessage().getBody(List.class)).hasSize(1);
  }

  @Test
  void aStreamOfResponses() throws Exception {
    getMockEndpoint("mock:responses").expectedBodiesReceivedInAnyOrder("A", "B");
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(direct("price"))
                .to(
                    hpcsoa("runBatch")
                        .serviceName("Shout")
                        .genericService(true)
                        .awaitInterval(50)
                        .awaitTimeout("10s"))
                .split(body())
                .streaming()
                .setBody(simple("${body.output}"))
                .to(mock("responses"));
          }
        });

    call("direct:price", List.of("a", "b"));

    MockEndpoint.assertIsSatisfied(context());
  }

  @Test
  void metrics() throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(direct("load"))
                .to(
                    dbapi("runQuery")
                        .dataset("defaultDs")
                        .startTime("now-1h")
                        .endTime("now")
                        .resultFormat(ResultFormat.ROWS)
                        .outputType(OutputType.LIST));
          }
        });

    Exchange exchange = call("direct:load", "vm[=name rx vm001][@cpuUsage rx b .*]");

    assertThat(exchange.getMessage().getBody(List.class))
        .isNotEmpty()
        .hasOnlyElementsOfType(MetricRow.class);
  }

  @Test
  void aDynamicEndpointWithChangingValuesIsOneEndpoint() throws Exception {
    int first = ranJob("quick");
    int second = ranJob("quick");
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(direct("look"))
                .toD(hpcpack("getJob").jobId("${header.number}").properties("Id,State"));
          }
        });

    assertThat(looked(first)).containsEntry("Id", "" + first);
    assertThat(looked(second)).containsEntry("Id", "" + second);
    assertThat(context().getEndpoints())
        .extracting(endpoint -> endpoint.getEndpointUri())
        .filteredOn(uri -> uri.startsWith("hpcpack") && uri.contains("getJob"))
        .hasSize(1);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> looked(int job) {
    return call("direct:look", null, Map.of("number", job)).getMessage().getBody(Map.class);
  }

  @Test
  void aPlaceholderAsAValue() throws Exception {
    int job = ranJob("quick");
    context().getPropertiesComponent().addInitialProperty("job", "" + job);
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(direct("look")).to(hpcpack("getJob").jobId("{{job}}").properties("Id,Name"));
          }
        });

    assertThat(looked(0)).containsEntry("Id", "" + job).containsEntry("Name", "test");
  }

  /** A job with a task that has ended. */
  private int ranJob(String commandLine) {
    Map<String, Object> job =
        Map.of("Name", "test", "tasks", List.of(Map.of("CommandLine", commandLine)));
    return call("hpcpack:runJob?awaitInterval=50", job)
        .getMessage()
        .getHeader("CamelHpcPackJobId", Integer.class);
  }
}
