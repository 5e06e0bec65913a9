package io.github.camelhpc.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;

/** What tests through a route do with any component. */
public abstract class ComponentTestSupport extends CamelTestSupport {

  /** Makes consumers poll whose URI is {@linkplain #onDemand on demand}. */
  protected final PollOnDemand polls = new PollOnDemand();

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    context.getRegistry().bind("polls", polls);
    return context;
  }

  /** Calls an endpoint, and fails if the exchange does. */
  protected Exchange call(String uri, Object body, Map<String, Object> headers) {
    Exchange exchange = send(uri, body, headers);
    if (exchange.getException() != null) {
      throw new AssertionError(uri + " failed", exchange.getException());
    }
    return exchange;
  }

  /** Calls an endpoint without headers, and fails if the exchange does. */
  protected Exchange call(String uri, Object body) {
    return call(uri, body, Map.of());
  }

  /** Calls an endpoint. */
  protected Exchange send(String uri, Object body, Map<String, Object> headers) {
    return template()
        .request(
            uri,
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeaders(new HashMap<>(headers));
            });
  }

  /** Calls an endpoint without headers. */
  protected Exchange send(String uri, Object body) {
    return send(uri, body, Map.of());
  }

  /** The exception that an endpoint fails with, or null. */
  protected Throwable failure(String uri, Object body) {
    return send(uri, body).getException();
  }

  /** Adds routes that are written in YAML. */
  protected void load(String yaml) throws Exception {
    PluginHelper.getRoutesLoader(context())
        .loadRoutes(ResourceHelper.fromString("routes.yaml", yaml));
  }

  /** Adds routes. */
  protected void start(RouteBuilder routes) throws Exception {
    context().addRoutes(routes);
  }

  /** Starts a route from this URI to {@code mock:events}, which polls on demand. */
  protected void watch(String uri) throws Exception {
    start(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(onDemand(uri)).routeId("watch").to("mock:events");
          }
        });
  }

  /** The URI of a consumer that polls when the test says so. */
  protected static String onDemand(String uri) {
    return uri + (uri.contains("?") ? "&" : "?") + "scheduler=#polls";
  }

  /** Polls once, and gives what {@code mock:events} got by that. */
  protected List<Exchange> poll() {
    MockEndpoint events = getMockEndpoint("mock:events");
    int before = events.getReceivedCounter();
    polls.poll();
    List<Exchange> all = events.getReceivedExchanges();
    return List.copyOf(all.subList(before, all.size()));
  }
}
