package io.github.camelhpc.benchmarks.work;

import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.hpcpack.HpcPackComponent;
import io.github.camelhpc.simulators.HpcSimulators;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.model.ProcessorDefinition;

/** What the works on HPC Pack have in common: the component, and lists that are read by hand. */
final class HpcPackRoutes {

  private static final String PATH = "benchmarks.path";
  private static final String CONTINUATION = "x-ms-continuation-queryId";

  private HpcPackRoutes() {}

  /** The property by which the benchmark knows the service's URL. */
  static Map<String, String> path(HpcSimulators simulators) {
    String url = simulators.hpcPackUrl();
    return Map.of(PATH, url.substring(simulators.httpUrl().length()));
  }

  static String serviceUrl() {
    return Routes.origin() + System.getProperty(PATH);
  }

  /** The component, connected with the server. */
  static HpcPackComponent component() {
    HpcPackComponent component = new HpcPackComponent();
    component.getConfiguration().setServiceUrl(serviceUrl());
    component.getConfiguration().setUsername(ServerContents.USER);
    component.getConfiguration().setPassword(ServerContents.PASSWORD);
    return component;
  }

  /**
   * Reads the list of jobs by hand, page after page, as facts/hpcpack.md §5.3 says.
   *
   * @return goes on with the body of each page, a list; to be ended
   */
  static ProcessorDefinition<?> eachPage(ProcessorDefinition<?> from, String query) {
    return from.setProperty("query")
        .constant(query)
        .loopDoWhile(exchange -> exchange.getProperty("query") != null)
        .process(HpcPackRoutes::ask)
        .to(serviceUrl() + "/jobs?" + Routes.httpCredentials())
        .process(answer -> answer.setProperty("query", next(answer, query)))
        .unmarshal()
        .json();
  }

  /** Without the headers of the answer before, which would be sent, too. */
  private static void ask(Exchange exchange) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setBody(null);
    message.setHeader("Accept", "application/json");
    message.setHeader(Exchange.HTTP_QUERY, exchange.getProperty("query"));
  }

  private static String next(Exchange answer, String query) {
    String id = answer.getMessage().getHeader(CONTINUATION, String.class);
    return id == null || id.isEmpty() ? null : query + "&queryId=" + id;
  }

  /** A property of the job that is the body, as Jackson read it. */
  static String property(Exchange job, String name) {
    return property(job.getMessage().getBody(Map.class), name);
  }

  static String property(Map<?, ?> job, String name) {
    return property((List<?>) job.get("Properties"), name);
  }

  static String property(List<?> properties, String name) {
    for (Object property : properties) {
      if (property instanceof Map<?, ?> map && name.equals(map.get("Name"))) {
        return (String) map.get("Value");
      }
    }
    throw new IllegalStateException("The job has no " + name + ": " + properties);
  }
}
